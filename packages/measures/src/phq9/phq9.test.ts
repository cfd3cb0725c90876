import { measureContract } from "../../test/measure-contract.ts";
import { phq9 } from "./phq9.ts";
import { phq9Samples } from "./samples.ts";

measureContract(phq9, phq9Samples);
