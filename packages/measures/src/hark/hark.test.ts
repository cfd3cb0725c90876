import { measureContract } from "../../test/measure-contract.ts";
import { hark } from "./hark.ts";
import { harkSamples } from "./samples.ts";

measureContract(hark, harkSamples);
