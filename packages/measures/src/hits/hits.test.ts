import { measureContract } from "../../test/measure-contract.ts";
import { hits } from "./hits.ts";
import { hitsSamples } from "./samples.ts";

measureContract(hits, hitsSamples);
