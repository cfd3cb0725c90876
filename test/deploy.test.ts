import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "vitest";

const root = path.dirname(import.meta.dirname);
const hasSystemd = spawnSync("systemd-analyze", ["--version"]).status === 0;

// Skipped where systemd-analyze is missing: it is the only judge of a unit, and belongs to the system.
test.skipIf(!hasSystemd)("the systemd unit is one that systemd understands", () => {
  const unit = readFileSync(path.join(root, "deploy/goldseam.service"), "utf8");
  const file = path.join(mkdtempSync(path.join(tmpdir(), "goldseam-unit-")), "goldseam.service");
  // The program need not be installed here to be understood.
  writeFileSync(file, unit.replace(/^ExecStart=\S+/m, "ExecStart=/bin/true"));
  const { status, stderr } = spawnSync("systemd-analyze", ["verify", file], { encoding: "utf8" });
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
});

test("what the unit and the container start is there, and neither names a secret", () => {
  for (const name of ["deploy/goldseam.service", "deploy/Containerfile"]) {
    const text = readFileSync(path.join(root, name), "utf8");
    expect(text).toContain("packages/cli/src/main.ts");
    expect(text).not.toMatch(/password|PGPASSWORD=|postgres:\/\//i);
  }
  expect(readFileSync(path.join(root, "packages/cli/src/main.ts"), "utf8")).toContain('"serve"');
});
