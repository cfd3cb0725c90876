import { measureContract } from "../../test/measure-contract.ts";
import { core10 } from "./core10.ts";
import { core10Samples } from "./samples.ts";

measureContract(core10, core10Samples);
