import { measureContract } from "../../test/measure-contract.ts";
import { phq4 } from "./phq4.ts";
import { phq4Samples } from "./samples.ts";

measureContract(phq4, phq4Samples);
