import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig, type Plugin } from "vite";

const here = import.meta.dirname;
const publicFiles = readdirSync(path.join(here, "public"));

/**
 * Writes the service worker with the list of everything that the app needs offline.
 *
 * Its version is a digest of names and contents: a change in a file whose name stays (the page, an icon) must
 * arrive too.
 */
const serviceWorker = (): Plugin => ({
  name: "goldseam-service-worker",
  apply: "build",
  enforce: "post",
  generateBundle(_options, bundle) {
    const assets = Object.keys(bundle).filter(
      (file) => file !== "index.html" && !/\.(map|json|br|gz)$/.test(file),
    );
    const files = ["/", ...assets.map((file) => `/${file}`), ...publicFiles.map((file) => `/${file}`)].sort();
    const messages = readFileSync(path.join(here, "src", "reminders", "words", "en.json"), "utf8");
    const { appName, text } = JSON.parse(messages) as Record<string, string>;
    const template = readFileSync(path.join(here, "src", "service-worker.js"), "utf8");
    const digest = createHash("sha256")
      .update(files.join("\n"))
      .update(template)
      .update(`${appName}\n${text}`);
    for (const file of ["index.html", ...publicFiles.map((name) => `public/${name}`)]) {
      digest.update(readFileSync(path.join(here, file)));
    }
    const source = template
      .replace('"__VERSION__"', JSON.stringify(digest.digest("hex").slice(0, 16)))
      .replace("{} /* __NOTICE__ */", JSON.stringify({ title: appName, body: text }))
      .replace("[] /* __FILES__ */", JSON.stringify(files));
    this.emitFile({ type: "asset", fileName: "sw.js", source });
  },
});

/** Lays a brotli and a gzip copy beside every text file, so that the server never compresses. */
const precompressed = (): Plugin => ({
  name: "goldseam-precompressed",
  apply: "build",
  enforce: "post",
  generateBundle: {
    order: "post",
    handler(_options, bundle) {
      for (const [fileName, file] of Object.entries(bundle)) {
        if (!/\.(js|css|html|svg|webmanifest)$/.test(fileName)) continue;
        const bytes = Buffer.from(file.type === "chunk" ? file.code : file.source);
        const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } };
        this.emitFile({
          type: "asset",
          fileName: `${fileName}.br`,
          source: brotliCompressSync(bytes, quality),
        });
        this.emitFile({ type: "asset", fileName: `${fileName}.gz`, source: gzipSync(bytes, { level: 9 }) });
      }
    },
  },
});

export default defineConfig({
  root: here,
  plugins: [svelte(), serviceWorker(), precompressed()],
  worker: { format: "es" },
  build: {
    target: "es2023",
    assetsInlineLimit: 0,
    manifest: true,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: { entryFileNames: "assets/[name]-[hash].js", chunkFileNames: "assets/[name]-[hash].js" },
    },
  },
});
