import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, test } from "vitest";
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

describe("the container file, which nobody has run so far: no container engine was at hand", () => {
  const text = readFileSync(path.join(root, "deploy/Containerfile"), "utf8");
  /** Instructions with their arguments, in order; comments left out. */
  const lines = text
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => ({ name: line.split(" ")[0]!, rest: line.slice(line.indexOf(" ") + 1) }));
  const of = (name: string): string[] => lines.filter((line) => line.name === name).map(({ rest }) => rest);
  /** What comes after the last FROM: the image that runs. */
  const final = lines.slice(lines.findLastIndex(({ name }) => name === "FROM") + 1);

  test("has instructions alone that there are, each on one line", () => {
    const known = ["FROM", "WORKDIR", "COPY", "RUN", "USER", "ENV", "VOLUME", "EXPOSE", "HEALTHCHECK", "CMD"];
    expect(lines.filter(({ name }) => !known.includes(name))).toEqual([]);
    expect(lines[0]!.name).toBe("FROM");
  });

  test("names its images in full, with a version, and the same for both stages", () => {
    const images = of("FROM").map((rest) => rest.split(" ")[0]);
    expect(images).toHaveLength(2);
    expect(new Set(images).size).toBe(1);
    expect(images[0]).toMatch(/^docker\.io\/library\/node:26-[a-z]+-slim$/);
  });

  test("runs as nobody in particular, who can write the data and nothing else", () => {
    const user = final.findIndex(({ name }) => name === "USER");
    expect(final[user]!.rest).toBe("node");
    expect(final.slice(user).filter(({ name }) => name === "RUN" || name === "COPY")).toEqual([]);
    expect(final.filter(({ name }) => name === "COPY")).toEqual([
      { name: "COPY", rest: "--from=build --chown=root:root /app /app" },
    ]);
    expect(of("VOLUME")).toEqual(["/data"]);
    expect(of("RUN").at(-1)).toBe("mkdir /data && chown node:node /data && chmod 0700 /data");
  });

  test("starts programs by lists, so that signals reach them, and its settings are ones that serve knows", () => {
    for (const rest of of("CMD")) expect(Array.isArray(JSON.parse(rest))).toBe(true);
    for (const rest of of("HEALTHCHECK")) expect(rest).toMatch(/ CMD \[".+"\]$/);
    const settings = of("ENV").flatMap((rest) =>
      [...rest.matchAll(/(GOLDSEAM_\w+)=/g)].map(([, name]) => name!),
    );
    const serve = readFileSync(path.join(root, "packages/cli/src/serve.ts"), "utf8");
    for (const name of settings) expect(serve).toContain(name);
  });

  test("takes in neither data nor settings nor history", () => {
    const left = readFileSync(path.join(root, ".dockerignore"), "utf8").split("\n");
    for (const name of [".git", "data", "node_modules", ".env*", "*.sqlite*"]) expect(left).toContain(name);
  });
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
