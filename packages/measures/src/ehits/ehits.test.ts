import { measureContract } from "../../test/measure-contract.ts";
import { ehits } from "./ehits.ts";
import { ehitsSamples } from "./samples.ts";

measureContract(ehits, ehitsSamples);
