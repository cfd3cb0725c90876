import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { auditOf } from "./audit.ts";

type Locked = {
  readonly link?: boolean;
  readonly integrity?: string;
  readonly hasInstallScript?: boolean;
  readonly deprecated?: string;
  readonly license?: string;
};
const lock = JSON.parse(readFileSync(path.join(import.meta.dirname, "../package-lock.json"), "utf8"));
const packages = Object.entries(lock.packages as Record<string, Locked>).filter(
  ([place, { link }]) => place.includes("node_modules/") && link !== true,
);
const named = (isIt: (one: Locked) => boolean): string[] =>
  packages.filter(([, one]) => isIt(one)).map(([place]) => place);

test("every package of the lock is pinned to its bytes", () => {
  expect(packages.length).toBeGreaterThan(100);
  expect(named(({ integrity }) => !integrity?.startsWith("sha512-"))).toEqual([]);
});

test("no package runs a program when it is installed, and none was given up by its authors", () => {
  expect(named(({ hasInstallScript }) => hasInstallScript === true)).toEqual([]);
  expect(named(({ deprecated }) => deprecated !== undefined)).toEqual([]);
});

test("every package has a licence that goes with the AGPL", () => {
  const good =
    /^(0BSD|Apache-2\.0|BSD-[23]-Clause|BlueOak-1\.0\.0|ISC|MIT|MIT-0|MIT OR Apache-2\.0|MPL-2\.0|OFL-1\.1)$/;
  expect(named(({ license }) => license !== undefined && !good.test(license))).toEqual([]);
});

test("an audit that ran fails on high and critical findings alone", () => {
  const report = (severities: Record<string, string>) =>
    JSON.stringify({
      vulnerabilities: Object.fromEntries(
        Object.entries(severities).map(([name, severity]) => [name, { severity }]),
      ),
    });
  expect(auditOf(report({}))).toMatchObject({ ran: true, grave: [] });
  expect(auditOf(report({ a: "low", b: "moderate" }))).toMatchObject({ ran: true, grave: [] });
  const grave = auditOf(report({ a: "high", b: "low", c: "critical" }));
  expect(grave).toMatchObject({ ran: true, grave: ["a", "c"] });
  expect(grave.says).toBe("npm audit ran: high or critical findings in a, c, and 1 lesser ones.");
});

test("an audit without a report did not run, and says so", () => {
  for (const text of ["", "not JSON", "null", "[]", '{"message":"405 Method Not Allowed","statusCode":405}'])
    expect(auditOf(text)).toMatchObject({
      ran: false,
      grave: [],
      says: expect.stringContaining("did not run"),
    });
});
