// Sequence and temporal operators in terms of `prev`, states and aggregates, so that a program knows only those.
import type * as ast from "../../grammar/ast.ts";
import { operatorByName } from "../../runtime/operators/index.ts";
import { EVERYTHING, TRUTH } from "../../runtime/interval.ts";
import type { Info } from "../model.ts";
import { BOOL, describeType, isBool, isScalar, vectorType } from "../types/value-types.ts";
import { divideUnits, unitNamed } from "../types/units.ts";
import { missingStepLength } from "./builtins.ts";
import { commonUnit, type Placed, requirePresent } from "./combine.ts";
import { complain, type Context, excerpt, type Lowered } from "./context.ts";
import { article, elaborate } from "./expression.ts";
import { applyInfix, numberPart } from "./infix.ts";
import { make, makeBool, makeNumber } from "./make.ts";
import { aggregateInfo } from "./over.ts";
import { extreme, makeState } from "./states.ts";

type Rewrite = (call: ast.Call, context: Context) => Lowered | undefined;

export const rewrites: ReadonlyMap<string, Rewrite> = new Map<string, Rewrite>([
  ["prev", rewritePrev],
  ["delta", (call, context) => withNumber(call, context, (x) => difference(x, call, context))],
  ["rate_of", (call, context) => withNumber(call, context, (x) => rewriteRate(x, call, context))],
  ["rising", (call, context) => withCondition(call, context, (b) => edge(b, true, call, context))],
  ["falling", (call, context) => withCondition(call, context, (b) => edge(b, false, call, context))],
  ["once", (call, context) => withCondition(call, context, (b) => firstTime(b, call, context))],
  ["count_so_far", (call, context) => withCondition(call, context, (b) => runningSum(b, call, context))],
  ["cumsum", (call, context) => withNumber(call, context, (x) => runningSum(x, call, context))],
  ["running_max", (call, context) => withNumber(call, context, (x) => runningMax(x, call, context).now)],
  ["record", (call, context) => withNumber(call, context, (x) => rewriteRecord(x, call, context))],
  ["initial", (call, context) => withNumber(call, context, (x) => rewriteInitial(x, call, context))],
  ["always", (call, context) => withCondition(call, context, (b) => overEpisode("all", b, call, context))],
  ["eventually", (call, context) => withCondition(call, context, (b) => overEpisode("any", b, call, context))],
]);

/** The one argument of a sequence operator, per step. */
function argument(call: ast.Call, context: Context): Placed | undefined {
  const expression = call.args[0]?.value;
  if (expression === undefined || call.args.length !== 1 || call.args[0]!.name !== undefined) {
    const windowed = call.args.some((arg) => arg.name?.text === "within");
    const help = windowed ? "Windows ('within:') are not supported yet." : `It is called as ${call.callee.text}(x).`;
    return complain(context, call, "T019", "missing-argument", `'${call.callee.text}' takes one value.`, { help });
  }
  const value = elaborate(expression, context);
  if (value === undefined) return undefined;
  const part = { value, span: expression };
  if (!requirePresent(context, part)) return undefined;
  const { timing } = value.info;
  if (timing === "step" || timing === "constant") return part;
  return complain(context, expression, "T031", "not-a-step-value", `'${call.callee.text}' looks at the step before, but '${excerpt(context, expression)}' has only one value per episode.`);
}

function withNumber(call: ast.Call, context: Context, rewrite: (x: Placed) => Lowered | undefined): Lowered | undefined {
  const part = argument(call, context);
  return part && rewrite(part);
}

function withCondition(call: ast.Call, context: Context, rewrite: (b: Placed) => Lowered | undefined): Lowered | undefined {
  const part = argument(call, context);
  if (part === undefined) return undefined;
  if (isBool(part.value.info.type)) return rewrite(part);
  return complain(context, part.span, "T002", "not-a-condition", `'${call.callee.text}' needs true or false, but '${excerpt(context, part.span)}' is ${article(part.value.info)}.`);
}

function rewritePrev(call: ast.Call, context: Context): Lowered | undefined {
  const [value, init] = call.args;
  if (value === undefined || call.args.length > 2) return complain(context, call, "T019", "missing-argument", "'prev' is called as prev(x) or prev(x, init).");
  const track = value.value.kind === "name" ? context.scope.values.get(value.value.name) : undefined;
  if (track?.lowerPrevious !== undefined) {
    context.model.references.push({ start: value.value.start, end: value.value.end, definition: track.definition });
    const previous = track.lowerPrevious();
    if (previous !== undefined) context.infos.set(value.value, previous.info);
    return previous;
  }
  const part = argument({ ...call, args: [value] }, context);
  if (part === undefined || init === undefined) return part && previousOf(part, undefined, call, context);
  const start = elaborate(init.value, context);
  if (start === undefined) return undefined;
  return previousOf(part, { value: start, span: init.value }, call, context);
}

export function previousOf(part: Placed, init: Placed | undefined, call: ast.Call, context: Context): Lowered | undefined {
  if (init === undefined) {
    if (part.value.info.timing === "constant") return part.value;
    return make(context, { op: "prev", args: [part.value.node] }, part.value.info, call);
  }
  const unit = commonUnit(context, [part, init], "one value");
  if (unit === undefined) return undefined;
  if (init.value.info.timing === "end" || init.value.info.timing === "group") {
    return complain(context, init.span, "T010", "timing-mismatch", `The first value '${excerpt(context, init.span)}' is only known when the episode has ended.`);
  }
  const [a, b] = [part.value.info.range, init.value.info.range];
  const info: Info = { ...part.value.info, ...unit, range: { lo: Math.min(a.lo, b.lo), hi: Math.max(a.hi, b.hi) } };
  return make(context, { op: "prev", args: [part.value.node, init.value.node] }, info, call);
}

function difference(x: Placed, call: ast.Call, context: Context): Lowered | undefined {
  const before = previousOf(x, undefined, call, context);
  return before && applyInfix("-", [x, { value: before, span: x.span }], call, context);
}

function rewriteRate(x: Placed, call: ast.Call, context: Context): Lowered | undefined {
  const { dt } = context.settings;
  if (dt === undefined) return missingStepLength({ kind: "name", name: "rate_of", start: call.callee.start, end: call.callee.end }, context);
  const change = difference(x, call, context);
  if (change === undefined) return undefined;
  const step = makeNumber(context, dt);
  const timed: Placed = { value: { ...step, info: { ...step.info, unit: unitNamed("s", context.units)!, unitFree: false } }, span: call };
  const rate = applyInfix("/", [{ value: change, span: call }, timed], call, context);
  return rate && { ...rate, info: { ...rate.info, unit: divideUnits(x.value.info.unit, timed.value.info.unit) } };
}

function edge(b: Placed, rising: boolean, call: ast.Call, context: Context): Lowered | undefined {
  const before = previousOf(b, undefined, call, context);
  if (before === undefined) return undefined;
  const [now, other] = rising ? [b, { value: before, span: b.span }] : [{ value: before, span: b.span }, b];
  const negated = applyInfix("not", [other], call, context);
  return negated && applyInfix("and", [now, { value: negated, span: call }], call, context);
}

function firstTime(b: Placed, call: ast.Call, context: Context): Lowered | undefined {
  if (!isScalar(b.value.info.type)) {
    return complain(context, b.span, "T028", "over-vector", `'once' needs one condition, but '${excerpt(context, b.span)}' is ${describeType(b.value.info.type)}.`);
  }
  const seen = makeState("seen", makeBool(context, false), { ...b.value.info, type: BOOL, range: TRUTH }, call, context, (previous) =>
    applyInfix("or", [{ value: previous, span: call }, b], call, context),
  );
  const before = seen && applyInfix("not", [{ value: seen.previous, span: call }], call, context);
  return before && applyInfix("and", [b, { value: before, span: call }], call, context);
}

function runningSum(x: Placed, call: ast.Call, context: Context): Lowered | undefined {
  const horizon = context.settings.horizon ?? Number.POSITIVE_INFINITY;
  const { lo, hi } = x.value.info.range;
  const range = { lo: lo < 0 ? lo * horizon : 0, hi: hi > 0 ? hi * horizon : 0 };
  const info: Info = { ...x.value.info, type: isScalar(x.value.info.type) ? { kind: "number" } : x.value.info.type, range };
  if (x.value.info.type.kind === "vector") info.type = vectorType(x.value.info.type.size, "number");
  return makeState("sum", makeNumber(context, 0), info, call, context, (previous) =>
    applyInfix("+", [{ value: previous, span: call }, x], call, context),
  )?.state;
}

function runningMax(x: Placed, call: ast.Call, context: Context): { now: Lowered | undefined; previous: Lowered | undefined } {
  const lowest = makeNumber(context, Number.POSITIVE_INFINITY);
  const start = applyInfix("negate", [{ value: lowest, span: call }], call, context);
  const info: Info = { ...x.value.info, range: { lo: Number.NEGATIVE_INFINITY, hi: x.value.info.range.hi } };
  const made = start && makeState("highest", start, info, call, context, (previous) => extreme("max", [{ value: previous, span: call }, x], call, context));
  const now = made && { ...made.state, info: { ...made.state.info, range: x.value.info.range } };
  return { now, previous: made?.previous };
}

/** max(0, x − the highest before), where the start state counts as "before". */
function rewriteRecord(x: Placed, call: ast.Call, context: Context): Lowered | undefined {
  const { previous } = runningMax(x, call, context);
  const before = previousOf(x, undefined, call, context);
  if (previous === undefined || before === undefined) return undefined;
  const highest = extreme("max", [{ value: previous, span: call }, { value: before, span: call }], call, context);
  const rise = highest && applyInfix("-", [x, { value: highest, span: call }], call, context);
  const made = rise && extreme("max", [numberPart(0, call, context), { value: rise, span: call }], call, context);
  const width = x.value.info.range.hi - x.value.info.range.lo;
  return made && { ...made, info: { ...made.info, range: { lo: 0, hi: Number.isNaN(width) ? EVERYTHING.hi : width } } };
}

function rewriteInitial(x: Placed, call: ast.Call, context: Context): Lowered | undefined {
  const before = previousOf(x, undefined, call, context);
  if (before === undefined) return undefined;
  const first = make(context, { op: "builtin", name: "first" }, { ...x.value.info, type: BOOL, range: TRUTH, timing: "step", trust: "measured" });
  return makeState("initial", makeNumber(context, 0), x.value.info, call, context, (previous) =>
    make(context, { op: "if", args: [first.node, before.node, previous.node] }, x.value.info, call),
  )?.state;
}

function overEpisode(name: "all" | "any", b: Placed, call: ast.Call, context: Context): Lowered | undefined {
  const operator = operatorByName.get(name);
  if (operator === undefined) return undefined;
  const whole = isScalar(b.value.info.type)
    ? b.value
    : make(context, { op: "reduce", operator: name, args: [b.value.node] }, { ...b.value.info, type: BOOL }, call);
  return make(context, { op: "aggregate", operator: name, axis: "steps", args: [whole.node] }, aggregateInfo(operator, whole.info, "steps", context), call);
}
