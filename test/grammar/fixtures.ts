// The specs that the tests of the grammar read, and what they compare. It must not know how anything is parsed.
import fs from "node:fs";
import path from "node:path";
import type * as ast from "../../grammar/ast.ts";

const folder = path.join(import.meta.dirname, "../fixtures/specs");

function read(directory: string): [name: string, text: string][] {
  return fs
    .readdirSync(directory)
    .filter((name) => name.endsWith(".reward"))
    .sort()
    .map((name) => [name, fs.readFileSync(path.join(directory, name), "utf8")]);
}

/** The eight examples and the three specs of the language's first page. */
export const examples = read(folder);
/** Specs in another hand. */
export const hacks = read(path.join(folder, "hacks"));
export const all = [...examples, ...hacks];

/** A copy without offsets, so that trees of different texts can be compared. */
export function withoutOffsets<T>(tree: T): T {
  if (Array.isArray(tree)) return tree.map(withoutOffsets) as T;
  if (typeof tree !== "object" || tree === null) return tree;
  const kept = Object.entries(tree).filter(([key, value]) => key !== "start" && key !== "end" && value !== undefined);
  return Object.fromEntries(kept.map(([key, value]) => [key, withoutOffsets(value)])) as T;
}

/** `let x`, `horizon`, `signals[a b]`: enough to recognise a member. */
export function label(node: ast.Member | ast.Declaration): string {
  if (node.kind === "setting") return node.setting;
  if (node.kind === "signals" || node.kind === "signal-set")
    return `signals[${node.entries.map((entry) => entry.name.text).join(" ")}]`;
  return "name" in node ? `${node.kind} ${node.name.text}` : node.kind;
}

/** Labels of every reward's members, in order. */
export function labels(file: ast.File): string[] {
  return file.declarations.flatMap((node) => (node.kind === "reward" ? node.members.map(label) : [label(node)]));
}

/** An expression in prefix form: `(+ a (* b 2))`. */
export function prefix(node: ast.Expression): string {
  const unit =
    "unit" in node && node.unit
      ? `[${node.unit.factors.map(({ name, number, exponent }) => `${name ?? number}^${exponent}`).join(" ")}]`
      : "";
  switch (node.kind) {
    case "number":
      return node.text + unit;
    case "inf":
      return `inf${unit}`;
    case "text":
      return node.text;
    case "bool":
      return String(node.value);
    case "name":
      return node.name;
    case "missing":
      return "?";
    case "paren":
      return `(paren ${prefix(node.inner)})`;
    case "unary":
      return `(${node.operator} ${prefix(node.operand)})`;
    case "binary":
      return `(${node.operator} ${prefix(node.left)} ${prefix(node.right)})`;
    case "chain":
      return `(chain ${node.operands.map((operand, i) => `${prefix(operand)}${node.operators[i] ? ` ${node.operators[i]}` : ""}`).join(" ")})`;
    case "member":
      return `(. ${prefix(node.object)} ${node.property.text})`;
    case "index":
      return `(at ${prefix(node.object)} ${prefix(node.index)})`;
    case "over":
      return `(over ${prefix(node.value)} ${node.axis.name}${node.axis.length ? ` ${prefix(node.axis.length)}` : ""}${node.axis.steps ? " steps" : ""})`;
    case "with":
      return `(with ${prefix(node.object)} ${node.world.items.length})`;
    case "if":
      return `(if ${prefix(node.condition)} ${prefix(node.yes)} ${prefix(node.no)})`;
    case "match":
      return `(match ${prefix(node.subject)} ${node.arms.map((arm) => `${arm.patterns.map(prefix).join("|") || "else"}=>${prefix(arm.value)}`).join(" ")})`;
    case "vector":
      return `[${node.elements.map(prefix).join(" ")}]${unit}`;
    case "list":
      return `(list ${prefix(node.value)} ${clause(node.for)}${node.where ? ` where ${prefix(node.where)}` : ""})`;
    case "call": {
      const args = node.args.map(
        ({ name, value, for: loop, where }) =>
          `${name ? `${name.text}:` : ""}${prefix(value)}${loop ? ` ${clause(loop)}` : ""}${where ? ` where ${prefix(where)}` : ""}`,
      );
      return `${node.callee.text}(${args.join(", ")})`;
    }
  }
}

function clause({ variable, source }: ast.Clause): string {
  return `for ${variable.text} in ${prefix(source)}`;
}

/** Everything in a tree that is not complete: an undefined where a node is due, a span that is no span. */
export function holes(tree: unknown, where = "file"): string[] {
  if (Array.isArray(tree))
    return tree.flatMap((node, i) => (node === undefined || node === null ? [`${where}[${i}]`] : holes(node, `${where}[${i}]`)));
  if (typeof tree !== "object" || tree === null) return [];
  const node = tree as Record<string, unknown>;
  const found = Object.entries(node).flatMap(([key, value]) => holes(value, `${where}.${key}`));
  if ("start" in node || "end" in node) {
    const { start, end } = node as { start: number; end: number };
    if (!(Number.isInteger(start) && Number.isInteger(end) && 0 <= start && start <= end))
      found.push(`${where}: ${start}..${end}`);
  }
  for (const key of required[String(node.kind)] ?? []) if (node[key] === undefined) found.push(`${where}.${key}`);
  return found;
}

/** Fields a node of each kind cannot do without. */
const required: Record<string, string[]> = {
  use: ["path"],
  unit: ["name"],
  fn: ["name", "params", "body"],
  "signal-set": ["name", "entries"],
  reward: ["name", "members"],
  setting: ["value"],
  ends: ["condition"],
  signal: ["name", "type", "tags"],
  signals: ["entries"],
  param: ["name", "value"],
  let: ["name", "value"],
  goal: ["name", "value"],
  probe: ["name", "value"],
  limit: ["name", "value"],
  track: ["name", "starts", "value"],
  objective: ["name", "value"],
  penalty: ["name", "value"],
  shaping: ["name", "value"],
  sequence: ["name", "stages"],
  require: ["name", "condition", "otherwise"],
  total: ["value"],
  assume: ["condition"],
  scenario: ["name", "world"],
  data: ["name", "glob"],
  expect: ["condition"],
  prove: ["claim"],
  condition: ["condition"],
  separates: ["goal"],
  monotone: ["what", "signal", "direction"],
  equivalent: ["other"],
  binary: ["operator", "left", "right"],
  unary: ["operand"],
  member: ["object", "property"],
  index: ["object", "index"],
  over: ["value", "axis"],
  with: ["object", "world"],
  call: ["callee", "args"],
  if: ["condition", "yes", "no"],
  match: ["subject", "arms"],
  paren: ["inner"],
  entry: ["path", "value"],
  segment: ["steps"],
};
