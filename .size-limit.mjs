import { readFileSync } from "node:fs";

const dist = "packages/web/dist";
const manifest = JSON.parse(readFileSync(`${dist}/.vite/manifest.json`, "utf8"));

/** Every script that the browser has to fetch before `entries` run: what they import, and what that imports. */
function scriptsOf(...entries) {
  const seen = new Set();
  const visit = (name) => {
    if (seen.has(name)) return;
    seen.add(name);
    for (const imported of manifest[name].imports ?? []) visit(imported);
  };
  entries.forEach(visit);
  return [...seen].map((name) => `${dist}/${manifest[name].file}`).filter((file) => file.endsWith(".js"));
}

const client = Object.keys(manifest).filter((name) =>
  /client\/src\/index\.ts$|web\/src\/surroundings\.ts$|^src\/surroundings\.ts$/.test(name),
);

export default [
  {
    name: "first load: everything before a newcomer can press",
    path: scriptsOf("index.html", "src/arrive/Landing.svelte"),
    limit: "45 kB",
  },
  {
    name: "Today, signed in: keys, record, rules and the one thing for now",
    path: scriptsOf("index.html", "src/rooms/Today.svelte", ...client),
    limit: "122.5 kB",
  },
];
