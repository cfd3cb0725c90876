/** The walls between packages. What is absent matters most: the server cannot reach anything that opens a seal. */
const pure =
  "^packages/(core|crypto|sync|client|rounds)/src/|^packages/practices/src/(?!screens\\.ts|screen\\.ts|.*\\.svelte)|^packages/(measures|safety)/src/(?!screens|.*\\.svelte)|^packages/wording/src/(?!editor/)";
const tests = "\\.test\\.ts$|/test/|/gallery/";
const packageNames = [
  "core",
  "crypto",
  "sync",
  "measures",
  "safety",
  "rounds",
  "wording",
  "practices",
  "client",
  "ui",
  "server",
  "web",
  "cli",
];

/** What each package may import of the others; docs: ARCHITECTURE.md, "Code map". */
const mayImport = {
  core: [],
  crypto: ["core"],
  rounds: ["core", "crypto"],
  sync: ["core"],
  measures: ["core", "ui"],
  safety: ["core", "measures", "ui"],
  wording: ["core", "ui"],
  practices: ["core", "measures", "wording", "ui"],
  client: ["core", "crypto", "sync", "practices"],
  ui: [],
  server: ["core", "sync", "crypto"],
  web: ["core", "crypto", "sync", "measures", "safety", "wording", "practices", "client", "ui"],
  cli: ["core", "crypto", "sync", "measures", "wording", "client", "server"],
};

const wall = (name) => ({
  name: `${name}-imports-only-what-it-may`,
  severity: "error",
  from: { path: `^packages/${name}/src/`, pathNot: tests },
  to: { path: "^packages/([^/]+)/", pathNot: `^packages/(${[name, ...mayImport[name]].join("|")})/` },
});

export default {
  forbidden: [
    ...packageNames.map(wall),
    {
      name: "server-opens-nothing",
      comment:
        "Nothing that the server reaches, directly or through another package, may open or make a seal.",
      severity: "error",
      from: { path: "^packages/server/src/", pathNot: tests },
      to: {
        path: "^packages/(client|measures|practices|rounds|safety|ui|web|wording)/|^packages/crypto/src/(index|open|account|body|clear-item|confirmation|derivation|grant|invite|key-pair|kit|link-signing|slot|stretch)\\.ts$",
        reachable: true,
      },
    },
    {
      name: "pure-code-draws-nothing",
      comment: "These packages are rules and bytes alone.",
      severity: "error",
      from: { path: "^packages/(core|crypto|sync|client|rounds)/src/", pathNot: tests },
      to: { path: "svelte|^packages/ui/" },
    },
    {
      name: "pure-faces-draw-nothing",
      comment:
        "What a package with screens gives under its own name runs without any of them, however far it reaches.",
      severity: "error",
      from: { path: "^packages/(practices|measures|safety|wording)/src/index\\.ts$" },
      to: { path: "\\.svelte(\\.ts)?$|^packages/ui/", reachable: true },
    },
    {
      name: "pure-code-runs-anywhere",
      comment:
        "Core, crypto, sync, client and rules run in browsers and in Node: no Node module in them, but for the files that Node has in place of WebCrypto and noble.",
      severity: "error",
      from: { path: pure, pathNot: [tests, "^packages/crypto/src/\\w+-node\\.ts$"] },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "through-the-public-face",
      comment: "A package is imported by its name and one of its exports, never by a path into it.",
      severity: "error",
      from: { path: "^packages/([^/]+)/src/", pathNot: tests },
      to: { path: "^packages/([^/]+)/src/", pathNot: "^packages/$1/", dependencyTypes: ["local"] },
    },
    {
      name: "features-do-not-know-each-other",
      severity: "error",
      from: { path: "^packages/practices/src/([^/]+)/" },
      to: { path: "^packages/practices/src/[^/]+/", pathNot: "^packages/practices/src/$1/" },
    },
    {
      name: "the-curve-for-rounds-alone",
      comment: "What the app loads first never has the curve: one entry of rounds holds it.",
      severity: "error",
      from: { path: "^packages/[^/]+/src/", pathNot: `^packages/rounds/src/points/|${tests}` },
      to: { path: "node_modules/@noble/curves/" },
    },
    {
      name: "rounds-without-the-curve",
      comment: "The fold of rounds is loaded with every room; points are loaded when a round is due.",
      severity: "error",
      from: { path: "^packages/rounds/src/index\\.ts$" },
      to: { path: "^packages/rounds/src/points/", reachable: true },
    },
    { name: "no-circles", severity: "error", from: { pathNot: tests }, to: { circular: true } },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "words\\.gen|/dist/" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "svelte", "default"] },
    extraExtensionsToScan: [".svelte"],
  },
};
