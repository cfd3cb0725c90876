/** The verbs of the root's package.json, each a short list of steps. Started by start.mjs. */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { audit } from "./audit.ts";
import { findChromium } from "./chromium.ts";

const root = path.dirname(import.meta.dirname);
const built = path.join(root, "packages", "web", "dist", ".built-from");
const node = process.execPath;
const flags = ["--disable-warning=ExperimentalWarning"];
/** Megabytes of V8's new space, half of it: what it takes beyond that stands empty (docs/decisions/0022). */
const serveFlags = [...flags, "--max-semi-space-size=4"];

function run(command: string, args: readonly string[], environment: NodeJS.ProcessEnv = {}): void {
  const ran = spawnSync(command, args, {
    cwd: root,
    stdio: "inherit",
    env: { ...process.env, ...environment },
  });
  if (ran.error) throw ran.error;
  if (ran.status !== 0) process.exit(ran.status ?? 1);
}

const tool = (name: string, ...args: string[]): void =>
  run(path.join(root, "node_modules", ".bin", name), args);

/** A digest of everything that the web app is built from. */
function sourceDigest(): string {
  const files = globSync(
    "{package-lock.json,tools/*.mjs,packages/{core,crypto,sync,measures,safety,wording,practices,client,ui,web}/**/*}",
    {
      cwd: root,
      withFileTypes: true,
      exclude: (entry) => ["node_modules", "dist", "words.gen", "test"].includes(entry.name),
    },
  );
  const digest = createHash("sha256");
  for (const file of files
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort()) {
    digest.update(path.relative(root, file)).update("\0").update(readFileSync(file)).update("\0");
  }
  return digest.digest("hex");
}

const words = (): void => run(node, ["tools/words.mjs"]);

/** Builds the web app unless what lies there was built from the same sources. */
function build(): void {
  const digest = sourceDigest();
  if (existsSync(built) && readFileSync(built, "utf8") === digest) return;
  words();
  run(path.join(root, "node_modules", ".bin", "vite"), ["build", "packages/web", "--logLevel", "error"]);
  mkdirSync(path.dirname(built), { recursive: true });
  writeFileSync(built, digest);
}

/** Types, lint and unused code: what needs no test to be wrong. */
function check(): void {
  words();
  tool("tsc", "--noEmit", "-p", "tsconfig.json");
  tool("svelte-check", "--tsconfig", "packages/web/tsconfig.json", "--fail-on-warnings", "--output", "human");
  tool("biome", "check", ".");
  tool("knip");
}

/** Says whether anything is known against the packages; ends the run when something grave is. */
function lookAtPackages(): void {
  const { says, grave } = audit(root);
  console.log(says);
  if (grave.length > 0) process.exit(1);
}

const chromiumEnvironment = (): NodeJS.ProcessEnv => ({ GOLDSEAM_CHROMIUM: findChromium(root) });

const playwright = (project: string, environment: NodeJS.ProcessEnv): void =>
  run(path.join(root, "node_modules", ".bin", "playwright"), ["test", "--project", project], environment);

const verbs: Readonly<Record<string, (args: readonly string[]) => void>> = {
  serve: (args) => {
    build();
    run(node, [...serveFlags, "packages/cli/src/main.ts", "serve", ...args]);
  },
  cli: (args) => run(node, [...flags, "packages/cli/src/main.ts", ...args]),
  build,
  check,
  test: () => {
    check();
    lookAtPackages();
    build();
    const environment = chromiumEnvironment();
    run(path.join(root, "node_modules", ".bin", "vitest"), ["run"], environment);
    tool("size-limit");
    playwright("journeys", environment);
  },
  "test-long": () => {
    build();
    const environment = chromiumEnvironment();
    run(
      path.join(root, "node_modules", ".bin", "vitest"),
      ["run", "--config", "vitest.long.config.ts"],
      environment,
    );
    playwright("long-journeys", environment);
  },
  bench: () => {
    build();
    run(node, [...flags, "test/bench/run.ts"], chromiumEnvironment());
  },
};

const [verb = "serve", ...args] = process.argv.slice(2);
const act = verbs[verb];
if (act === undefined) {
  console.error(`There is no '${verb}'. There are: ${Object.keys(verbs).join(", ")}.`);
  process.exit(2);
}
act(args);
