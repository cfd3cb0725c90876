import { measureContract } from "../../test/measure-contract.ts";
import { gad7 } from "./gad7.ts";
import { gad7Samples } from "./samples.ts";

measureContract(gad7, gad7Samples);
