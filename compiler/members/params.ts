// Params: tunable constants, each a slider.
import type * as ast from "../../grammar/ast.ts";
import type { Span } from "../../grammar/span.ts";
import type { Interval } from "../../runtime/interval.ts";
import { complain } from "../elaborate/complain.ts";
import { constantNumber } from "../elaborate/constants.ts";
import { type Context, excerpt } from "../elaborate/context.ts";
import { elaborateScalar } from "../elaborate/expression.ts";
import { make } from "../elaborate/make.ts";
import type { Definition, Info } from "../model.ts";
import { isPure, sameUnit, type Unit, unitText } from "../types/units.ts";
import { aType, NUMBER } from "../types/value-types.ts";
import { once } from "./once.ts";
import { membersOf, origin, type Work } from "./reward-parts.ts";
import { type Declared, declaredType } from "./types.ts";

/** Gives the names their meaning; what this returns, one function each, elaborates those that nobody has used. */
export function readParams(work: Work): (() => void)[] {
  return membersOf(work, "param").map((param) => {
    const definition = work.definitionOf.get(param);
    const meaning = once(param.name, work, () => readParam(param, definition, work));
    const lower = (use: Span) => {
      const info = meaning(use);
      return info && make(work.context, { op: "param", name: param.name.text }, info, use);
    };
    if (definition !== undefined) work.context.scope.values.set(definition.name, { definition, lower });
    return () => void meaning();
  });
}

function readParam(param: ast.Param, definition: Definition | undefined, work: Work): Info | undefined {
  const { context } = work;
  const declared = param.type === undefined ? undefined : declaredType(param.type, context);
  const lowered = elaborateScalar(param.value, context, "A param");
  if (lowered === undefined || (param.type !== undefined && declared === undefined)) return undefined;
  if (!isNumber(param, declared, context)) return undefined;
  const value = constantNumber(context, lowered);
  if (value === undefined || !Number.isFinite(value)) {
    const message = `A param needs a finite number known beforehand; '${excerpt(context, param.value)}' is not one.`;
    return complain(context, param.value, "M011", "param-not-constant", message, { help: "Use 'let' for a computed value." });
  }
  const unit = unitOf(declared, lowered.info, param, context);
  if (unit === undefined || !isWithin(value, declared, param, context) || definition === undefined) return undefined;
  const range = sliderRange(value, declared?.range);
  const integer = declared?.integer ?? false;
  const info: Info = {
    type: NUMBER,
    optional: false,
    timing: "constant",
    unit,
    unitFree: false,
    range: { lo: range[0], hi: range[1] },
    trust: "verified",
  };
  definition.info = info;
  context.paramValues.set(definition.name, value);
  const written = unitText(unit);
  work.parts.params.push({
    name: definition.name,
    value,
    range,
    integer,
    ...(written === "" ? {} : { unit: written }),
    ...origin(param),
  });
  return info;
}

function isNumber(param: ast.Param, declared: Declared | undefined, context: Context): boolean {
  if (declared === undefined || (declared.type.kind === "number" && !declared.optional)) return true;
  const what = declared.optional ? "a value that may be missing" : aType(declared.type);
  const at = param.type ?? param;
  complain(context, at, "M017", "param-type", `A param is one number, but '${param.name.text}' is declared as ${what}.`, {
    help: "Declare a range such as 0..1, 'number' or 'count'.",
  });
  return false;
}

function unitOf(declared: Declared | undefined, value: Info, param: ast.Param, context: Context): Unit | undefined {
  const unit = declared === undefined || isPure(declared.unit) ? value.unit : declared.unit;
  if (value.unitFree || isPure(value.unit) || sameUnit(value.unit, unit)) return declared?.unit.angle ? declared.unit : unit;
  const at = param.type ?? param.name;
  const message = `The value of '${param.name.text}' is in [${unitText(value.unit)}], its type in [${unitText(unit)}].`;
  return complain(context, param.value, "RH202", "unit-mismatch", message, {
    help: "Write both in one unit.",
    related: [{ start: at.start, end: at.end, message: `in [${unitText(unit)}]` }],
  });
}

function isWithin(value: number, declared: Declared | undefined, param: ast.Param, context: Context): boolean {
  if (declared === undefined) return true;
  const { range, integer } = declared;
  const isInside = value >= range.lo && value <= range.hi;
  if (isInside && (!integer || Number.isInteger(value))) return true;
  const message = isInside
    ? `A count is a whole number, but this is ${value}.`
    : `${value} lies outside the declared range ${range.lo}..${range.hi}.`;
  const at = param.type ?? param.name;
  complain(context, param.value, "M012", "param-outside-range", message, {
    help: "Change the value, or the declared type.",
    related: [{ start: at.start, end: at.end, message: "declared here" }],
  });
  return false;
}

/** Declared bounds where they are finite; else 0 … 2×value. */
function sliderRange(value: number, declared: Interval | undefined): [number, number] {
  const other = value === 0 ? 1 : 2 * value;
  const lo = declared !== undefined && Number.isFinite(declared.lo) ? declared.lo : Math.min(0, other);
  const hi = declared !== undefined && Number.isFinite(declared.hi) ? declared.hi : Math.max(0, other, lo);
  return [lo, hi];
}
