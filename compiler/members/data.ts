// Data blocks: how the columns of a log become signals. A signal nobody maps is read from the column of its own name.
import type * as ast from "../../grammar/ast.ts";
import type { DataSource, SignalDeclaration } from "../../runtime/program.ts";
import { complain, type Context, type Lowered } from "../elaborate/context.ts";
import { makeColumn } from "../elaborate/data-values.ts";
import { elaborate } from "../elaborate/expression.ts";
import { nearest } from "../elaborate/suggest.ts";
import { BOOL, NUMBER, TEXT } from "../types/value-types.ts";
import { declare } from "./declare.ts";
import { origin, type Work } from "./reward-parts.ts";
import { checkEntry } from "./scenarios.ts";

const roles = ["episode", "step", "group", "terminated", "truncated", "reward"] as const;
type Role = (typeof roles)[number];

export function readData(work: Work): void {
  const { data } = work.context.scope;
  for (const member of work.reward.members) {
    if (member.kind !== "data") continue;
    const definition = declare(work, "data", member, data, (entry) => entry);
    if (definition === undefined) continue;
    data.set(definition.name, definition);
    work.parts.data.push(readSource(member, definition.name, work));
  }
}

function readSource(member: ast.Data, name: string, work: Work): DataSource {
  const context: Context = { ...work.context, place: "data" };
  const source: DataSource = { name, glob: member.glob.value, entries: {}, columns: {}, ...origin(member) };
  for (const item of member.world?.items ?? []) {
    if (item.kind === "entry") readEntry(item, source, context, work);
    else complain(context, item, "M033", "segment-in-data", "A data block maps columns; it has no segments.", { help: "Write 'signal = \"column\"'." });
  }
  for (const signal of work.parts.signals) {
    source.entries[signal.name] ??= makeColumn(signal.name, signal.type, undefined, context).node;
  }
  return source;
}

function readEntry(entry: ast.Entry, source: DataSource, context: Context, work: Work): void {
  const name = entry.path[0];
  if (name === undefined || name.text === "") return;
  const signal = entry.path.length === 1 ? work.parts.signals.find((candidate) => candidate.name === name.text) : undefined;
  const role = roles.find((candidate) => candidate === name.text);
  if (signal !== undefined) {
    const definition = context.scope.values.get(name.text)?.definition;
    if (definition !== undefined) context.model.references.push({ start: name.start, end: name.end, definition });
    const value = columnValue(entry.value, signal.type, context);
    if (value !== undefined && checkEntry(signal, undefined, value, entry.value, context)) source.entries[signal.name] = value.node;
    if (role === undefined) return;
  }
  if (role !== undefined) {
    const value = columnValue(entry.value, roleType(role), context);
    if (value !== undefined) source.columns[role] = value.node;
    return;
  }
  const close = nearest(name.text, [...work.parts.signals.map((candidate) => candidate.name), ...roles]);
  complain(context, name, "N019", "unknown-signal", `There is no signal '${name.text}'.`, {
    help: close ? `Did you mean '${close}'?` : `A data block maps signals, and the columns ${roles.join(", ")}.`,
  });
}

/** A text is the path of a column, read as what it is assigned to. */
function columnValue(expression: ast.Expression, type: SignalDeclaration["type"], context: Context): Lowered | undefined {
  if (expression.kind === "text") return makeColumn(expression.value, type, expression, context);
  if (expression.kind === "call" && expression.callee.text === "column" && expression.args[0]?.value.kind === "text") {
    const column = makeColumn(expression.args[0].value.value, type, expression, context);
    context.infos.set(expression, column.info);
    return column;
  }
  return elaborate(expression, context);
}

function roleType(role: Role): SignalDeclaration["type"] {
  if (role === "terminated" || role === "truncated") return BOOL;
  return role === "reward" || role === "step" ? NUMBER : TEXT;
}
