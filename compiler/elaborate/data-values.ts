// Values of a log: `column("path")` inside a data block.
import type * as ast from "../../grammar/ast.ts";
import { EVERYTHING, NOT_NEGATIVE, TRUTH } from "../../runtime/interval.ts";
import type { Parameter } from "../../runtime/operators/operator.ts";
import type { ValueType } from "../../runtime/program.ts";
import { PURE } from "../types/units.ts";
import { BOOL, isBool, isText, NUMBER, TEXT } from "../types/value-types.ts";
import { complain } from "./complain.ts";
import type { Context, Lowered, Placed } from "./context.ts";
import { make } from "./make.ts";

export function elaborateColumn(call: ast.Call, context: Context): Lowered | undefined {
  const path = call.args[0]?.value;
  if (call.args.length === 1 && path?.kind === "text") return makeColumn(path.value, NUMBER, call, context);
  if (path?.kind === "missing") return undefined;
  return complain(context, call, "T036", "column-path", "'column' takes the path of a column as a text.", {
    help: 'Write it as it stands in the log, for example column("obs[0]").',
  });
}

/** A column read as `type`; a bare number takes the unit of what it is assigned to. */
export function makeColumn(path: string, type: ValueType, span: ast.Expression | undefined, context: Context): Lowered {
  const range = isBool(type) ? TRUTH : isText(type) ? NOT_NEGATIVE : EVERYTHING;
  const info = { type, optional: false, timing: "step", unit: PURE, unitFree: true, range, trust: "measured" } as const;
  return make(context, { op: "column", path }, info, span);
}

const types: Partial<Record<Parameter["type"], ValueType>> = { bool: BOOL, text: TEXT, pattern: TEXT };

/** A log does not say what a column holds: it is read as what is wanted of it. */
export function readColumnAs<P extends Placed>(part: P, wanted: Parameter["type"], context: Context): P {
  const node = context.builder.nodes[part.value.node];
  const type = types[wanted];
  if (node?.op !== "column" || type === undefined || node.type.kind === type.kind) return part;
  const span = part.span as ast.Expression;
  return { ...part, value: makeColumn(node.path, type, span, context) };
}
