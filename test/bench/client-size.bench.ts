/**
 * The client's code that seals, judges and speaks the wire, in bytes of brotli: everything that `crypto` and `sync` give,
 * with what they bring, minified as in the app. Without the word list and Argon2, which are fetched when they are needed.
 *
 * Run: `node test/bench/client-size.bench.ts`.
 */
import { fileURLToPath } from "node:url";
import { brotliCompressSync } from "node:zlib";
import { build } from "vite";
import { type BenchRow, printTable, rounded } from "./table.ts";

const bytesMax = 22_000;

async function sizeOf(entry: string): Promise<number> {
  const built = await build({
    configFile: false,
    logLevel: "error",
    build: {
      write: false,
      target: "es2023",
      modulePreload: false,
      // Not as a library: of those Vite keeps every space and name.
      rolldownOptions: { input: entry, preserveEntrySignatures: "strict" },
    },
  });
  const [output] = Array.isArray(built) ? built : [built];
  if (output === undefined || !("output" in output)) throw new Error("vite built nothing");
  const code = output.output.flatMap((file) => (file.type === "chunk" ? [file.code] : [])).join("");
  return brotliCompressSync(code).length;
}

/** The row of the table of measures that concerns the client's size. */
export async function benchClientSize(): Promise<BenchRow[]> {
  const bytes = await sizeOf(fileURLToPath(new URL("client-size.entry.ts", import.meta.url)));
  return [
    {
      name: "sync and crypto of the client",
      measured: bytes,
      bound: bytesMax,
      ratio: rounded(bytes / bytesMax),
      unit: "bytes of brotli",
      toReach: { atMost: 1 },
    },
  ];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) printTable(await benchClientSize());
