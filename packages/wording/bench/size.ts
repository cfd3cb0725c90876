import path from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { build } from "vite";

// node packages/wording/bench/size.ts : the engine with its English pack and the notes, as a browser gets it.
const built = await build({
  configFile: false,
  logLevel: "silent",
  build: {
    write: false,
    minify: true,
    rollupOptions: {
      input: path.join(import.meta.dirname, "../src/index.ts"),
      preserveEntrySignatures: "strict",
      output: { format: "es" },
    },
  },
});
const outputs = (Array.isArray(built) ? built : [built]) as { output: { code?: string }[] }[];
const code = outputs.flatMap(({ output }) => output.map((chunk) => chunk.code ?? "")).join("");
const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;
console.log(
  `engine, English and notes: ${kilobytes(code.length)}, gzip ${kilobytes(gzipSync(code, { level: 9 }).length)}, brotli ${kilobytes(brotliCompressSync(code).length)}`,
);
