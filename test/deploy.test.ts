import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import { startTestServer } from "../packages/server/test/test-server.ts";

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

test("every metric that the dashboard names is one that a server exports, and every exported one is on it", async () => {
  const server = await startTestServer({ metrics: { host: "127.0.0.1", port: 0, token: null } });
  const text = await (await fetch(server.metricsAddress!)).text();
  await server.close();
  const exported = new Set([...text.matchAll(/^# TYPE (\S+)/gm)].map(([, name]) => name!));
  const dashboard = JSON.parse(readFileSync(path.join(root, "deploy/grafana-dashboard.json"), "utf8"));
  const expressions: string[] = dashboard.panels.flatMap((panel: { targets: { expr: string }[] }) =>
    panel.targets.map(({ expr }) => expr),
  );
  const named = new Set(
    expressions
      .flatMap((expression) => expression.match(/\b(?:goldseam|process)_\w+/g) ?? [])
      .map((name) => name.replace(/_bucket$/, "")),
  );
  expect([...named].sort()).toEqual([...exported].sort());
});
