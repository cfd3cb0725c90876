import { describeEndpoints } from "./endpoints.ts";

describeEndpoints(120);
