// `pivot_credit(A, pivot)`: a credit from a step on, as a choice by the index of the step.
import type * as ast from "../../grammar/ast.ts";
import type { Operator } from "../../runtime/operators/operator.ts";
import { isNumeric, isScalar, NUMBER } from "../types/value-types.ts";
import { matchArguments } from "./arguments.ts";
import { choose } from "./branches.ts";
import { requirePresent, requirePure } from "./combine.ts";
import { complain } from "./complain.ts";
import { type Context, excerpt, type Lowered } from "./context.ts";
import { applyInfix } from "./infix.ts";
import { constantInfo, make, makeNumber } from "./make.ts";

/** if t >= pivot then A else 0 */
export function pivotCredit(operator: Operator, call: ast.Call, context: Context): Lowered | undefined {
  const filled = matchArguments(operator, call, context);
  const [credit, pivot] = filled ?? [];
  if (credit === undefined || pivot === undefined) return undefined;
  for (const part of [credit, pivot]) {
    if (!requirePresent(context, part)) return undefined;
    const { timing, type } = part.value.info;
    const text = excerpt(context, part.span);
    if (timing === "end" || timing === "group") {
      const message = `'${operator.name}' credits each step, but '${text}' has only one value per episode.`;
      return complain(context, part.span, "T031", "not-a-step-value", message, {
        help: "Use a value that exists per step or is known at the start.",
      });
    }
    if (isNumeric(type) && (isScalar(type) || part === credit)) continue;
    const message = `'${operator.name}' needs a number for '${part.parameter.name}', but '${text}' is none.`;
    return complain(context, part.span, "T005", "argument-type", message, { help: part.parameter.doc });
  }
  if (!requirePure(context, pivot, `'pivot' of '${operator.name}'`)) return undefined;
  const range = { lo: 0, hi: (context.settings.horizon ?? Number.POSITIVE_INFINITY) - 1 };
  const index = make(
    context,
    { op: "builtin", name: "t" },
    { ...constantInfo(NUMBER, range), timing: "step", trust: "measured" },
  );
  const now = { value: index, span: call };
  const reached = applyInfix(">=", [now, pivot], call, context);
  const nothing = { value: makeNumber(context, 0), span: call };
  return reached && choose({ value: reached, span: call }, credit, nothing, call, context);
}
