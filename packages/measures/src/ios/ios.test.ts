import { measureContract } from "../../test/measure-contract.ts";
import { ios } from "./ios.ts";
import { iosSamples } from "./samples.ts";

measureContract(ios, iosSamples);
