// `to(x, unit)`: the same quantity counted in another unit. A degree is π/180 radians, and a radian is the number 1.
import type * as ast from "../../grammar/ast.ts";
import { multiplyIntervals, point } from "../../runtime/interval.ts";
import type { Operator } from "../../runtime/operators/operator.ts";
import {
  divideUnits,
  isPure,
  multiplyUnits,
  PURE,
  powerUnit,
  sameDimension,
  type Unit,
  unitNamed,
  unitText,
} from "../types/units.ts";
import { aType, isBool, isNumeric } from "../types/value-types.ts";
import { assignArguments } from "./arguments.ts";
import { requirePresent } from "./combine.ts";
import { complain } from "./complain.ts";
import { type Context, excerpt, type Lowered, type Placed } from "./context.ts";
import { elaborate } from "./expression.ts";
import { make, makeNumber } from "./make.ts";
import { noteReference } from "./notes.ts";
import { refuseBroken } from "./outside.ts";

export function convert(operator: Operator, call: ast.Call, context: Context): Lowered | undefined {
  const given = assignArguments(operator, call, context);
  const [x] = given?.get("x") ?? [];
  const [written] = given?.get("unit") ?? [];
  const value = x && elaborate(x, context);
  const unit = written && unitOf(written, context);
  if (x === undefined || value === undefined || unit === undefined) return undefined;
  const part = { value, span: x };
  if (!isNumeric(value.info.type) || isBool(value.info.type)) {
    const message = `'to' needs a number, but '${excerpt(context, x)}' is ${aType(value.info.type)}.`;
    return complain(context, x, "T005", "argument-type", message, { help: operator.parameters[0]?.doc });
  }
  if (!requirePresent(context, part)) return undefined;
  const factor = ratio(part, unit, written, context);
  if (factor === undefined) return undefined;
  const info = { ...value.info, unit, unitFree: false, range: multiplyIntervals(value.info.range, point(factor)) };
  const args = [value.node, makeNumber(context, factor).node];
  return make(context, { op: "apply", operator: "multiply", args }, info, call);
}

/** A unit written as an argument: a name, or names joined by `*`, `/` and `^`. */
function unitOf(expression: ast.Expression, context: Context): Unit | undefined {
  if (expression.kind === "paren") return unitOf(expression.inner, context);
  if (expression.kind === "name") {
    const unit = unitNamed(expression.name, context.units);
    const definition = context.unitDefinitions.get(expression.name);
    noteReference(context, expression, definition);
    if (unit !== undefined) return unit;
    if (context.brokenUnits.has(expression.name)) return refuseBroken(definition, expression, context);
    if (context.isOpen) return context.fail();
  }
  if (expression.kind === "number" && expression.value === 1 && expression.unit === undefined) return PURE;
  if (expression.kind === "binary" && expression.operator === "^" && expression.right.kind === "number") {
    const base = unitOf(expression.left, context);
    return base && powerUnit(base, expression.right.value);
  }
  if (expression.kind === "binary" && (expression.operator === "*" || expression.operator === "/")) {
    const left = unitOf(expression.left, context);
    const right = left && unitOf(expression.right, context);
    return left && right && (expression.operator === "*" ? multiplyUnits(left, right) : divideUnits(left, right));
  }
  if (expression.kind === "missing") return context.fail();
  const message = `'${excerpt(context, expression)}' is not a unit.`;
  return complain(context, expression, "U001", "unknown-unit", message, {
    help: "Write the unit without brackets, such as 'to(angle, rad)' or 'to(speed, km/h)'.",
  });
}

const isLiteral = (x: ast.Expression): boolean => x.kind === "number" || (x.kind === "unary" && isLiteral(x.operand));
const degrees = ({ dimensions }: Unit): number => dimensions.deg ?? 0;

function withoutDegrees({ dimensions: { deg: _, ...dimensions }, factors, scale }: Unit): Unit {
  return { dimensions, factors, scale };
}

/** What to multiply by; undefined, with an error, where one does not measure what the other does. */
function ratio(part: Placed & { span: ast.Expression }, to: Unit, written: ast.Expression, context: Context): number | undefined {
  const { unit: from } = part.value.info;
  const literal = isLiteral(part.span);
  const turned = degrees(from) - degrees(to);
  const text = excerpt(context, part.span);
  const name = unitText(to);
  const isCounted = from.angle === true || !isPure(from) || (turned !== 0 && !literal);
  if (!isCounted) {
    const message = `'${text}' has no unit, so there is nothing to convert to [${name}].`;
    return complain(context, part.span, "U004", "nothing-to-convert", message, {
      why: "A pure number is a number of radians already; one that counts degrees looks just the same.",
      help: literal ? `Write its unit behind it: '${text} [deg]'.` : `Declare it in the unit it is measured in, such as [deg].`,
    });
  }
  if (sameDimension(withoutDegrees(from), withoutDegrees(to)))
    return (from.scale / to.scale) * (turned < 0 ? (180 / Math.PI) ** -turned : (Math.PI / 180) ** turned);
  const message = `'${text}' is in [${unitText(from)}], which cannot be converted to [${name}].`;
  return complain(context, part.span, "RH202", "unit-mismatch", message, {
    help: "A conversion keeps what is measured; divide by a scale to get a pure number.",
    related: [{ start: written.start, end: written.end, message: "converted to this unit" }],
  });
}
