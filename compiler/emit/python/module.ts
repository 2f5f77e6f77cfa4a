// A JavaScript module of generated code → a Python module that computes the same. It must not know programs.
import { operatorFunctions } from "../support.generated.ts";
import { breakLine } from "./break-line.ts";
import { commentLines, docstring } from "./comments.ts";
import { inferKinds } from "./kinds.ts";
import { giveNames } from "./names.ts";
import { parseModule } from "./parse-statement.ts";
import { ALWAYS, preludeFor, preludeTexts } from "./prelude.ts";
import { MAIN } from "./prelude-main.ts";
import { REPLACED } from "./prelude-values.ts";
import type { Printer } from "./printer.ts";
import { propertyMembers } from "./properties.ts";
import { type Resolved, resolve } from "./resolve.ts";
import { statement } from "./statements.ts";
import type { Statement } from "./tree.ts";
import { expressionsIn } from "./walk.ts";

const operators = new Set(Object.values(operatorFunctions).flatMap(({ evaluate, reduce }) => [evaluate ?? "", reduce ?? ""]));

/** `about` is what the module says of itself. */
export function translateModule(javascript: string, about: readonly string[]): string {
  const resolved = resolve(parseModule(javascript), operators);
  inferKinds(resolved.flows);
  giveNames(resolved, preludeTexts.keys());
  const p = startPrinter();
  const { early, late } = printStatements(p, resolved);
  const patterns = [...p.shared.patterns].map(([text, name]) => `${name} = ${text}`);
  const classes = [...p.shared.properties].map((name) => `_CLASS_${name.toUpperCase()} = ${propertyMembers(name)}`);
  const texts = [...early, ...late].flat();
  const group = resolved.bindings.some(({ name, callee }) => name === "scoreGroup" && callee !== undefined);
  const main = MAIN[group ? "group" : "single"].trim().split("\n");
  const prelude = preludeFor(p.shared.used, [...texts, ...main]);
  const used = [...texts, ...prelude, ...patterns, ...main].join("\n");
  const imports = ["functools", "json", "math", "re", "sys"].filter((name) => new RegExp(`\\b${name}\\.`).test(used));
  const parts = [
    docstring(about),
    imports.map((name) => `import ${name}`),
    ALWAYS,
    ...early,
    ...prelude.map((text) => text.split("\n")),
    ...(classes.length > 0 ? [["# Characters by property, as the specification's own evaluator has them.", ...classes]] : []),
    ...(patterns.length > 0 ? [patterns] : []),
    ...late,
    main,
  ];
  const shown = parts.map((lines) => lines.flatMap((line) => line.split("\n")).flatMap(breakLine));
  return `${shown
    .map((lines) => lines.join("\n"))
    .join("\n\n\n")
    .replace(/\n{4,}/g, "\n\n\n")}\n`;
}

function startPrinter(): Printer {
  return {
    inside: undefined,
    inProgram: false,
    before: [],
    within: new Map(),
    onContinue: [],
    growing: new Set(),
    shared: { used: new Set(), patterns: new Map(), properties: new Set(), count: 0 },
  };
}

/** What calls functions when the module is read comes last. */
function printStatements(p: Printer, { statements }: Resolved): { early: string[][]; late: string[][] } {
  const early: string[][] = [];
  const late: string[][] = [];
  for (const [k, node] of statements.entries()) {
    // The module's own comment has become its docstring.
    const comments = k === 0 ? node.comments.slice(node.comments.findIndex((text) => !text.startsWith("//"))) : node.comments;
    const shown: Statement = { ...node, comments };
    const calls = node.s === "declare" && [...expressionsIn([node])].some(({ t }) => t === "call");
    const [described, own] = splitComments(shown);
    (calls ? late : early).push(...described.map((comment) => commentLines([comment])), printStatement(p, own));
  }
  return { early: early.filter((lines) => lines.length > 0), late };
}

/** Comments that describe records stand for themselves. */
function splitComments(node: Statement): [string[], Statement] {
  const count =
    node.s === "nothing" ? node.comments.length : node.comments.findLastIndex((text) => /@typedef|^\/\//.test(text)) + 1;
  return [node.comments.slice(0, count), { ...node, comments: node.comments.slice(count) }];
}

function printStatement(p: Printer, node: Statement): string[] {
  if (node.s !== "function") return statement(p, node);
  const { function: f } = node;
  const replaced = REPLACED[f.name ?? ""];
  const name = f.binding?.python ?? "";
  if (replaced !== undefined) return replaced.trim().replaceAll("NAME", name).split("\n");
  const inProgram = f.exported || f.generator;
  return statement({ ...p, inProgram, growing: inProgram ? growingIn(f.body as Statement[]) : new Set() }, node);
}

/** Columns that begin as empty lists. */
function growingIn(body: readonly Statement[]): Set<string> {
  const found = new Set<string>();
  for (const node of expressionsIn(body)) {
    if (node.t !== "object") continue;
    for (const { key, value } of node.properties) if (key && value.t === "array" && value.items.length === 0) found.add(key);
  }
  return found;
}
