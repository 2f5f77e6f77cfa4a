// Values of a log: `column("path")` inside a data block.
import type * as ast from "../../grammar/ast.ts";
import { EVERYTHING } from "../../runtime/interval.ts";
import type { ValueType } from "../../runtime/program.ts";
import { PURE } from "../types/units.ts";
import { NUMBER } from "../types/value-types.ts";
import { complain, type Context, type Lowered } from "./context.ts";
import { make } from "./make.ts";

export function elaborateColumn(call: ast.Call, context: Context): Lowered | undefined {
  const path = call.args[0]?.value;
  if (call.args.length !== 1 || path?.kind !== "text") {
    return complain(context, call, "T036", "column-path", "'column' takes the path of a column as a text, for example column(\"obs[0]\").");
  }
  return makeColumn(path.value, NUMBER, call, context);
}

/** A column read as `type`; a bare number takes the unit of what it is assigned to. */
export function makeColumn(path: string, type: ValueType, span: ast.Expression | undefined, context: Context): Lowered {
  return make(
    context,
    { op: "column", path },
    { type, optional: false, timing: "step", unit: PURE, unitFree: true, range: EVERYTHING, trust: "measured" },
    span,
  );
}
