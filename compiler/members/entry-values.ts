// Whether a value fits the signal it is given to: in scenarios, in data blocks, as a default.
import type * as ast from "../../grammar/ast.ts";
import type { Span } from "../../grammar/span.ts";
import type { SignalDeclaration, ValueType } from "../../runtime/program.ts";
import { complain } from "../elaborate/complain.ts";
import { type Context, excerpt, type Lowered } from "../elaborate/context.ts";
import { checkTexts } from "../elaborate/texts.ts";
import type { Info } from "../model.ts";
import { isPure, sameDimension, sameUnit, type Unit, unitText } from "../types/units.ts";
import { aType, elementType, isText, typeFits } from "../types/value-types.ts";
import type { Work } from "./reward-parts.ts";

export interface Target {
  signal: SignalDeclaration;
  info: Info;
}

/** The signal of that name, if it has a meaning. */
export function targetNamed(name: string, work: Work): Target | undefined {
  const definition = work.context.scope.values.get(name)?.definition;
  const signal = work.signalNamed.get(name);
  return signal === undefined || definition?.info === undefined ? undefined : { signal, info: definition.info };
}

/** Kind, length, unit, bounds and alternatives; `component` of a vector takes a single value. */
export function checkValue(
  target: Target,
  component: number | undefined,
  value: Lowered,
  span: ast.Expression,
  context: Context,
): boolean {
  const { signal, info } = target;
  const type = component === undefined ? signal.type : elementType(signal.type);
  if (!typeFits(type, value.info.type)) {
    const message = `'${signal.name}' is ${aType(type)}, but '${excerpt(context, span)}' is ${aType(value.info.type)}.`;
    return wrong(target, span, message, howToFit(type, value.info.type), context);
  }
  if (type.kind === "text" && type.alternatives !== undefined) {
    const isKnown = context.place !== "data" || value.info.timing === "constant";
    return !isKnown || checkTexts(value, type.alternatives, span, context);
  }
  const { unit, unitFree } = value.info;
  if (!unitFree && !isPure(unit) && !isPure(info.unit) && !sameUnit(info.unit, unit)) {
    const message = `'${signal.name}' is in [${unitText(info.unit)}], but '${excerpt(context, span)}' is in [${unitText(unit)}].`;
    const help = `Write it in [${unitText(info.unit)}], the unit of the signal${howMuch(unit, info.unit)}.`;
    return wrong(target, span, message, help, context);
  }
  return isText(type) || placedValues(span, value, context).every((part) => checkBounds(target, part.value, part.span, context));
}

/** `: 1 [cm] is 0.01 [m]`, where both measure the same. */
function howMuch(from: Unit, to: Unit): string {
  if (!sameDimension(from, to)) return "";
  return `: 1 [${unitText(from)}] is ${Number((from.scale / to.scale).toPrecision(6))} [${unitText(to)}]`;
}

function howToFit(wanted: ValueType, got: ValueType): string {
  if (elementType(wanted).kind === "bool" && elementType(got).kind === "number")
    return "Write 'true' or 'false', or compare the number with something.";
  if (wanted.kind === "vector" && got.kind === "vector") return `Give it ${wanted.size} elements.`;
  return "Give it a value of the declared type.";
}

/** The values a pattern of a scenario takes for certain, else the value itself. */
function placedValues(span: ast.Expression, value: Lowered, context: Context): { value: Info; span: Span }[] {
  if (span.kind === "paren") return placedValues(span.inner, value, context);
  const isPattern =
    span.kind === "call" && context.place === "scenario" && (span.callee.text === "sweep" || span.callee.text === "cycle");
  const parts = isPattern
    ? span.args.map((argument) => ({ value: context.infos.get(argument.value), span: argument.value }))
    : [];
  const known = parts.filter((part): part is { value: Info; span: ast.Expression } => part.value !== undefined);
  return known.length > 0 ? known : [{ value: value.info, span }];
}

/** Outside the declared range for certain: what may lie inside is settled when it is run. */
function checkBounds(target: Target, value: Info, span: Span, context: Context): boolean {
  const { signal } = target;
  const [lo, hi] = [signal.range?.[0] ?? Number.NEGATIVE_INFINITY, signal.range?.[1] ?? Number.POSITIVE_INFINITY];
  const { range, timing } = value;
  const text = excerpt(context, span);
  const isConstant = timing === "constant";
  if (!signal.tags.saturates && (range.lo > hi || range.hi < lo || (isConstant && (range.lo < lo || range.hi > hi)))) {
    const message = `'${text}' lies outside ${lo}..${hi}, the declared range of '${signal.name}'.`;
    return wrong(target, span, message, "Change the value, or widen the range of the signal.", context);
  }
  if (!signal.integer || !isConstant || range.lo !== range.hi || Number.isInteger(range.lo)) return true;
  return wrong(
    target,
    span,
    `'${signal.name}' is a count, but '${text}' is not a whole number.`,
    "Round it, or declare a range instead.",
    context,
  );
}

function wrong({ signal }: Target, span: Span, message: string, help: string, context: Context): false {
  const [start, end] = signal.source;
  const related = context.outside === undefined ? [{ start, end, message: "declared here" }] : [];
  complain(context, span, "M032", "value-for-signal", message, { help, related });
  return false;
}
