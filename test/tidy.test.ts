import { existsSync, globSync, readFileSync } from "node:fs";
import path from "node:path";
import { cruise } from "dependency-cruiser";
import extractDependencyCruiserConfig from "dependency-cruiser/config-utl/extract-depcruise-config";
import extractTSConfig from "dependency-cruiser/config-utl/extract-ts-config";
import { describe, expect, test } from "vitest";

/** The rules of the tree: what a reader may rely on without reading everything. */
const root = path.dirname(import.meta.dirname);
const read = (file: string): string => readFileSync(path.join(root, file), "utf8");
const ignored = ["**/node_modules/**", "**/dist/**", "**/words.gen/**"];
const list = (pattern: string): string[] => globSync(pattern, { cwd: root, exclude: ignored }).sort();
const packages = list("packages/*/package.json").map((file) => path.dirname(file));
const isTest = (file: string): boolean => /\.test\.ts$|\/test\/|\/gallery\//.test(file);

describe("walls", () => {
  /** Imports that `forbidden` refuses, of all packages. */
  async function breaches(forbidden: readonly object[]): Promise<string[]> {
    const { options } = await extractDependencyCruiserConfig(path.join(root, ".dependency-cruiser.mjs"));
    const tsConfig = extractTSConfig(path.join(root, "tsconfig.json"));
    const asked = { ...options, ruleSet: { forbidden }, validate: true, baseDir: root } as object;
    const cruised = await cruise(["packages"], asked, undefined, { tsConfig });
    const { summary } = typeof cruised.output === "string" ? JSON.parse(cruised.output) : cruised.output;
    expect(summary.totalDependenciesCruised).toBeGreaterThan(400);
    return summary.violations.map(
      (found: { rule: { name: string }; from: string; to: string }) =>
        `${found.rule.name}: ${found.from} → ${found.to}`,
    );
  }

  test("every import goes where ARCHITECTURE.md says that it may", async () => {
    const { forbidden } = await extractDependencyCruiserConfig(path.join(root, ".dependency-cruiser.mjs"));
    expect(forbidden?.length).toBeGreaterThan(10);
    expect(await breaches(forbidden ?? [])).toEqual([]);
  }, 60_000);

  test("a wall that stands in the way of what is there is reported: the test before this one can fail", async () => {
    const wall = { from: { path: "^packages/client/src/" }, to: { path: "^packages/core/" } };
    expect(await breaches([{ name: "planted", severity: "error", ...wall }])).not.toEqual([]);
  }, 60_000);

  test("pure code takes time, randomness, network and storage as arguments", () => {
    const forbidden =
      /\bDate\.now\(|new Date\(\)|Temporal\.Now|Math\.random|\bfetch\(|setTimeout\(|setInterval\(|localStorage|sessionStorage|crypto\.getRandomValues|\bconsole\./;
    const isScreenCode = (file: string): boolean => /\.svelte\.ts$|\/(?:screens?|announce)\.ts$/.test(file);
    const pure = [
      ...list("packages/{core,crypto,sync,measures,safety,rounds,practices}/src/**/*.ts"),
      ...list("packages/client/src/{account,couple,members,private,reminders,room,sync,export}/**/*.ts"),
    ];
    expect(pure.filter((file) => !isTest(file) && !isScreenCode(file) && forbidden.test(read(file)))).toEqual(
      [],
    );
  });
});

describe("rules and tests", () => {
  const features = list("packages/{practices/src/*,client/src/reminders}/README.md").map((file) =>
    path.dirname(file),
  );

  test("every feature of this kind has numbered rules", () => {
    expect(features.length).toBeGreaterThan(0);
    for (const feature of features) expect(rulesOf(feature).length, feature).toBeGreaterThan(0);
  });
  test.each(features)("every rule of %s has a test, and every test names a rule that exists", (feature) => {
    const rules = new Set(rulesOf(feature));
    const tested = new Set(testedIn(feature));
    expect(
      [...rules].filter((rule) => !tested.has(rule)),
      "rules without a test",
    ).toEqual([]);
    expect(
      [...tested].filter((rule) => !rules.has(rule)),
      "tests without a rule",
    ).toEqual([]);
  });

  function rulesOf(feature: string): string[] {
    return [...read(`${feature}/README.md`).matchAll(/^- \*\*([A-Z]+\d*(?:\.\d+)?)\*\*/gm)].map(
      (match) => match[1]!,
    );
  }
  function testedIn(feature: string): string[] {
    const sources = list(`${feature}/**/*.test.ts`).map(read);
    return sources.flatMap((source) =>
      [...source.matchAll(/\btest(?:\.\w+)*\(\s*["'`]((?:\[[A-Z0-9. ,]+\])+)/g)].flatMap((match) =>
        [...match[1]!.matchAll(/[A-Z]+\d*(?:\.\d+)?/g)].map((id) => id[0]),
      ),
    );
  }
});

describe("screens", () => {
  const svelte = list("packages/**/*.svelte");

  test("no raw HTML: Trusted Types would let it pass", () => {
    expect(svelte.filter((file) => read(file).includes("{@html"))).toEqual([]);
  });
  test("no inline style and no inline handler: the policy of the page refuses them", () => {
    expect(
      svelte.filter(
        (file) => !isTest(file) && /\sstyle(?:=|:)|<[a-z][^>]*\son[a-z]+="/.test(markupOf(read(file))),
      ),
    ).toEqual([]);
  });
  test("every sentence that a person reads lives in a message file", () => {
    const spoken = svelte
      .filter((file) => !isTest(file))
      .flatMap((file) => spokenIn(markupOf(read(file))).map((text) => `${file}: ${text}`));
    expect(spoken).toEqual([]);
  });
  test("no message shouts, praises or shames", () => {
    const words =
      /!|\b(?:great job|well done|congratulations|failed|streak|score|cheater|betrayer|victim|abuser)\b/i;
    const found = list("packages/**/words/en.json").flatMap((file) =>
      Object.entries(JSON.parse(read(file)) as Record<string, string>)
        .filter(([, text]) => words.test(text))
        .map(([key]) => `${file}: ${key}`),
    );
    expect(found).toEqual([]);
  });
  test("nothing is fetched from anywhere else: no address of another host in what is shipped", () => {
    const shipped = list(
      "packages/{web,ui,client,practices,measures,safety,wording,rounds,crypto,sync,core}/src/**/*.{ts,js,svelte,css}",
    ).filter((file) => !isTest(file) && !file.startsWith("packages/measures/src/fhir/"));
    const foreign = shipped.filter((file) =>
      /["'(]https?:\/\/(?!www\.w3\.org)/.test(read(file).replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, "")),
    );
    expect(foreign).toEqual([]);
  });

  function markupOf(source: string): string {
    return source.replace(/<script[\s\S]*?<\/script>|<style[\s\S]*?<\/style>|<!--[\s\S]*?-->/g, "");
  }
  /** Letters between tags, outside of braces: text that no message file knows. */
  function spokenIn(markup: string): string[] {
    let depth = 0;
    const outside = [...markup].map((character) => {
      if (character === "{") depth += 1;
      const kept = depth === 0 ? character : " ";
      if (character === "}") depth -= 1;
      return kept;
    });
    return [...outside.join("").matchAll(/>([^<>]*)</g)]
      .map((match) => match[1]!.trim())
      .filter((text) => /[A-Za-z]{2,}/.test(text));
  }
});

describe("logs", () => {
  test("only the command line speaks to the console", () => {
    const speaking = list("packages/*/src/**/*.{ts,svelte}").filter(
      (file) => !isTest(file) && !file.startsWith("packages/cli/") && /\bconsole\./.test(read(file)),
    );
    expect(speaking).toEqual([]);
  });
});

describe("workspaces", () => {
  test.each(packages)("%s has a README, a licence and one public face", (folder) => {
    const { exports: faces, license } = JSON.parse(read(`${folder}/package.json`)) as {
      exports?: Record<string, string>;
      license: string;
    };
    expect(existsSync(path.join(root, folder, "README.md"))).toBe(true);
    expect(license).toBe("AGPL-3.0-or-later");
    const programs = ["packages/web", "packages/cli"];
    expect(faces?.["."] ?? (programs.includes(folder) ? "none" : undefined)).toBe(
      programs.includes(folder) ? "none" : "./src/index.ts",
    );
    for (const face of Object.values(faces ?? {}))
      expect(existsSync(path.join(root, folder, face)), face).toBe(true);
  });
  test("every dependency is pinned exactly", () => {
    const loose = ["package.json", ...packages.map((folder) => `${folder}/package.json`)].flatMap((file) => {
      const { dependencies, devDependencies, optionalDependencies } = JSON.parse(read(file)) as Record<
        string,
        Record<string, string> | undefined
      >;
      const all = Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies });
      return all
        .filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))
        .map(([name]) => `${file}: ${name}`);
    });
    expect(loose).toEqual([]);
  });
  test("every dependency has its reason under docs/decisions", () => {
    const reasons = list("docs/decisions/*.md").map(read).join("\n");
    const all = ["package.json", ...packages.map((folder) => `${folder}/package.json`)].flatMap((file) => {
      const { dependencies, devDependencies, optionalDependencies } = JSON.parse(read(file)) as Record<
        string,
        Record<string, string> | undefined
      >;
      return Object.keys({ ...dependencies, ...devDependencies, ...optionalDependencies });
    });
    const unexplained = [...new Set(all)].filter(
      (name) => !name.startsWith("@goldseam/") && !reasons.includes(`\`${name}\``),
    );
    expect(unexplained).toEqual([]);
  });
});
