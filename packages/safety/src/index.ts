export { type Country, countries, type Helpline, type HelplineKind, helplines } from "./helplines.ts";
export { freshDays, linesEverywhere, linesFor, outdated, type ShownLine } from "./lines-for.ts";
