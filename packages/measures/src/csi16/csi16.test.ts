import { measureContract } from "../../test/measure-contract.ts";
import { csi16 } from "./csi16.ts";
import { csi16Samples } from "./samples.ts";

measureContract(csi16, csi16Samples);
