// The unit an operator gives, by the unit rule of its record.
import type { Span } from "../../grammar/span.ts";
import type { Operator } from "../../runtime/operators/operator.ts";
import { divideUnits, isPure, multiplyUnits, powerUnit, PURE, type Unit, unitNamed, unitText } from "../types/units.ts";
import { isNumeric } from "../types/value-types.ts";
import type { Filled } from "./apply.ts";
import { commonUnit, requirePure } from "./combine.ts";
import { complain, type Context, excerpt } from "./context.ts";
import { constantNumber } from "./make.ts";

interface ResultUnit {
  unit: Unit;
  unitFree: boolean;
}

const pure: ResultUnit = { unit: PURE, unitFree: false };

export function resultUnit(operator: Operator, filled: readonly Filled[], span: Span, context: Context): ResultUnit | undefined {
  const numbers = filled.filter((argument) => argument.parameter.type !== "option" && isNumeric(argument.value.info.type));
  const tuning = numbers.filter((argument) => argument.parameter.pure);
  if (!tuning.every((argument) => requirePure(context, argument, `'${argument.parameter.name}' of '${operator.name}'`))) return undefined;
  const numeric = operator.unit === "power" ? numbers : numbers.filter((argument) => !argument.parameter.pure);
  const [first, second] = numeric;
  if (first === undefined) return named(operator, context);
  const doing = operator.category === "comparison" ? "compared" : `combined by '${operator.symbol ?? operator.name}'`;
  switch (operator.unit) {
    case "same":
      return commonUnit(context, numeric, doing);
    case "ratio":
      return commonUnit(context, numeric, doing) && pure;
    case "pure":
      return numeric.every((argument) => requirePure(context, argument, `'${operator.name}'`)) ? pure : undefined;
    case "multiply":
    case "product":
      return second === undefined ? bare(first.value.info.unit) : bare(multiplyUnits(first.value.info.unit, second.value.info.unit));
    case "divide":
      return second === undefined ? bare(first.value.info.unit) : bare(divideUnits(first.value.info.unit, second.value.info.unit));
    case "sqrt":
      return bare(powerUnit(first.value.info.unit, 0.5));
    case "square":
      return bare(powerUnit(first.value.info.unit, 2));
    case "power":
      return powerOf(first, second, span, context);
    case "first":
      return numeric.slice(1).every((argument) => requirePure(context, argument, `'${argument.parameter.name}' of '${operator.name}'`))
        ? { unit: first.value.info.unit, unitFree: first.value.info.unitFree }
        : undefined;
    default:
      return named(operator, context);
  }
}

function bare(unit: Unit): ResultUnit {
  return { unit: { ...unit, angle: undefined }, unitFree: false };
}

function named(operator: Operator, context: Context): ResultUnit {
  if (operator.unit === "[char]") return bare(unitNamed("char", context.units)!);
  if (operator.unit === "[word]") return bare(unitNamed("word", context.units)!);
  return pure;
}

function powerOf(base: Filled, exponent: Filled | undefined, span: Span, context: Context): ResultUnit | undefined {
  if (exponent === undefined || !requirePure(context, exponent, "An exponent")) return undefined;
  if (isPure(base.value.info.unit)) return pure;
  const value = constantNumber(context, exponent.value);
  if (value !== undefined) return bare(powerUnit(base.value.info.unit, value));
  const text = unitText(base.value.info.unit);
  return complain(context, span, "RH202", "unit-mismatch", `'${excerpt(context, base.span)}' is in [${text}]; only a constant exponent gives the result a unit.`, {
    help: `Use a number as exponent, or divide by 1 [${text}] first.`,
  });
}
