import { existsSync, writeFileSync } from "node:fs";
import path from "node:path";
import { roundsVector } from "./vectors.ts";

// Made the vectors of version 1, once. They are frozen: this writes nothing that is already there.
const file = path.join(import.meta.dirname, "../../../test/vectors/rounds-v1.json");
if (existsSync(file)) throw new Error("the vectors of version 1 are frozen");
writeFileSync(file, `${JSON.stringify(await roundsVector(), null, 2)}\n`);
