import { readFileSync } from "node:fs";
import path from "node:path";

const folder = path.join(import.meta.dirname, "../../../test/vectors");

/** The text of one frozen vector file, byte for byte. */
export const vectorText = (name: string): string => readFileSync(path.join(folder, name), "utf8");
