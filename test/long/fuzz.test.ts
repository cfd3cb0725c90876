/** The short fuzzing of `npm test`, fifty times as long. */
import { describeEndpoints } from "../fuzz/endpoints.ts";
import { describeParsers } from "../fuzz/parsers.ts";

describeParsers(20_000);
describeEndpoints(5_000);
