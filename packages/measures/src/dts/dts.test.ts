import { measureContract } from "../../test/measure-contract.ts";
import { dts } from "./dts.ts";
import { dtsSamples } from "./samples.ts";

measureContract(dts, dtsSamples);
