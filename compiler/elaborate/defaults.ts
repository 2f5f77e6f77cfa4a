// `a ?? b`: what to use where a value is missing or cannot be computed. Where `b` may be missing too, so may the whole.
import type * as ast from "../../grammar/ast.ts";
import { hull } from "../../runtime/interval.ts";
import { aType, elementType, isBool, isEmpty, isNumeric, isScalar, isText, joinShapes, NUMBER } from "../types/value-types.ts";
import { complainLengths } from "./apply.ts";
import { combine, commonUnit } from "./combine.ts";
import { complain } from "./complain.ts";
import { type Context, excerpt, type Lowered, type Placed } from "./context.ts";
import { make } from "./make.ts";

export function elaborateDefault(binary: ast.Binary, parts: [Placed, Placed], context: Context): Lowered | undefined {
  const [left, right] = parts;
  const together = combine(context, parts);
  const [value, otherwise] = [left.value.info.type, right.value.info.type];
  const empty = isEmpty(otherwise) && value.kind === "list";
  const fills = value.kind === "list" && isScalar(otherwise);
  if ((isText(value) !== isText(otherwise) && !empty) || fills) {
    const message = `The default '${excerpt(context, right.span)}' is ${aType(otherwise)}, but the value is ${aType(value)}.`;
    return complain(context, right.span, "T012", "default-type", message, {
      help: fills ? "Give a list, such as '[]'." : "Give a default of the same kind.",
      related: [{ start: left.span.start, end: left.span.end, message: aType(value) }],
    });
  }
  const unit = isNumeric(value)
    ? commonUnit(context, parts, "each other's default")
    : { unit: left.value.info.unit, unitFree: false };
  const element = isText(value) ? elementType(value) : isBool(value) && isBool(otherwise) ? elementType(value) : NUMBER;
  const type = joinShapes(empty ? [value] : [value, otherwise], element);
  if ("clash" in type) return complainLengths(context, binary, parts, type.clash, "one cannot stand for the other");
  if (together === undefined || unit === undefined) return undefined;
  const range = hull(left.value.info.range, right.value.info.range);
  const args: [number, number] = [left.value.node, right.value.node];
  return make(
    context,
    { op: "default", args },
    { type, optional: right.value.info.optional, ...together, ...unit, range },
    binary,
  );
}
