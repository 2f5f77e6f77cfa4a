// `reduction(x) over axis`: step values folded over an episode, episode values over a group.
import type * as ast from "../../grammar/ast.ts";
import { operatorByName } from "../../runtime/operators/index.ts";
import type { Operator } from "../../runtime/operators/operator.ts";
import type { Timing } from "../../runtime/program.ts";
import type { Info } from "../model.ts";
import { timingText } from "../types/timing.ts";
import { leastTrust } from "../types/trust.ts";
import { isPure, sameDimension, unitNamed, unitText } from "../types/units.ts";
import { aType, isScalar, listType } from "../types/value-types.ts";
import type { Filled } from "./apply.ts";
import { requirePresent } from "./combine.ts";
import { changeTo, complain, didYouMean, fix, replace, reservedForLater } from "./complain.ts";
import { type Context, excerpt, type Lowered } from "./context.ts";
import { elaborate, elaborateCondition } from "./expression.ts";
import { make } from "./make.ts";
import { noteOperator } from "./notes.ts";
import { checkElements, checkSettings, readReduction, reducedMeaning, reduceValues } from "./reductions.ts";
import { resolveNames } from "./resolve.ts";
import { checkLooksBack } from "./step-value.ts";
import { nearest } from "./suggest.ts";

type Axis = "steps" | "group";
/** One axis, or a window on the steps up to each. */
type Along = Axis | { last: number };

export function elaborateOver(over: ast.Over, context: Context): Lowered | undefined {
  const axis = over.axis.name;
  if (axis === "steps" || axis === "group") return foldOver(over, axis, context);
  if (axis === "last") return foldWindow(over, context);
  if (axis === "ensemble") return foldEnsemble(over, context);
  resolveNames(over.value, context);
  if (axis === "") return context.fail();
  if (axis === "episodes" || axis === "batch") return complainReserved(axis, over, context);
  const close = nearest(axis, ["steps", "group", "ensemble", "last", "episodes"]);
  return complain(context, over.axis, "N008", "unknown-axis", `There is no axis '${axis}'.`, {
    help: didYouMean(close, "Aggregate 'over steps', 'over last 10 steps', 'over group' or 'over ensemble'."),
    fixes: changeTo(over.axis, close),
  });
}

function complainReserved(axis: "episodes" | "batch", over: ast.Over, context: Context): undefined {
  if (axis === "batch")
    return reservedForLater(context, over.axis, "'over batch'", "Use 'over group', the samples of one prompt.");
  const message = "'over episodes' looks at many episodes, which only a 'limit' does.";
  return complain(context, over.axis, "N025", "over-episodes", message, {
    help: "Write 'limit name = mean(condition) over episodes <= 0.05', or fold 'over group'.",
    fixes: changeTo(over.axis, "group"),
  });
}

/** The window in steps: at least one. */
function foldWindow(over: ast.Over, context: Context): Lowered | undefined {
  const last = windowSteps(over.axis, context);
  if (last !== undefined) return foldOver(over, { last }, context);
  resolveNames(over.value, context);
  return context.fail();
}

function windowSteps(axis: ast.Axis, context: Context): number | undefined {
  const { length } = axis;
  if (length === undefined || !Number.isFinite(length.value)) return undefined;
  const value = elaborate(length, context);
  if (value === undefined) return undefined;
  if (axis.steps || isPure(value.info.unit)) {
    if (Number.isInteger(length.value) && length.value >= 1) return length.value;
    return complain(context, length, "T060", "window-length", `A window holds at least one step, not ${length.value}.`, {
      help: "Write a whole number of steps, such as 'over last 10 steps', or a time, such as 'over last 0.5 [s]'.",
    });
  }
  return stepsOf(length, value, context);
}

/** A time as whole steps, to the nearest. */
function stepsOf(length: ast.NumberLiteral, { info: { unit } }: Lowered, context: Context): number | undefined {
  const second = unitNamed("s", context.units)!;
  if (!sameDimension(unit, second)) {
    const message = `A window is measured in steps or in time, not in [${unitText(unit)}].`;
    return complain(context, length, "T060", "window-length", message, {
      help: "Write 'over last 10 steps' or 'over last 0.5 [s]'.",
    });
  }
  const { dt } = context.settings;
  if (dt !== undefined) return Math.max(1, Math.round((length.value * unit.scale) / second.scale / dt));
  if (context.brokenSettings.has("dt")) return context.fail();
  const message = `'${excerpt(context, length)}' is a time, but nothing says how long a step is.`;
  return complain(context, length, "T061", "window-without-dt", message, {
    help: "Declare it: 'dt 0.02 [s]'; or count steps: 'over last 10 steps'.",
  });
}

/** The models of an ensemble are elements of one value, so this folds elements. */
function foldEnsemble(over: ast.Over, context: Context): Lowered | undefined {
  const found = foldIn(over, context);
  const reduction = found && readReduction(found.operator, found.call, context);
  const value = reduction && elaborate(reduction.argument.value, context);
  if (found === undefined || reduction === undefined || value === undefined) return undefined;
  const { argument } = reduction;
  if (value.info.type.kind === "vector" && value.info.type.members && argument.where === undefined) {
    const reduced = reduceValues(found.operator, value, reduction, over, context);
    if (reduced !== undefined) context.infos.set(found.call, reduced.info);
    return reduced;
  }
  const text = excerpt(context, argument.value);
  return complain(
    context,
    argument.value,
    "T062",
    "not-an-ensemble",
    `'${text}' is ${aType(value.info.type)}, not an ensemble.`,
    {
      help: "Declare it: 'signal rm : ensemble(5) of number from model(\"rm-8b\")'; the elements of a vector are folded without 'over'.",
    },
  );
}

function foldOver(over: ast.Over, axis: Along, context: Context): Lowered | undefined {
  const found = foldIn(over, context);
  return found && fold(found.operator, found.call, over, axis, context);
}

/** The reduction that stands before `over`. */
function foldIn(over: ast.Over, context: Context): { operator: Operator; call: ast.Call } | undefined {
  const call = over.value;
  const name = call.kind === "call" && !context.fns.has(call.callee.text) ? call.callee.text : "";
  const operator = operatorByName.get(name);
  if (call.kind === "call" && operator !== undefined && (operator.reduce !== undefined || operator.name === "collect")) {
    noteOperator(context, call.callee, operator.name);
    return { operator, call };
  }
  resolveNames(over.value, context);
  const axis = context.text.slice(over.axis.start, over.axis.end);
  if (over.value.kind === "missing") return context.fail();
  return complain(
    context,
    over.value,
    "T027",
    "over-what",
    `'over ${axis}' follows a reduction, such as 'mean(x) over ${axis}'.`,
    {
      help: "Say how the values are folded: sum, mean, min, max, any, all, count, last or first.",
      fixes: ["mean", "sum", "last"].map((fold) =>
        fix(`Fold with ${fold}(…)`, replace(over.value, `${fold}(${context.text.slice(over.value.start, over.value.end)})`)),
      ),
    },
  );
}

function fold(operator: Operator, call: ast.Call, over: ast.Over, axis: Along, context: Context): Lowered | undefined {
  const reduction = readReduction(operator, call, context);
  if (reduction === undefined) return undefined;
  const { argument, extras } = reduction;
  if (argument.for !== undefined) return complainForAndOver(argument, context);
  const value = elaborate(argument.value, context);
  const where = argument.where && elaborateCondition(argument.where, context, "'where'");
  if (value === undefined || (argument.where !== undefined && where === undefined)) return undefined;
  const collects = operator.name === "collect";
  if (!collects && !isScalar(value.info.type)) return foldElementsFirst(operator, argument.value, value, axis, context);
  // Any value can be picked or collected; only what folds several into one asks what they are.
  const picks = collects || operator.name === "first" || operator.name === "last";
  if (!picks && !checkElements(operator, value, argument.value, context)) return undefined;
  if (picks && !requirePresent(context, { value, span: argument.value })) return undefined;
  if (!checkSettings(operator, { value, span: argument.value }, extras, context)) return undefined;
  const parts = [{ value, span: argument.value }, ...(where ? [{ value: where, span: argument.where! }] : [])];
  if (!parts.every((part) => checkAxis(axis, part.value, part.span, context))) return undefined;
  if (typeof axis !== "string" && !parts.every((part) => checkLooksBack("'over last'", part, context))) return undefined;
  if (!extras.every((extra) => checkSetting(extra, context))) return undefined;
  const info = foldedInfo(operator, value.info, axis, extras, where, context);
  context.infos.set(call, info);
  const args = [value.node, ...extras.map((extra) => extra.value.node)];
  const filter = where === undefined ? {} : { where: where.node };
  return typeof axis === "string"
    ? make(context, { op: "aggregate", operator: operator.name, axis, args, ...filter }, info, over)
    : make(context, { op: "window", operator: operator.name, steps: axis.last, args, ...filter }, info, over);
}

function complainForAndOver(argument: ast.Argument, context: Context): undefined {
  resolveNames(argument, context);
  return complain(
    context,
    argument,
    "T063",
    "for-and-over",
    "'for' goes through the elements of one record, 'over' through records; this does both at once.",
    {
      help: "Fold the elements first, for example 'mean(sum(x for x in xs)) over steps'.",
    },
  );
}

/** A setting such as `ddof` or `q` is the same for the whole episode. */
function checkSetting(extra: Filled, context: Context): boolean {
  const { timing } = extra.value.info;
  if (timing === "constant" || timing === "start") return true;
  const message = `'${excerpt(context, extra.span)}' is known ${timingText(timing)}, but '${extra.parameter.name}' holds for the whole fold.`;
  complain(context, extra.span, "T064", "setting-timing", message, { help: "Use a number, a param, or a signal 'at start'." });
  return false;
}

function foldElementsFirst(
  operator: Operator,
  argument: ast.Expression,
  value: Lowered,
  along: Along,
  context: Context,
): undefined {
  const axis = along === "group" ? "group" : "steps";
  const text = excerpt(context, argument);
  const whole = context.text.slice(argument.start, argument.end);
  const message = `'${text}' is ${aType(value.info.type)} on each record; fold it to one number first.`;
  const folds =
    operator.name === "any" || operator.name === "all" || operator.name === "count" ? ["any", "all"] : ["norm", "mean"];
  return complain(context, argument, "T028", "over-vector", message, {
    help: `For example '${operator.name}(${folds[0]}(${text})) over ${axis}'.`,
    fixes: folds.map((name) => fix(`Fold each record with ${name}(…)`, replace(argument, `${name}(${whole})`))),
  });
}

/** What exists on every step can be folded over steps, what exists once per episode over a group. */
const foldable: Readonly<Record<Axis, ReadonlySet<Timing>>> = {
  steps: new Set(["constant", "start", "step"]),
  group: new Set(["constant", "start", "end"]),
};

function checkAxis(along: Along, value: Lowered, span: ast.Expression, context: Context): boolean {
  const axis = along === "group" ? "group" : "steps";
  if (foldable[axis].has(value.info.timing)) return true;
  const text = excerpt(context, span);
  const ofSteps = axis === "steps";
  const problem = ofSteps
    ? `'${text}' has one value per episode, not one per step`
    : `'${text}' does not have one value per episode`;
  const help = ofSteps
    ? "Use it as it is, without 'over steps'."
    : `Fold it over steps first: 'mean(sum(${text}) over steps) over group'.`;
  complain(context, span, "T029", "wrong-axis", `${problem}, so it cannot be folded over ${axis}.`, { help });
  return false;
}

function foldedInfo(
  operator: Operator,
  element: Info,
  axis: Along,
  extras: readonly Filled[],
  where: Lowered | undefined,
  context: Context,
): Info {
  const whole = aggregateInfo(operator, element, axis, context, extras, where === undefined ? 1 : 0);
  const trust = [where, ...extras.map((extra) => extra.value)].reduce(
    (least, part) => (part === undefined ? least : leastTrust(least, part.info.trust)),
    element.trust,
  );
  return {
    ...whole,
    trust,
    ...(operator.name === "collect" ? { type: listType(element.type), range: element.range, unit: element.unit } : {}),
  };
}

/** Meaning of a value folded over an episode, a group or a window; `least` is how many values there are at the least. */
export function aggregateInfo(
  operator: Operator,
  element: Info,
  axis: Along,
  context: Context,
  extras: readonly Filled[] = [],
  least = 1,
): Info {
  const most = axis === "group" ? context.settings.group : axis === "steps" ? context.settings.horizon : axis.last;
  const count = { lo: least, hi: most ?? Number.POSITIVE_INFINITY };
  const timing = axis === "group" ? "group" : axis === "steps" ? "end" : "step";
  return { ...element, optional: false, ...reducedMeaning(operator, element, count, extras), timing };
}
