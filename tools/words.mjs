// Compiles people's sentences. Every packages/**/src/**/words/en.json (ICU MessageFormat 1, one message a key)
// becomes ../words.gen/words.ts beside it: typed functions for one locale, with nothing to load at run time.
//
//   node tools/words.mjs [--locale de] [--root .]
//
// en.json is the source: the other locales beside it must have the same keys and arguments, whichever is compiled.
// Exit 1, and nothing written, when any message of any locale breaks a rule.

import { existsSync, globSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { parse, TYPE } from "@formatjs/icu-messageformat-parser";

const sourceLocale = "en";

/**
 * What a message asks of its caller.
 * @typedef {{ kind: "text" } | { kind: "number" } | { kind: "date" } | { kind: "select", keys: Set<string> }} Argument
 * @typedef {{ args: Map<string, Argument>, tags: Set<string>, rich: boolean, code: string }} Message
 */

/** A message that breaks a rule. The text is for the person who writes messages. */
class Refused extends Error {}

// --- one message -------------------------------------------------------------------------------------------

/**
 * Compiles one message to an expression over `a`: a string, or a list of parts when the message has tags.
 *
 * - Errors: throws `Refused`, saying in plain words what to change.
 *
 * @param {string} text
 * @param {Formatters} formatters
 * @returns {Message}
 */
function compileMessage(text, formatters) {
  if (typeof text !== "string") throw new Refused("is not a text");
  if (text.trim() === "") throw new Refused("is empty");
  if (/[!¡！]/.test(text)) throw new Refused("has an exclamation mark");
  const nodes = parseMessage(text);
  /** @type {Message} */
  const message = { args: new Map(), tags: new Set(), rich: hasTag(nodes), code: "" };
  const scope = { message, formatters, counted: null, underSelect: false };
  message.code = message.rich ? `[${partsOf(nodes, scope)}]` : textOf(nodes, scope);
  return message;
}

function parseMessage(text) {
  try {
    return parse(text, { shouldParseSkeletons: true, requiresOtherClause: true });
  } catch (error) {
    const { start, end } = error.location ?? { start: { offset: 0 }, end: { offset: 0 } };
    const at = `at character ${start.offset + 1}`;
    if (error.message === "INVALID_ARGUMENT_TYPE")
      throw new Refused(
        `has an unknown argument type "${text.slice(start.offset, end.offset).trim()}" ${at}`,
      );
    throw new Refused(`cannot be read: ${error.message.toLowerCase().replaceAll("_", " ")} ${at}`);
  }
}

const hasTag = (nodes) =>
  nodes.some(
    (node) =>
      node.type === TYPE.tag || Object.values(node.options ?? {}).some((option) => hasTag(option.value)),
  );

/** An expression of type string. */
function textOf(nodes, scope) {
  if (nodes.length === 0) return '""';
  return nodes.map((node) => textOfNode(node, scope)).join(" + ");
}

function textOfNode(node, scope) {
  const { formatters } = scope;
  switch (node.type) {
    case TYPE.literal:
      checkLiteral(node.value, scope);
      return JSON.stringify(node.value);
    case TYPE.argument:
      return argument(node.value, { kind: "text" }, scope);
    case TYPE.number:
      return `${formatters.number(node.style)}.format(${argument(node.value, { kind: "number" }, scope)})`;
    case TYPE.date:
    case TYPE.time: {
      const value = argument(node.value, { kind: "date" }, scope);
      return `${formatters.date(node.type === TYPE.date ? "date" : "time", node.style)}.format(${value})`;
    }
    case TYPE.pound:
      return `${formatters.number(null)}.format(${scope.counted})`;
    case TYPE.select:
    case TYPE.plural:
      return branches(node, scope, textOf);
    case TYPE.tag:
      throw new Refused(`has <${node.value}> inside another tag`);
    default:
      throw new Refused(`has an unknown argument type (${node.type})`);
  }
}

function checkLiteral(value, scope) {
  const selfClosing = /<[a-z][\w-]*\s*\/>/i.exec(value);
  if (selfClosing) throw new Refused(`has ${selfClosing[0]}: a tag must hold words`);
  if (scope.underSelect && value.includes("#"))
    throw new Refused("has # in a select inside a plural, where it is no number: write {name, number} there");
}

/** List items of type `{ tag?, text }`. Neighbouring texts become one part. */
function partsOf(nodes, scope) {
  const items = [];
  let plain = [];
  const flush = () => {
    if (plain.length > 0) items.push(`{ text: ${textOf(plain, scope)} }`);
    plain = [];
  };
  for (const node of nodes) {
    if (node.type === TYPE.tag) {
      flush();
      scope.message.tags.add(node.value);
      const text = textOf(node.children, scope);
      items.push(`{ tag: ${JSON.stringify(node.value)}, text: ${text} }`);
    } else if (hasTag([node])) {
      flush();
      items.push(`...${branches(node, scope, (inner, within) => `[${partsOf(inner, within)}]`)}`);
    } else plain.push(node);
  }
  flush();
  return items.join(", ");
}

/** A select or plural as nested conditions. `=5` comes before a category, as the standard asks. */
function branches(node, scope, compile) {
  const options = Object.entries(node.options).filter(([key]) => key !== "other");
  if (node.type === TYPE.select) {
    const keys = new Set([...options.map(([key]) => key), "other"]);
    const value = argument(node.value, { kind: "select", keys }, scope);
    const within = { ...scope, underSelect: scope.underSelect || scope.counted !== null };
    const cases = options.map(
      ([key, option]) => `${value} === ${JSON.stringify(key)} ? ${compile(option.value, within)} : `,
    );
    return `(${cases.join("")}${compile(node.options.other.value, within)})`;
  }
  const value = argument(node.value, { kind: "number" }, scope);
  const counted = node.offset ? `(${value} - ${node.offset})` : value;
  const rules = () => scope.formatters.plural(node.pluralType);
  const within = { ...scope, counted, underSelect: false };
  const exact = options.filter(([key]) => key.startsWith("="));
  const category = options.filter(([key]) => !key.startsWith("="));
  for (const [key] of category) checkCategory(key, node.pluralType, scope.formatters.locale);
  const cases = [
    ...exact.map(
      ([key, option]) => `${value} === ${Number(key.slice(1))} ? ${compile(option.value, within)} : `,
    ),
    ...category.map(
      ([key, option]) =>
        `${rules()}.select(${counted}) === ${JSON.stringify(key)} ? ${compile(option.value, within)} : `,
    ),
  ];
  return `(${cases.join("")}${compile(node.options.other.value, within)})`;
}

function checkCategory(key, type, locale) {
  const known = new Intl.PluralRules(locale, { type }).resolvedOptions().pluralCategories;
  if (!known.includes(key))
    throw new Refused(`counts with "${key}", which ${locale} does not have (${known.join(", ")})`);
}

/** Notes the argument and returns the expression for its value. */
function argument(name, wanted, { message }) {
  if (!/^[A-Za-z_$][\w$]*$/.test(name)) throw new Refused(`has the argument {${name}}: name it with a word`);
  const known = message.args.get(name);
  if (!known) message.args.set(name, wanted);
  else if (known.kind === "select" && wanted.kind === "select")
    for (const key of wanted.keys) known.keys.add(key);
  else if (wanted.kind !== known.kind) {
    if (known.kind === "select" && wanted.kind === "text") return `a.${name}`;
    if (known.kind === "text" && wanted.kind === "select") message.args.set(name, wanted);
    else
      throw new Refused(
        `uses {${name}} as ${known.kind} and as ${wanted.kind}${numberHint(known, wanted, name)}`,
      );
  }
  return `a.${name}`;
}

const numberHint = (one, other, name) =>
  [one.kind, other.kind].sort().join() === "number,text" ? `: write {${name}, number}` : "";

/** @param {Argument} argument */
function typeOf(argument) {
  switch (argument.kind) {
    case "text":
      return "string";
    case "number":
      return "number";
    case "date":
      return "Date | number";
    case "select":
      return [...argument.keys].map((key) => JSON.stringify(key)).join(" | ");
  }
}

// --- formatters: one constant for each that a file needs ----------------------------------------------------

/** English here writes 6 March and 18:00. */
const intlLocale = (locale) => (locale === "en" ? "en-GB" : locale);
const dateStyles = ["short", "medium", "long", "full"];

class Formatters {
  #constants = new Map();
  constructor(locale) {
    this.locale = locale;
  }
  number(style) {
    const options =
      style === null || style === undefined
        ? {}
        : typeof style === "object"
          ? skeletonOptions(style)
          : style === "integer"
            ? { maximumFractionDigits: 0 }
            : style === "percent"
              ? { style: "percent" }
              : refuseStyle("number", style, "integer, percent");
    return this.#constant("number", "NumberFormat", options);
  }
  date(kind, style) {
    const named = kind === "date" ? "dateStyle" : "timeStyle";
    const options =
      style === null || style === undefined
        ? { [named]: kind === "date" ? "medium" : "short" }
        : typeof style === "object"
          ? skeletonOptions(style)
          : dateStyles.includes(style)
            ? { [named]: style }
            : refuseStyle(kind, style, dateStyles.join(", "));
    return this.#constant(kind, "DateTimeFormat", options);
  }
  plural(type) {
    return this.#constant(type, "PluralRules", type === "ordinal" ? { type } : {});
  }
  #constant(prefix, kind, options) {
    const code = `/* @__PURE__ */ new Intl.${kind}(${JSON.stringify(intlLocale(this.locale))}, ${JSON.stringify(options)})`;
    let name = this.#constants.get(code);
    if (!name) {
      name = `$${prefix}${this.#constants.size + 1}`;
      this.#constants.set(code, name);
    }
    return name;
  }
  declarations() {
    return [...this.#constants].map(([code, name]) => `const ${name} = ${code};\n`).join("");
  }
}

function skeletonOptions(style) {
  if (Object.keys(style.parsedOptions).length === 0) throw new Refused("has a format that is not understood");
  return style.parsedOptions;
}

function refuseStyle(kind, style, known) {
  throw new Refused(`formats a ${kind} as "${style}"; known are ${known}, or a ::skeleton`);
}

// --- one folder of words ------------------------------------------------------------------------------------

const reserved = new Set(
  "arguments await break case catch class const continue debugger default delete do else enum eval export extends false finally for function if implements import in instanceof interface let new null package private protected public return static super switch this throw true try typeof undefined var void while with yield".split(
    " ",
  ),
);

/**
 * Compiles the messages of one folder.
 *
 * - Shape: `catalogues` holds every locale's messages, `en` among them; `locale` says which is written.
 * - Errors: in `problems`, one sentence each; `code` is then not to be used.
 *
 * @param {Record<string, Record<string, string>>} catalogues
 * @param {string} locale
 * @returns {{ code: string, problems: string[] }}
 */
export function compileCatalogues(catalogues, locale = sourceLocale) {
  const problems = [];
  const source = catalogues[sourceLocale];
  if (!source) return { code: "", problems: [`${sourceLocale}.json is missing`] };
  if (!catalogues[locale]) return { code: "", problems: [`${locale}.json is missing`] };

  const compiled = {};
  for (const [name, messages] of Object.entries(catalogues)) {
    const formatters = new Formatters(name);
    compiled[name] = { formatters, messages: new Map() };
    for (const [key, text] of Object.entries(messages)) {
      try {
        if (reserved.has(key))
          throw new Refused("is a key that JavaScript keeps for itself: choose another word");
        if (!/^[A-Za-z][A-Za-z0-9]*$/.test(key))
          throw new Refused("is a key that cannot name a function: letters and figures only");
        compiled[name].messages.set(key, compileMessage(text, formatters));
      } catch (error) {
        if (!(error instanceof Refused)) throw error;
        problems.push(`${name}.json: "${key}" ${error.message}`);
      }
    }
  }
  for (const name of Object.keys(catalogues)) {
    if (name === sourceLocale) continue;
    problems.push(
      ...differences(
        source,
        catalogues[name],
        compiled[sourceLocale].messages,
        compiled[name].messages,
        name,
      ),
    );
  }

  const { formatters, messages } = compiled[locale];
  const body = Object.keys(source).map((key) => {
    const message = messages.get(key);
    const asked = compiled[sourceLocale].messages.get(key);
    return message && asked ? functionText(key, message, asked, catalogues[locale][key]) : "";
  });
  const code = `// Generated from words/${locale}.json by tools/words.mjs. Change the messages, not this file.\n${formatters.declarations()}${body.join("")}`;
  return { code, problems };
}

function differences(source, other, sourceMessages, otherMessages, name) {
  const found = [];
  for (const key of Object.keys(source)) if (!(key in other)) found.push(`${name}.json: "${key}" is missing`);
  for (const key of Object.keys(other))
    if (!(key in source)) found.push(`${name}.json: "${key}" is not in ${sourceLocale}.json`);
  for (const [key, asked] of sourceMessages) {
    const message = otherMessages.get(key);
    if (!message) continue;
    const names = (map) => [...map.keys()].sort().join(", ") || "none";
    if (names(asked.args) !== names(message.args)) {
      found.push(
        `${name}.json: "${key}" has other arguments (${names(message.args)}) than ${sourceLocale}.json (${names(asked.args)})`,
      );
      continue;
    }
    if (asked.rich !== message.rich || [...message.tags].some((tag) => !asked.tags.has(tag)))
      found.push(`${name}.json: "${key}" has other tags than ${sourceLocale}.json`);
    for (const [arg, wanted] of message.args)
      if (!accepts(wanted, asked.args.get(arg)))
        found.push(
          `${name}.json: "${key}" uses {${arg}} as ${typeOf(wanted)}, ${sourceLocale}.json as ${typeOf(asked.args.get(arg))}`,
        );
  }
  return found;
}

/** Whether a message that wants `wanted` can be given every value of `given`. */
function accepts(wanted, given) {
  if (wanted.kind === "text" && given.kind === "select") return true;
  if (wanted.kind !== given.kind) return false;
  return wanted.kind !== "select" || [...wanted.keys].every((key) => given.keys.has(key));
}

function functionText(key, message, asked, text) {
  const fields = [...asked.args].map(([name, argument]) => `${name}: ${typeOf(argument)}`).join("; ");
  const parameters = fields ? `a: { ${fields} }` : "";
  const tags = [...asked.tags].map((tag) => JSON.stringify(tag)).join(" | ");
  const type = asked.rich ? `: readonly { readonly tag?: ${tags}; readonly text: string }[]` : ": string";
  return `/** ${text.replaceAll("*/", "* /").replaceAll(/\s+/g, " ")} */\nexport const ${key} = (${parameters})${type} => ${message.code};\n`;
}

// --- the tree -----------------------------------------------------------------------------------------------

/**
 * Compiles every words folder under `root`/packages.
 *
 * - Errors: in `problems`; then no file was written.
 *
 * @param {{ root: string, locale?: string }} options
 * @returns {{ problems: string[], folders: number, messages: number, written: number }}
 */
export function compileTree({ root, locale = sourceLocale }) {
  const sources = globSync("packages/**/src/**/words/en.json", {
    cwd: root,
    exclude: (path) => /(^|[\\/])(node_modules|dist)$/.test(typeof path === "string" ? path : path.name),
  });
  const problems = [];
  const outputs = [];
  let count = 0;
  for (const path of sources.sort()) {
    const folder = dirname(join(root, path));
    const catalogues = {};
    for (const file of readdirSync(folder).filter((name) => name.endsWith(".json"))) {
      const messages = readCatalogue(join(folder, file), (problem) =>
        problems.push(`${relative(root, join(folder, file))}: ${problem}`),
      );
      if (messages) catalogues[file.slice(0, -".json".length)] = messages;
    }
    if (!catalogues[sourceLocale]) continue;
    const compiled = compileCatalogues(catalogues, locale);
    problems.push(...compiled.problems.map((problem) => `${relative(root, folder)}/${problem}`));
    outputs.push({ file: join(folder, "../words.gen/words.ts"), code: compiled.code });
    count += Object.keys(catalogues[sourceLocale]).length;
  }
  let written = 0;
  if (problems.length === 0)
    for (const { file, code } of outputs) {
      if (existsSync(file) && readFileSync(file, "utf8") === code) continue; // a watching build sees only changes
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, code);
      written++;
    }
  return { problems, folders: outputs.length, messages: count, written };
}

function readCatalogue(file, refuse) {
  try {
    const text = readFileSync(file, "utf8");
    const catalogue = JSON.parse(text);
    const keys = [...text.matchAll(/^\s*"((?:[^"\\]|\\.)*)"\s*:/gm)].map((match) => match[1]);
    for (const key of keys.filter((name, index) => keys.indexOf(name) !== index))
      refuse(`"${key}" stands twice`);
    return catalogue;
  } catch (error) {
    refuse(`cannot be read: ${error.message}`);
    return null;
  }
}

function main() {
  const { values } = parseArgs({
    options: { locale: { type: "string", default: sourceLocale }, root: { type: "string", default: "." } },
  });
  const { problems, folders, messages } = compileTree({ root: resolve(values.root), locale: values.locale });
  if (problems.length > 0) {
    for (const problem of problems) console.error(problem);
    console.error(
      `${problems.length} ${problems.length === 1 ? "message needs" : "messages need"} a change. Nothing was written.`,
    );
    process.exit(1);
  }
  console.log(`${messages} messages in ${folders} folders, ${values.locale}.`);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) main();
