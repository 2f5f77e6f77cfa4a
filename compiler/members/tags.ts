// Tags of a signal: names out of the table, values that fit the signal.
import type * as ast from "../../grammar/ast.ts";
import type { SignalDeclaration } from "../../runtime/program.ts";
import { complain, didYouMean, fix, replace } from "../elaborate/complain.ts";
import { constantNumber } from "../elaborate/constants.ts";
import { type Context, excerpt, type Lowered } from "../elaborate/context.ts";
import { elaborate } from "../elaborate/expression.ts";
import { nearest } from "../elaborate/suggest.ts";
import type { Info } from "../model.ts";
import { signalTags, type TagRow } from "../types/signal-tags.ts";
import { checkValue } from "./entry-values.ts";

type TagValue = SignalDeclaration["tags"][string];

export function readTags(
  signal: ast.Signal,
  declaration: SignalDeclaration,
  info: Info,
  context: Context,
): SignalDeclaration["tags"] {
  const tags: SignalDeclaration["tags"] = {};
  const written = new Map<string, ast.Tag>();
  for (const tag of signal.tags) {
    const before = written.get(tag.tag);
    if (before !== undefined) {
      complain(context, tag, "M008", "tag-twice", `The tag '${tag.tag}' is given twice.`, {
        severity: "warning",
        help: "Keep one of them; the last one counts.",
        related: [{ start: before.start, end: before.end, message: "given here first" }],
      });
    }
    written.set(tag.tag, tag);
    const value = tagValue(tag, declaration, info, context);
    if (value !== undefined) tags[tag.tag] = value;
  }
  return tags;
}

function tagValue(tag: ast.Tag, declaration: SignalDeclaration, info: Info, context: Context): TagValue | undefined {
  const row = signalTags.find((candidate) => candidate.tag === tag.tag);
  const { value } = tag;
  if (value === undefined) return true;
  if (!("kind" in value)) return nameOf(tag, value, row, context);
  if (value.kind === "missing") return undefined;
  if (value.kind === "text" && tag.tag !== "default") return value.value;
  const lowered = elaborate(value, context);
  if (lowered === undefined) return undefined;
  if (tag.tag === "default" && !checkValue({ signal: declaration, info }, undefined, lowered, value, context)) return undefined;
  const constant = constantOf(lowered, context);
  if (constant !== undefined && (tag.tag === "default" || typeof constant === "number")) return constant;
  const message = `'${tag.tag}' needs ${tag.tag === "default" ? "a value" : "a number"} known beforehand, but this is '${excerpt(context, value)}'.`;
  return complain(context, value, "M009", "tag-value", message, { help: row?.doc });
}

function nameOf(tag: ast.Tag, name: ast.Name, row: TagRow | undefined, context: Context): string | undefined {
  if (name.text === "" || row?.names === undefined || row.names.includes(name.text)) return name.text || undefined;
  const close = nearest(name.text, row.names);
  return complain(
    context,
    name,
    "M009",
    "tag-value",
    `'${tag.tag}' is followed by ${row.names.join(" or ")}, not by '${name.text}'.`,
    {
      help: didYouMean(close, row.doc),
      fixes: row.names.map((known) => fix(`Change to '${known}'`, replace(name, known))),
    },
  );
}

function constantOf(value: Lowered, context: Context): TagValue | undefined {
  const { nodes } = context.builder;
  const node = nodes[value.node];
  if (node?.op === "constant" && typeof node.value !== "object") return node.value;
  if (node?.op !== "vector") return constantNumber(context, value);
  const elements = node.args.map((arg) => nodes[arg]).map((arg) => (arg?.op === "constant" ? Number(arg.value) : Number.NaN));
  return elements.every(Number.isFinite) ? elements : undefined;
}
