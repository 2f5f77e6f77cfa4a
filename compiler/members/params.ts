// Params: tunable constants, each a slider.
import type * as ast from "../../grammar/ast.ts";
import type { Interval } from "../../runtime/interval.ts";
import { complain, type Context, excerpt } from "../elaborate/context.ts";
import { elaborateScalar } from "../elaborate/expression.ts";
import { constantNumber, make } from "../elaborate/make.ts";
import type { Info } from "../model.ts";
import { isPure, sameUnit, type Unit, unitText } from "../types/units.ts";
import { declare } from "./declare.ts";
import { origin, type Work } from "./reward-parts.ts";
import { type Declared, declaredType } from "./types.ts";

export function readParams(work: Work): void {
  for (const member of work.reward.members) if (member.kind === "param") readParam(member, work);
}

function readParam(param: ast.Param, work: Work): void {
  const { context } = work;
  const definition = declare(work, "param", param, context.scope.values, (binding) => binding.definition);
  if (definition === undefined) return;
  context.scope.values.set(definition.name, { definition, lower: () => undefined });
  const declared = param.type === undefined ? undefined : declaredType(param.type, context);
  const lowered = elaborateScalar(param.value, context, "A param");
  if (lowered === undefined || (param.type !== undefined && declared === undefined)) return;
  const value = constantNumber(context, lowered);
  if (value === undefined || !Number.isFinite(value)) {
    complain(context, param.value, "M011", "param-not-constant", `A param needs a number known beforehand; '${excerpt(context, param.value)}' is not one.`, { help: "Use 'let' for a computed value." });
    return;
  }
  const unit = unitOf(declared, lowered.info, param, context);
  if (unit === undefined || !withinRange(value, declared, param, context)) return;
  const range = sliderRange(value, declared?.range);
  const info: Info = { type: { kind: "number" }, optional: false, timing: "constant", unit, unitFree: false, range: { lo: range[0], hi: range[1] }, trust: "verified" };
  definition.info = info;
  context.paramValues.set(definition.name, value);
  const written = unitText(unit);
  work.parts.params.push({ name: definition.name, value, range, integer: declared?.integer ?? false, ...(written === "" ? {} : { unit: written }), ...origin(param) });
  context.scope.values.set(definition.name, { definition, lower: (use) => make(context, { op: "param", name: definition.name }, info, use) });
}

function unitOf(declared: Declared | undefined, value: Info, param: ast.Param, context: Context): Unit | undefined {
  const unit = declared === undefined || isPure(declared.unit) ? value.unit : declared.unit;
  if (value.unitFree || isPure(value.unit) || sameUnit(value.unit, unit)) return unit;
  return complain(context, param.value, "RH202", "unit-mismatch", `The type is in [${unitText(unit)}], the value in [${unitText(value.unit)}].`, { help: "Write both in one unit." });
}

function withinRange(value: number, declared: Declared | undefined, param: ast.Param, context: Context): boolean {
  if (declared === undefined || (value >= declared.range.lo && value <= declared.range.hi)) return true;
  complain(context, param.value, "M012", "param-outside-range", `${value} lies outside the declared range ${declared.range.lo}..${declared.range.hi}.`, { help: "Change the value or widen the range." });
  return false;
}

/** Declared bounds where they are finite; else 0 … 2×value. */
function sliderRange(value: number, declared: Interval | undefined): [number, number] {
  const other = value === 0 ? 1 : 2 * value;
  const lo = declared !== undefined && Number.isFinite(declared.lo) ? declared.lo : Math.min(0, other);
  const hi = declared !== undefined && Number.isFinite(declared.hi) ? declared.hi : Math.max(0, other, lo);
  return [lo, hi];
}
