import { measureContract } from "../../test/measure-contract.ts";
import { pcl5 } from "./pcl5.ts";
import { pcl5Samples } from "./samples.ts";

measureContract(pcl5, pcl5Samples);
