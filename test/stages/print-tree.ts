// The tree as an outline: a declaration a line with its source line, what it consists of below it, expressions on one line.
// Offsets are left out, so that a baseline changes only where the tree does.
import type * as ast from "../../grammar/ast.ts";
import { lineStarts, positionAt } from "../../grammar/positions.ts";
import { printExpression, printItem, unitText } from "./print-expression.ts";

export function printTree(file: ast.File, text: string): string {
  const starts = lineStarts(text);
  const lineOf = ({ start }: { start: number }) => `@${positionAt(starts, start).line + 1}`;
  const out: string[] = [];
  for (const declaration of file.declarations) put(declaration, 0);
  return `${out.join("\n")}\n`;

  function put(node: object, depth: number): void {
    const fields = Object.entries(node).filter(([key, value]) => !silent.has(key) && said(value));
    const { kind, start } = node as { kind?: string; start?: number };
    const inline = fields
      .filter(([key, value]) => key !== "doc" && isInline(value))
      .map(([key, value]) => printField(key, value));
    const place = typeof start === "number" ? lineOf({ start }) : "";
    out.push("  ".repeat(depth) + [kind === "setting" ? "" : kind, ...inline, place].filter(Boolean).join("  "));
    const { doc } = node as { doc?: string };
    for (const line of doc?.split("\n") ?? []) out.push(`${"  ".repeat(depth + 1)}/// ${line}`);
    for (const [, value] of fields.filter(([, value]) => !isInline(value))) {
      const parts = (Array.isArray(value) ? value : [value]) as object[];
      for (const part of parts) {
        if (isItem(part)) out.push(`${"  ".repeat(depth + 1)}${printItem(part)}`);
        else if ("items" in part) for (const item of (part as ast.World).items) putItem(item, depth + 1);
        else put(part, depth + 1);
      }
    }
  }

  function putItem(item: ast.World["items"][number], depth: number): void {
    if (isItem(item)) out.push(`${"  ".repeat(depth)}${printItem(item)}`);
    else put(item, depth);
  }
}

/** `kind` heads the line. */
const silent = new Set(["kind", "start", "end"]);
const said = (value: unknown) => value !== undefined && value !== false && !(Array.isArray(value) && value.length === 0);

const expressions = new Set(
  "number inf text bool name call member index over with unary binary chain if match vector list paren missing".split(" "),
);

type Part = { kind?: string; start?: number; text?: string } & Record<string, unknown>;

const isItem = (value: object): value is ast.Entry | ast.Segment =>
  ["entry", "steps"].includes((value as Part).kind ?? "") || "path" in value;
const isName = (value: Part) => value.kind === undefined && typeof value.text === "string";
const isType = (value: Part) => typeof value.base === "object";
const isTiming = (value: Part) => typeof value.timing === "string" && value.kind === undefined;
const isRange = (value: Part) => "lo" in value && "hi" in value;
const isExpression = (value: Part) => expressions.has(value.kind ?? "") && !("entries" in value) && !("claim" in value);

/** What fits on the line of its parent. */
function isInline(value: unknown): boolean {
  if (Array.isArray(value)) return value.every((part) => typeof part !== "object" || isInline(part));
  if (typeof value !== "object" || value === null) return true;
  const part = value as Part;
  return isName(part) || isType(part) || isRange(part) || isExpression(part) || isTiming(part) || "tag" in part || "args" in part;
}

function printField(key: string, value: unknown): string {
  if (key === "name" && typeof value === "object") return printInline(value);
  if (key === "setting") return String(value);
  return value === true ? key : `${key}: ${printInline(value)}`;
}

function printInline(value: unknown): string {
  if (Array.isArray(value)) return value.map(printInline).join(", ");
  if (typeof value !== "object" || value === null) return String(value);
  const part = value as Part;
  if (isName(part)) return part.text!;
  if (isType(part)) return printType(value as ast.TypeNode);
  if (isRange(part)) return printRange(value as ast.RangeNode);
  if ("tag" in part) return [part.tag, part.value === undefined ? "" : printInline(part.value)].filter(Boolean).join(" ");
  if (isTiming(part)) return String(part.timing);
  if ("callee" in part || !("args" in part)) return printExpression(value as ast.Expression);
  const { name, args } = value as ast.Source;
  return args.length === 0 ? name.text : `${name.text}(${args.map((arg) => arg.text).join(", ")})`;
}

const printRange = ({ lo, hi }: ast.RangeNode) => `${printExpression(lo)}..${printExpression(hi)}`;

function printType({ base, unit, range, optional }: ast.TypeNode): string {
  return [printBase(base) + (optional ? "?" : ""), unitText(unit), range && `in ${printRange(range)}`].filter(Boolean).join(" ");
}

function printBase(base: ast.BaseType): string {
  switch (base.kind) {
    case "named":
      return base.name;
    case "range":
      return printRange(base.range);
    case "vector":
    case "bools":
      return `${base.kind}(${base.size})`;
    case "quaternion":
      return `quaternion(${base.order})`;
    case "ensemble":
      return `ensemble(${base.size}) of ${printBase(base.of)}`;
    case "list":
      return `list of ${printBase(base.of)}`;
    case "one-of":
      return `one of ${base.alternatives.map(({ text }) => text).join(" | ")}`;
    default:
      return "(missing)";
  }
}
