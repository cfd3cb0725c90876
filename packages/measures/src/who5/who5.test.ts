import { measureContract } from "../../test/measure-contract.ts";
import { who5Samples } from "./samples.ts";
import { who5 } from "./who5.ts";

measureContract(who5, who5Samples);
