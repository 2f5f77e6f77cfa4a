// Slices `v[a..b]`, both ends included: of a vector a part known beforehand, of a list or a text what there is of it.
import type * as ast from "../../grammar/ast.ts";
import { operatorByName } from "../../runtime/operators/index.ts";
import { applyOperator } from "./apply.ts";
import { fillRange } from "./arguments.ts";
import { complain } from "./complain.ts";
import { constantNumber } from "./constants.ts";
import { type Context, excerpt, type Lowered, type LoweredRange } from "./context.ts";
import { components } from "./swizzles.ts";

export function sliceOfVector(
  value: Lowered,
  size: number,
  range: LoweredRange,
  access: ast.IndexAccess,
  context: Context,
): Lowered | undefined {
  const [from, to] = [constantNumber(context, range.lo), constantNumber(context, range.hi)];
  if (from === undefined || to === undefined || !Number.isInteger(from) || !Number.isInteger(to)) {
    return complain(
      context,
      access.index,
      "T034",
      "slice-bounds",
      "The bounds of a slice must be whole numbers known beforehand.",
      {
        help: "Write them as numbers, such as v[0..2].",
      },
    );
  }
  if (from < 0 || to >= size || from > to) {
    const message = `'${excerpt(context, access.object)}' has the elements 0 to ${size - 1}, so there is no slice ${from}..${to}.`;
    return complain(context, access.index, "T032", "outside-vector", message, { help: "A slice includes both its ends." });
  }
  return components(
    value,
    Array.from({ length: to - from + 1 }, (_, i) => from + i),
    access,
    context,
  );
}

/** Clipped to what exists: the bounds may be computed, and lie outside. */
export function sliceOf(
  value: Lowered,
  operator: "slice" | "part",
  range: LoweredRange,
  access: ast.IndexAccess,
  context: Context,
): Lowered | undefined {
  const record = operatorByName.get(operator)!;
  const [whole, from] = record.parameters;
  const bounds = fillRange(range, "of a slice", from!, access.index, context);
  return bounds && applyOperator(record, [{ value, span: access.object, parameter: whole! }, ...bounds], access, context);
}
