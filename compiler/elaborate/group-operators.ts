// Operators that compare a sample with its group: where the group is not given it is collected, so that the program knows only
// an aggregate and an application.
import type * as ast from "../../grammar/ast.ts";
import type { Operator } from "../../runtime/operators/operator.ts";
import { isNumeric, isScalar, listType, NUMBER } from "../types/value-types.ts";
import { applyOperator, type Filled } from "./apply.ts";
import { matchArguments } from "./arguments.ts";
import { complain } from "./complain.ts";
import { type Context, excerpt, type Lowered } from "./context.ts";
import { make } from "./make.ts";

/** Whether a call leaves out what is collected over the group. */
export function leavesOutGroup({ parameters }: Operator, { args }: ast.Call): boolean {
  const at = parameters.findIndex(({ collected }) => collected);
  return at > 0 && !args.some(({ name }, index) => (name === undefined ? index === at : name.text === parameters[at]?.name));
}

/** f(x, …) is f(x, collect(x) over group, …). */
export function compareWithGroup(operator: Operator, call: ast.Call, context: Context): Lowered | undefined {
  const parameters = operator.parameters.filter(({ collected }) => !collected);
  const filled = matchArguments({ ...operator, parameters }, call, context);
  const [sample, ...settings] = filled ?? [];
  const group = sample && groupOf(operator, sample, context);
  return sample && group && applyOperator(operator, [sample, group, ...settings], call, context);
}

/** The value of every sample of the group, as a list. */
function groupOf(operator: Operator, sample: Filled, context: Context): Filled | undefined {
  const { value, span } = sample;
  const { timing, type } = value.info;
  const text = excerpt(context, span);
  if (timing === "step" || timing === "group") {
    const found = timing === "step" ? "has a value on every step" : "is already a value of the whole group";
    const message = `'${operator.name}' compares one value per episode with those of its group, but '${text}' ${found}.`;
    return complain(context, span, "T029", "wrong-axis", message, {
      help:
        timing === "step"
          ? `Fold it over steps first: '${operator.name}(sum(${text}) over steps)'.`
          : "Use a value that is known at the end of an episode.",
    });
  }
  const parameter = operator.parameters.find(({ collected }) => collected)!;
  if (!isScalar(type) || !isNumeric(type) || value.info.optional) return { ...sample, parameter };
  const info = { ...value.info, type: listType(NUMBER), timing: "group" as const, unitFree: false };
  const collected = make(context, { op: "aggregate", operator: "collect", axis: "group", args: [value.node] }, info, span);
  const count = { lo: 1, hi: context.settings.group ?? Number.POSITIVE_INFINITY };
  return { value: collected, span, parameter, count };
}
