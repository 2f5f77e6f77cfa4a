// `reduction(x) over axis`: step values folded over an episode, episode values over a group.
import type * as ast from "../../grammar/ast.ts";
import { operatorByName } from "../../runtime/operators/index.ts";
import type { Operator } from "../../runtime/operators/operator.ts";
import type { Info } from "../model.ts";
import { describeType, isScalar } from "../types/value-types.ts";
import { complain, type Context, excerpt, type Lowered, notYet } from "./context.ts";
import { elaborate } from "./expression.ts";
import { make } from "./make.ts";
import { checkElements, reducedMeaning } from "./reductions.ts";

export function elaborateOver(over: ast.Over, context: Context): Lowered | undefined {
  const axis = over.axis.name;
  if (axis !== "steps" && axis !== "group") {
    const known = ["last", "ensemble", "batch", "episodes"].includes(axis);
    if (known) return notYet(context, over.axis, `'over ${axis}'`);
    return complain(context, over.axis, "N008", "unknown-axis", `There is no axis '${axis}'.`, { help: "Aggregate 'over steps' or 'over group'." });
  }
  const call = over.value;
  const operator = call.kind === "call" ? operatorByName.get(call.callee.text) : undefined;
  if (call.kind !== "call" || operator?.reduce === undefined) {
    return complain(context, over.value, "T027", "over-what", `'over ${axis}' follows a reduction, such as 'mean(x) over ${axis}'.`, {
      help: `Say how the values are folded: sum, mean, min, max, any, all, count, last or first.`,
    });
  }
  context.model.operators.push({ start: call.callee.start, end: call.callee.end, operator: operator.name });
  return fold(operator, call, over, axis, context);
}

function fold(operator: Operator, call: ast.Call, over: ast.Over, axis: "steps" | "group", context: Context): Lowered | undefined {
  const argument = call.args[0];
  if (argument === undefined) return complain(context, call, "T019", "missing-argument", `'${operator.name}' needs a value.`);
  if (call.args.length > 1 || argument.for !== undefined || argument.where !== undefined) {
    return notYet(context, call, `'${operator.name}' with 'for', 'where' or options over ${axis}`);
  }
  const value = elaborate(argument.value, context);
  if (value === undefined) return undefined;
  const text = excerpt(context, argument.value);
  if (!isScalar(value.info.type)) {
    return complain(context, argument.value, "T028", "over-vector", `'${text}' is a ${describeType(value.info.type)} on each record; fold it to one number first.`, {
      help: `For example '${operator.name}(norm(${text})) over ${axis}' or '${operator.name}(any(${text})) over ${axis}'.`,
    });
  }
  if (!checkElements(operator, value, argument.value, context) || !checkAxis(axis, value, argument.value, context)) return undefined;
  const info = aggregateInfo(operator, value.info, axis, context);
  const made = make(context, { op: "aggregate", operator: operator.name, axis, args: [value.node] }, info, over);
  context.infos.set(call, info);
  return made;
}

function checkAxis(axis: "steps" | "group", value: Lowered, span: ast.Expression, context: Context): boolean {
  const { timing } = value.info;
  const fits = axis === "steps" ? timing === "step" || timing === "constant" : timing === "end" || timing === "start" || timing === "constant";
  if (fits) return true;
  const text = excerpt(context, span);
  const problem = axis === "steps" ? `'${text}' has one value per episode, not one per step` : `'${text}' does not have one value per episode`;
  const help = axis === "steps" ? "Use it as it is, without 'over steps'." : "Fold it over steps first: 'mean(sum(x) over steps) over group'.";
  complain(context, span, "T029", "wrong-axis", `${problem}, so it cannot be folded over ${axis}.`, { help });
  return false;
}

/** Meaning of a step value folded over the episode. */
export function aggregateInfo(operator: Operator, element: Info, axis: "steps" | "group", context: Context): Info {
  const most = axis === "steps" ? context.settings.horizon : context.settings.group;
  const count = { lo: 1, hi: most ?? Number.POSITIVE_INFINITY };
  return { ...element, optional: false, ...reducedMeaning(operator, element, count), timing: axis === "steps" ? "end" : "group" };
}
