// `reduction(x) over axis`: step values folded over an episode, episode values over a group.
import type * as ast from "../../grammar/ast.ts";
import { operatorByName } from "../../runtime/operators/index.ts";
import type { Operator } from "../../runtime/operators/operator.ts";
import type { Timing } from "../../runtime/program.ts";
import type { Info } from "../model.ts";
import { aType, isScalar } from "../types/value-types.ts";
import { changeTo, complain, didYouMean, fix, notYet, replace } from "./complain.ts";
import { type Context, excerpt, type Lowered } from "./context.ts";
import { elaborate } from "./expression.ts";
import { isLater } from "./later.ts";
import { make } from "./make.ts";
import { noteOperator } from "./notes.ts";
import { checkElements, onlyArgument, reducedMeaning } from "./reductions.ts";
import { resolveNames } from "./resolve.ts";
import { nearest } from "./suggest.ts";

type Axis = "steps" | "group";

const laterAxes = ["last", "ensemble", "batch", "episodes"];

export function elaborateOver(over: ast.Over, context: Context): Lowered | undefined {
  const axis = over.axis.name;
  if (axis === "steps" || axis === "group") return foldOver(over, axis, context);
  resolveNames(over.value, context);
  if (axis === "") return context.fail();
  if (laterAxes.includes(axis)) return notYet(context, over.axis, `'over ${axis}'`);
  const close = nearest(axis, ["steps", "group", ...laterAxes]);
  return complain(context, over.axis, "N008", "unknown-axis", `There is no axis '${axis}'.`, {
    help: didYouMean(close, "Aggregate 'over steps' or 'over group'."),
    fixes: changeTo(over.axis, close),
  });
}

function foldOver(over: ast.Over, axis: Axis, context: Context): Lowered | undefined {
  const call = over.value;
  const name = call.kind === "call" && !context.fns.has(call.callee.text) ? call.callee.text : "";
  const operator = operatorByName.get(name);
  if (call.kind === "call" && operator?.reduce !== undefined) {
    noteOperator(context, call.callee, operator.name);
    return fold(operator, call, over, axis, context);
  }
  resolveNames(over.value, context);
  if (isLater(name)) return notYet(context, over, `'${name}(…) over ${axis}'`);
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

function fold(operator: Operator, call: ast.Call, over: ast.Over, axis: Axis, context: Context): Lowered | undefined {
  const argument = onlyArgument(operator, call, context);
  const value = argument && elaborate(argument, context);
  if (argument === undefined || value === undefined) return undefined;
  if (!isScalar(value.info.type)) return foldElementsFirst(operator, argument, value, axis, context);
  if (!checkElements(operator, value, argument, context) || !checkAxis(axis, value, argument, context)) return undefined;
  const info = aggregateInfo(operator, value.info, axis, context);
  context.infos.set(call, info);
  return make(context, { op: "aggregate", operator: operator.name, axis, args: [value.node] }, info, over);
}

function foldElementsFirst(
  operator: Operator,
  argument: ast.Expression,
  value: Lowered,
  axis: Axis,
  context: Context,
): undefined {
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

function checkAxis(axis: Axis, value: Lowered, span: ast.Expression, context: Context): boolean {
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

/** Meaning of a value folded over an episode or a group. */
export function aggregateInfo(operator: Operator, element: Info, axis: Axis, context: Context): Info {
  const most = axis === "steps" ? context.settings.horizon : context.settings.group;
  const count = { lo: 1, hi: most ?? Number.POSITIVE_INFINITY };
  return { ...element, optional: false, ...reducedMeaning(operator, element, count), timing: axis === "steps" ? "end" : "group" };
}
