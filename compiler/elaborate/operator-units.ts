// The unit an operator gives, by the unit rule of its record.
import type { Span } from "../../grammar/span.ts";
import type { Operator } from "../../runtime/operators/operator.ts";
import { divideUnits, isPure, multiplyUnits, PURE, powerUnit, type Unit, unitNamed, unitText } from "../types/units.ts";
import { isNumeric, isScalar } from "../types/value-types.ts";
import { calledAs, type Filled } from "./apply.ts";
import { commonUnit, requirePure } from "./combine.ts";
import { complain, fix, surround } from "./complain.ts";
import { constantNumber } from "./constants.ts";
import { type Context, excerpt } from "./context.ts";
import { cancelled } from "./unit-sizes.ts";

interface ResultUnit {
  unit: Unit;
  unitFree: boolean;
}

const pure: ResultUnit = { unit: PURE, unitFree: false };

const bareNumber: ResultUnit = { unit: PURE, unitFree: true };

export function resultUnit(operator: Operator, filled: readonly Filled[], span: Span, context: Context): ResultUnit | undefined {
  if (operator.unit.startsWith("[")) return named(operator, filled, context);
  // Most specs write no unit at all.
  if (filled.every(isPlain)) return operator.unit === "same" && filled.every(isBare) ? bareNumber : pure;
  const numbers = filled.filter(isNumber);
  const tuning = numbers.filter((argument) => argument.parameter.pure);
  if (!tuning.every((argument) => requirePure(context, argument, `'${argument.parameter.name}' of '${operator.name}'`)))
    return undefined;
  const numeric = operator.unit === "power" ? numbers : numbers.filter((argument) => !argument.parameter.pure);
  const [first, second] = numeric;
  if (first === undefined) return pure;
  const doing = operator.category === "comparison" ? "compared" : `combined by '${calledAs(operator)}'`;
  switch (operator.unit) {
    case "same":
      return commonUnit(context, numeric, doing);
    case "ratio":
      return commonUnit(context, numeric, doing) && pure;
    case "pure":
      return numeric.every((argument) => requirePure(context, argument, `'${calledAs(operator)}'`)) ? pure : undefined;
    case "multiply":
    case "product":
      return second === undefined
        ? bare(first.value.info.unit)
        : settled(multiplyUnits(first.value.info.unit, second.value.info.unit), first, second, span, context);
    case "divide":
      return second === undefined
        ? bare(first.value.info.unit)
        : settled(divideUnits(first.value.info.unit, second.value.info.unit), first, second, span, context);
    case "sqrt":
      return bare(powerUnit(first.value.info.unit, 0.5));
    case "square":
      return bare(powerUnit(first.value.info.unit, 2));
    case "power":
      return powerOf(first, second, span, context);
    case "first":
      // Of a list of texts the unit says what is counted.
      if (!isNumeric(filled[0]!.value.info.type)) return bare(filled[0]!.value.info.unit);
      return numeric
        .slice(1)
        .every((argument) => requirePure(context, argument, `'${argument.parameter.name}' of '${operator.name}'`))
        ? { unit: first.value.info.unit, unitFree: first.value.info.unitFree }
        : undefined;
    default:
      return pure;
  }
}

function settled(unit: Unit, first: Filled, second: Filled, span: Span, context: Context): ResultUnit | undefined {
  const known = cancelled(unit, first, second, span, context);
  return known && bare(known);
}

const isPlain = ({ value }: Filled) => value.info.unit === PURE;
const isBare = ({ value }: Filled) => value.info.unitFree;
const isNumber = ({ parameter, value }: Filled) => parameter.type !== "option" && isNumeric(value.info.type);

function bare(unit: Unit): ResultUnit {
  return { unit: unit.angle ? PURE : unit, unitFree: false };
}

/** A count: of code points, of words, or of the elements of a list. */
function named(operator: Operator, filled: readonly Filled[], context: Context): ResultUnit {
  const counted = filled[0]?.value.info;
  if (operator.result === "count" && counted !== undefined && !isScalar(counted.type))
    return isNumeric(counted.type) ? pure : bare(counted.unit);
  if (operator.unit === "[char]") return bare(unitNamed("char", context.units)!);
  if (operator.unit === "[word]") return bare(unitNamed("word", context.units)!);
  return pure;
}

function powerOf(base: Filled, exponent: Filled | undefined, span: Span, context: Context): ResultUnit | undefined {
  if (exponent === undefined) return undefined;
  if (isPure(base.value.info.unit)) return pure;
  const value = constantNumber(context, exponent.value);
  if (value !== undefined && Number.isFinite(value)) return bare(powerUnit(base.value.info.unit, value));
  const unit = unitText(base.value.info.unit);
  const text = excerpt(context, base.span);
  return complain(
    context,
    span,
    "RH202",
    "unit-mismatch",
    `'${text}' is in [${unit}]; only a constant exponent gives the result a unit.`,
    {
      help: `Use a number as exponent, or divide by 1 [${unit}] first.`,
      fixes: [fix(`Divide '${text}' by 1 [${unit}]`, surround(base.span, "(", ` / 1 [${unit}])`))],
    },
  );
}
