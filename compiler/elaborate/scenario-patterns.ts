// How a signal moves within a segment of a scenario: sweep, cycle, pulse, in terms of the step within the segment.
import type * as ast from "../../grammar/ast.ts";
import type { Info } from "../model.ts";
import { NUMBER } from "../types/value-types.ts";
import { PURE } from "../types/units.ts";
import { complain, type Context, type Lowered } from "./context.ts";
import { elaborate } from "./expression.ts";
import { applyInfix } from "./infix.ts";
import { constantNumber, make, makeNumber } from "./make.ts";
import type { Placed } from "./combine.ts";

type Pattern = (call: ast.Call, context: Context) => Lowered | undefined;

export const scenarioPatterns: ReadonlyMap<string, Pattern> = new Map<string, Pattern>([
  ["sweep", sweep],
  ["cycle", cycle],
  ["pulse", pulse],
]);

function builtin(name: "segment_step" | "segment_steps", context: Context): Lowered {
  const info: Info = { type: NUMBER, optional: false, timing: "step", unit: PURE, unitFree: false, trust: "verified", range: { lo: 0, hi: Number.POSITIVE_INFINITY } };
  return make(context, { op: "builtin", name }, info);
}

function values(call: ast.Call, context: Context): Placed[] | undefined {
  const placed: Placed[] = [];
  for (const argument of call.args) {
    if (argument.name !== undefined) continue;
    const value = elaborate(argument.value, context);
    if (value === undefined) return undefined;
    placed.push({ value, span: argument.value });
  }
  return placed;
}

function named(call: ast.Call, name: string, context: Context): number | undefined {
  const argument = call.args.find((candidate) => candidate.name?.text === name);
  const value = argument && elaborate(argument.value, context);
  return value && constantNumber(context, value);
}

/** a + (b − a)·i/(N−1); b where the segment has one step. */
function sweep(call: ast.Call, context: Context): Lowered | undefined {
  const [a, b] = values(call, context) ?? [];
  if (a === undefined || b === undefined) return complain(context, call, "T019", "missing-argument", "'sweep' is called as sweep(from, to).");
  const at = (value: Lowered | undefined): Placed | undefined => value && { value, span: call };
  const infix = (symbol: string, left: Placed | undefined, right: Placed | undefined) =>
    left && right && at(applyInfix(symbol, [left, right], call, context));
  const step = at(builtin("segment_step", context));
  const steps = at(builtin("segment_steps", context));
  const one = at(makeNumber(context, 1));
  const along = infix("/", infix("*", infix("-", b, a), step), infix("-", steps, one));
  const path = infix("+", a, along);
  const single = infix("<=", steps, one);
  if (path === undefined || single === undefined) return undefined;
  const range = {
    lo: Math.min(a.value.info.range.lo, b.value.info.range.lo),
    hi: Math.max(a.value.info.range.hi, b.value.info.range.hi),
  };
  return make(context, { op: "if", args: [single.value.node, b.value.node, path.value.node] }, { ...path.value.info, range, unitFree: a.value.info.unitFree && b.value.info.unitFree }, call);
}

/** v at i mod its length. */
function cycle(call: ast.Call, context: Context): Lowered | undefined {
  const list = values(call, context);
  if (list === undefined) return undefined;
  const last = list.at(-1);
  if (last === undefined) return complain(context, call, "T019", "missing-argument", "'cycle' is called as cycle(v0, v1, …).");
  const step = { value: builtin("segment_step", context), span: call };
  const turn = applyInfix("%", [step, { value: makeNumber(context, list.length), span: call }], call, context);
  if (turn === undefined) return undefined;
  let result = last.value;
  for (let index = list.length - 2; index >= 0; index--) {
    const here = applyInfix("==", [{ value: turn, span: call }, { value: makeNumber(context, index), span: call }], call, context);
    if (here === undefined) return undefined;
    const part = list[index]!.value;
    const range = { lo: Math.min(part.info.range.lo, result.info.range.lo), hi: Math.max(part.info.range.hi, result.info.range.hi) };
    result = make(context, { op: "if", args: [here.node, part.node, result.node] }, { ...part.info, timing: "step", range }, call);
  }
  return { ...result, info: { ...result.info, timing: "step" } };
}

/** v where i mod n = k, else 0 or false. */
function pulse(call: ast.Call, context: Context): Lowered | undefined {
  const [value] = values(call, context) ?? [];
  const every = named(call, "every", context);
  const offset = named(call, "at", context) ?? 0;
  if (value === undefined || every === undefined || !Number.isInteger(every) || every < 1) {
    return complain(context, call, "T019", "missing-argument", "'pulse' is called as pulse(v, every: n, at: k) with whole numbers n ≥ 1 and k.");
  }
  const step = { value: builtin("segment_step", context), span: call };
  const turn = applyInfix("%", [step, { value: makeNumber(context, every), span: call }], call, context);
  const here = turn && applyInfix("==", [{ value: turn, span: call }, { value: makeNumber(context, offset), span: call }], call, context);
  if (here === undefined) return undefined;
  const { info } = value.value;
  const rest = info.type.kind === "bool" ? make(context, { op: "constant", value: false }, { ...info, timing: "constant", range: { lo: 0, hi: 0 } }) : makeNumber(context, 0);
  const range = { lo: Math.min(0, info.range.lo), hi: Math.max(0, info.range.hi) };
  return make(context, { op: "if", args: [here.node, value.value.node, rest.node] }, { ...info, timing: "step", range }, call);
}
