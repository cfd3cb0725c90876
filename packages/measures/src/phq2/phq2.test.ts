import { measureContract } from "../../test/measure-contract.ts";
import { phq2 } from "./phq2.ts";
import { phq2Samples } from "./samples.ts";

measureContract(phq2, phq2Samples);
