import { measureContract } from "../../test/measure-contract.ts";
import { sscsSSamples } from "./samples.ts";
import { sscsS } from "./sscs-s.ts";

measureContract(sscsS, sscsSSamples);
