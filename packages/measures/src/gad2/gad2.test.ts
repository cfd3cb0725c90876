import { measureContract } from "../../test/measure-contract.ts";
import { gad2 } from "./gad2.ts";
import { gad2Samples } from "./samples.ts";

measureContract(gad2, gad2Samples);
