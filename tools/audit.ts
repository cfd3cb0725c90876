/** What is known against the packages that the project depends on: said in each run of the tests. */
import { spawnSync } from "node:child_process";

export type Audit = {
  /** Whether somebody was there to ask. */
  readonly ran: boolean;
  readonly says: string;
  /** Packages with a known high or critical finding. */
  readonly grave: readonly string[];
};

type Report = {
  readonly vulnerabilities?: Readonly<Record<string, { readonly severity?: string }>>;
};

/** Reads what `npm audit --json` printed. Anything but a report of findings is an audit that did not run. */
export function auditOf(text: string): Audit {
  const report = reportIn(text);
  if (report?.vulnerabilities === undefined) {
    return { ran: false, grave: [], says: "npm audit did not run: the registry gave no report." };
  }
  const found = Object.entries(report.vulnerabilities).map(([name, { severity }]) => ({ name, severity }));
  const isGrave = ({ severity }: { readonly severity?: string | undefined }): boolean =>
    severity === "high" || severity === "critical";
  const grave = found.filter(isGrave).map(({ name }) => name);
  const lesser = found.length - grave.length;
  const says =
    grave.length > 0
      ? `npm audit ran: high or critical findings in ${grave.join(", ")}, and ${lesser} lesser ones.`
      : `npm audit ran: no high or critical finding, ${lesser} lesser ones.`;
  return { ran: true, grave, says };
}

function reportIn(text: string): Report | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Asks the registry, for half a minute at most. */
export function audit(root: string): Audit {
  const { stdout } = spawnSync("npm", ["audit", "--json"], {
    cwd: root,
    encoding: "utf8",
    timeout: 30_000,
    shell: process.platform === "win32",
  });
  return auditOf(stdout ?? "");
}
