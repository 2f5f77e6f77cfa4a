// Data blocks: how the columns of a log become signals. A signal nobody maps is read from the column of its own name.
import type * as ast from "../../grammar/ast.ts";
import type { DataSource, ValueType } from "../../runtime/program.ts";
import { complain } from "../elaborate/complain.ts";
import type { Context, Lowered } from "../elaborate/context.ts";
import { makeColumn } from "../elaborate/data-values.ts";
import { elaborate } from "../elaborate/expression.ts";
import { noteReference } from "../elaborate/notes.ts";
import { resolveNames } from "../elaborate/resolve.ts";
import { nearest } from "../elaborate/suggest.ts";
import { BOOL, NUMBER, TEXT } from "../types/value-types.ts";
import { checkValue, type Target, targetNamed } from "./entry-values.ts";
import { membersOf, origin, type Work } from "./reward-parts.ts";
import { refuseGroup } from "./scenario-groups.ts";
import { unknownSignal } from "./worlds.ts";

const roles = ["episode", "step", "group", "terminated", "truncated", "reward"] as const;
type Role = (typeof roles)[number];

export function readData(work: Work): void {
  for (const member of membersOf(work, "data")) {
    if (work.definitionOf.has(member)) work.parts.data.push(readSource(member, work));
  }
}

function readSource(member: ast.Data, work: Work): DataSource {
  const context: Context = { ...work.context, place: "data" };
  const source: DataSource = { name: member.name.text, glob: member.glob.value, entries: {}, columns: {}, ...origin(member) };
  const before = new Map<string, ast.Entry>();
  for (const item of member.world?.items ?? []) {
    if (item.kind === "segment") {
      complain(context, item, "M033", "segment-in-data", "A data block maps columns; it has no segments.", {
        help: "Write 'signal = \"column\"'.",
      });
      continue;
    }
    if (item.kind === "group") {
      refuseGroup(item, context);
      continue;
    }
    const name = item.path.map(({ text }) => text).join(".");
    const first = before.get(name);
    if (first === undefined) before.set(name, item);
    else if (name !== "") {
      complain(context, item.path[0]!, "M035", "entry-twice", `'${name}' is mapped twice; the last one counts.`, {
        severity: "warning",
        help: "Keep one of them.",
        related: [{ start: first.start, end: first.end, message: "mapped here first" }],
      });
    }
    readEntry(item, source, context, work);
  }
  for (const signal of work.parts.signals) {
    source.entries[signal.name] ??= makeColumn(signal.name, signal.type, undefined, context).node;
  }
  return source;
}

function readEntry(entry: ast.Entry, source: DataSource, context: Context, work: Work): void {
  const [name, part] = entry.path;
  if (name === undefined || name.text === "") return;
  const definition = context.scope.values.get(name.text)?.definition;
  const role = roles.find((candidate) => candidate === name.text);
  if (part !== undefined) {
    complainPart(name, part, entry, context);
    return;
  }
  if (definition?.kind === "signal") {
    noteReference(context, name, definition);
    readSignal(entry, targetNamed(name.text, work), source, context);
  }
  if (role !== undefined) {
    const value = columnValue(entry.value, roleType(role), context);
    if (value !== undefined) source.columns[role] = value.node;
  } else if (definition?.kind !== "signal") {
    resolveNames(entry.value, context);
    const close = nearest(name.text, roles);
    if (close === undefined) unknownSignal(name, context, work);
    else
      complain(context, name, "N019", "unknown-signal", `There is no signal '${name.text}'.`, {
        help: `Did you mean '${close}'?`,
      });
  }
}

function readSignal(entry: ast.Entry, target: Target | undefined, source: DataSource, context: Context): void {
  if (target === undefined) {
    // A signal without meaning has its error where it is declared.
    context.fail();
    return;
  }
  const value = columnValue(entry.value, target.signal.type, context);
  if (value !== undefined && checkValue(target, undefined, value, entry.value, context))
    source.entries[target.signal.name] = value.node;
}

function complainPart(name: ast.Name, part: ast.Name, entry: ast.Entry, context: Context): void {
  resolveNames(entry.value, context);
  if (part.text === "") return;
  complain(context, part, "N009", "no-such-member", `A data block maps whole signals, not '${name.text}.${part.text}' alone.`, {
    help: `Write all components: '${name.text} = [column("…"), column("…")]'.`,
  });
}

/** A text is the path of a column, read as what it is assigned to. */
function columnValue(expression: ast.Expression, type: ValueType, context: Context): Lowered | undefined {
  if (expression.kind === "paren") return columnValue(expression.inner, type, context);
  if (expression.kind === "text") return makeColumn(expression.value, type, expression, context);
  const path =
    expression.kind === "call" && expression.callee.text === "column" && expression.args.length === 1
      ? expression.args[0]!.value
      : undefined;
  if (path?.kind !== "text") return elaborate(expression, context);
  const column = makeColumn(path.value, type, expression, context);
  context.infos.set(expression, column.info);
  return column;
}

function roleType(role: Role): ValueType {
  if (role === "terminated" || role === "truncated") return BOOL;
  return role === "reward" || role === "step" ? NUMBER : TEXT;
}
