// What temporal formulas and their margins mean, written a second time and directly: by looking at every step of every window.
import type * as ast from "../../grammar/ast.ts";

/** The episode a formula is asked about. `value` gives other expressions, on a step. */
export interface Asked {
  steps: number;
  value(expression: ast.Expression, t: number): number;
}

const least = (values: number[], nothing: number) => values.reduce((a, b) => Math.min(a, b), nothing);
const greatest = (values: number[], nothing: number) => values.reduce((a, b) => Math.max(a, b), nothing);

/** Steps ahead of `t` that a window holds; times are in steps of 0.1 s. */
function windowAt(call: ast.Call, t: number, { steps, value }: Asked): number[] {
  const within = call.args.find(({ name }) => name?.text === "within")?.value;
  const [from, to] = within?.kind === "binary" ? [value(within.left, t), value(within.right, t)] : [0, Number.POSITIVE_INFINITY];
  return Array.from({ length: steps - t }, (_, k) => t + k).filter((k) => k >= t + from && k <= t + to);
}

/** A temporal operator on step `t`; `part` is what its arguments are there: conditions, or their margins. */
function temporal(
  call: ast.Call,
  t: number,
  asked: Asked,
  ends: [none: number, all: number],
  part: (expression: ast.Expression, t: number) => number,
): number {
  const [first, second] = call.args.filter(({ name }) => name?.text !== "within").map((argument) => argument.value);
  const inside = windowAt(call, t, asked);
  const values = inside.map((k) => part(second !== undefined ? second : first!, k));
  if (call.callee.text === "always") return least(values, ends[1]);
  if (call.callee.text === "eventually") return greatest(values, ends[0]);
  const before = (k: number) =>
    least(
      Array.from({ length: k - t }, (_, j) => part(first!, t + j)),
      Number.POSITIVE_INFINITY,
    );
  return greatest(
    inside.map((k, n) => Math.min(values[n]!, before(k))),
    ends[0],
  );
}

export function isTemporal(expression: ast.Expression): boolean {
  return expression.kind === "call" && ["always", "eventually", "until"].includes(expression.callee.text);
}

/** Whether a formula holds on step `t`: 1 or 0. */
export function holds(call: ast.Call, t: number, asked: Asked): number {
  return temporal(call, t, asked, [0, 1], (part, k) => asked.value(part, k));
}

/** The margin of a formula on step `t`. `t` itself, the only thing examples measure, has the width `steps - 1`. */
export function margin(formula: ast.Expression, t: number, asked: Asked, raw: boolean): number {
  const width = raw ? 1 : asked.steps - 1;
  const of = (part: ast.Expression) => margin(part, t, asked, raw);
  if (formula.kind === "paren") return of(formula.inner);
  if (formula.kind === "unary") return -of(formula.operand);
  if (isTemporal(formula)) {
    const size = raw ? Number.POSITIVE_INFINITY : 1;
    return temporal(formula as ast.Call, t, asked, [-size, size], (part, k) => margin(part, k, asked, raw));
  }
  if (formula.kind !== "binary") throw new Error(`no margin of ${formula.kind}`);
  if (formula.operator === "and") return Math.min(of(formula.left), of(formula.right));
  if (formula.operator === "or") return Math.max(of(formula.left), of(formula.right));
  const gap = asked.value(formula.right, t) - asked.value(formula.left, t);
  return (formula.operator.startsWith("<") ? gap : -gap) / width;
}
