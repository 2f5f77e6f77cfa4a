// The order of quaternions: operators compute with (w, x, y, z), so arguments and results in another order are turned round here.
import type { Span } from "../../grammar/span.ts";
import type { Operator } from "../../runtime/operators/operator.ts";
import { describeType, quaternionType } from "../types/value-types.ts";
import type { Filled } from "./apply.ts";
import { complain } from "./complain.ts";
import { type Context, excerpt, type Lowered } from "./context.ts";
import { make } from "./make.ts";

type Order = "wxyz" | "xyzw";

const orderIn = ({ parameter, value }: Filled): Order | undefined => {
  const { type } = value.info;
  return parameter.type === "quaternion" && type.kind === "vector" ? type.order : undefined;
};

/** The order of the first quaternion among the arguments, which is also that of a quaternion that results. */
export function orderOf(filled: readonly Filled[]): Order | undefined {
  return filled.map(orderIn).find((order) => order !== undefined);
}

/** The argument as operators want it. */
export function asScalarFirst(argument: Filled, context: Context): Filled {
  if (orderIn(argument) !== "xyzw") return argument;
  return { ...argument, value: turned(argument.value, [3, 0, 1, 2], "wxyz", undefined, context) };
}

/** What an operator gives, as its first quaternion is written. */
export function inOrder(value: Lowered, order: Order, span: Span, context: Context): Lowered {
  return order === "wxyz" ? value : turned(value, [1, 2, 3, 0], "xyzw", span, context);
}

function turned(value: Lowered, components: number[], order: Order, span: Span | undefined, context: Context): Lowered {
  const info = { ...value.info, type: quaternionType(order) };
  return make(context, { op: "component", args: [value.node], components, scalar: false }, info, span);
}

/** Four numbers do not say which of them is the real part. */
export function complainOrder(operator: Operator, argument: Filled, context: Context): false {
  const text = excerpt(context, argument.span);
  const message = `'${operator.name}' needs a quaternion, but '${text}' is a ${describeType(argument.value.info.type)}, which does not say where its real part stands.`;
  complain(context, argument.span, "T049", "quaternion-order", message, {
    why: "Half of all simulators write w first and half write it last; a wrong guess turns the other way without any error.",
    help: "Declare it as 'quaternion(wxyz)' or 'quaternion(xyzw)', or put it together with 'quaternion(w: …, x: …, y: …, z: …)'.",
  });
  return false;
}
