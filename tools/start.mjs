#!/usr/bin/env node
/**
 * The one way in: installs what is missing, finds the right Node, and hands over.
 *
 * Plain JavaScript that Node 18 can read, because it runs before anything else is there.
 */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const bin = path.join(root, "node_modules", ".bin");
const stamp = path.join(root, "node_modules", ".goldseam-installed");
const leastNode = 26;

/** Runs a command with its output on ours; ends this process when it fails. */
function run(command, args, options = {}) {
  const ran = spawnSync(command, args, { cwd: root, stdio: "inherit", ...options });
  if (ran.error) fail(`${command} could not be started: ${ran.error.message}`);
  if (ran.status !== 0) process.exit(ran.status ?? 1);
}

function fail(sentence) {
  console.error(sentence);
  process.exit(1);
}

/** Installs when the lock file is another one than at the last install. */
function install() {
  const lock = createHash("sha256")
    .update(readFileSync(path.join(root, "package-lock.json")))
    .digest("hex");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === lock) return;
  console.error("Installing what is missing. This happens once.");
  // npm's own output goes to standard error, so that commands whose output is data stay clean.
  run("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"], {
    stdio: ["ignore", 2, 2],
    shell: process.platform === "win32",
  });
  mkdirSync(path.dirname(stamp), { recursive: true });
  writeFileSync(stamp, lock);
}

/** The Node that runs TypeScript: the installed one, or the machine's if it is new enough. */
function findNode() {
  const installed = path.join(bin, process.platform === "win32" ? "node.cmd" : "node");
  for (const candidate of [installed, process.execPath, "node"]) {
    if (candidate === installed && !existsSync(installed)) continue;
    const asked = spawnSync(candidate, ["--version"], { encoding: "utf8" });
    if (asked.status === 0 && Number(asked.stdout.slice(1).split(".")[0]) >= leastNode) return candidate;
  }
  return fail(
    `Goldseam needs Node ${leastNode} or newer, and found none for this machine. Install it and start again.`,
  );
}

install();
const separator = process.platform === "win32" ? ";" : ":";
run(
  findNode(),
  ["--disable-warning=ExperimentalWarning", path.join(root, "tools", "run.ts"), ...process.argv.slice(2)],
  {
    env: { ...process.env, PATH: `${bin}${separator}${process.env.PATH}` },
  },
);
