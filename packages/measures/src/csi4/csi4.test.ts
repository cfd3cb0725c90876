import { measureContract } from "../../test/measure-contract.ts";
import { csi4 } from "./csi4.ts";
import { csi4Samples } from "./samples.ts";

measureContract(csi4, csi4Samples);
