// Loops in Python: `for … in range(…)` where a loop counts, else `while`. It must not know what is done in them.

import { condition, raw, rawText } from "./expressions.ts";
import { kindOf } from "./kinds.ts";
import { fresh, indent, level, type Printer, prelude, within } from "./printer.ts";
import { statement, statements, takeApart } from "./statements.ts";
import type { Binding, Expression, Statement } from "./tree.ts";
import { assignedIn, shrinksOrGrows } from "./walk.ts";

type For = Statement & { s: "for" };

export function forLines(p: Printer, node: For): string[] {
  const range = rangeOf(p, node);
  if (range !== undefined) {
    const { variable, text, lists } = range;
    const inner: Printer = { ...p, onContinue: [], within: new Map(p.within).set(variable, lists) };
    return [`for ${variable.python} in ${text}:`, ...indent(statements(inner, node.body))];
  }
  const first = node.init === undefined ? [] : statement(p, node.init);
  const step = node.step === undefined ? [] : statement(p, { comments: [], s: "expression", of: node.step });
  const test = node.test === undefined ? "True" : within(condition(p, node.test), level.walrus);
  return [...first, ...whileLines(p, test, node.body, step)];
}

/** `step` runs after each round, also one that is cut short. */
export function whileLines(p: Printer, test: string, body: readonly Statement[], step: readonly string[]): string[] {
  const inner: Printer = { ...p, onContinue: step };
  const lines = statements(inner, body);
  return [`while ${test}:`, ...indent([...(lines.length === 1 && lines[0] === "pass" && step.length > 0 ? [] : lines), ...step])];
}

export function eachLines(p: Printer, { to, of, body }: Statement & { s: "each" }): string[] {
  const inner: Printer = { ...p, onContinue: [] };
  const list = rawText(p, of);
  if (to.t === "name") return [`for ${to.binding!.python} in ${list}:`, ...indent(statements(inner, body))];
  const name = fresh(p, "each_");
  return [`for ${name} in ${list}:`, ...indent([...takeApart(p, to, name), ...statements(inner, body)])];
}

interface Range {
  variable: Binding;
  text: string;
  /** Lists the variable is a place of. */
  lists: Set<Binding>;
}

/** Counting by one between bounds that stand still. */
function rangeOf(p: Printer, { init, test, step, body }: For): Range | undefined {
  if (init?.s !== "declare" || init.entries.length !== 1 || test?.t !== "binary" || step?.t !== "update") return undefined;
  const [{ to, value: start }] = init.entries;
  if (to.t !== "name" || to.binding?.kind !== "whole" || start === undefined) return undefined;
  const variable = to.binding;
  if (test.left.t !== "name" || test.left.binding !== variable || step.of.t !== "name" || step.of.binding !== variable)
    return undefined;
  const assigned = assignedIn(body);
  if (assigned.has(variable) || !standsStill(test.right, assigned, body)) return undefined;
  const bound =
    kindOf(test.right) === "whole"
      ? within(raw(p, test.right), level.sum)
      : prelude(p, "_ceil_count", rawText(p, test.right)).text;
  const from = rawText(p, start);
  const ends = `${test.op}${step.op}`;
  if (kindOf(test.right) !== "whole" && ends !== "<++") return undefined;
  const ranges: Readonly<Record<string, string>> = {
    "<++": from === "0" ? `range(${bound})` : `range(${from}, ${bound})`,
    "<=++": `range(${from}, ${bound} + 1)`,
    ">=--": `range(${from}, ${bound} - 1, -1)`,
    ">--": `range(${from}, ${bound}, -1)`,
  };
  const text = ranges[ends];
  return text === undefined ? undefined : { variable, text, lists: placesIn(ends, start, test.right, assigned) };
}

function standsStill(node: Expression, assigned: ReadonlySet<Binding>, body: readonly Statement[]): boolean {
  if (node.t === "number") return true;
  if (node.t === "name") return node.binding !== undefined && !assigned.has(node.binding);
  if (node.t === "binary") return standsStill(node.left, assigned, body) && standsStill(node.right, assigned, body);
  return node.t === "member" && node.name === "length" && standsStill(node.of, assigned, body) && !shrinksOrGrows(body, node.of);
}

/** `for (let i = 0; i < xs.length; i++)`, and the same backwards. */
function placesIn(ends: string, start: Expression, bound: Expression, assigned: ReadonlySet<Binding>): Set<Binding> {
  const last =
    start.t === "binary" && start.op === "-" && start.right.t === "number" && start.right.value >= 1 ? start.left : undefined;
  const up = ends === "<++" && start.t === "number" && start.value >= 0 ? bound : undefined;
  const down = ends === ">=--" && bound.t === "number" && bound.value >= 0 ? last : undefined;
  const length = up ?? down;
  const list = length?.t === "member" && length.name === "length" && length.of.t === "name" ? length.of.binding : undefined;
  return new Set(list !== undefined && !assigned.has(list) ? [list] : []);
}
