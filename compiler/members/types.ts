// A written type → what values of it are: shape, unit, bounds.
import type * as ast from "../../grammar/ast.ts";
import { EVERYTHING, type Interval, TRUTH } from "../../runtime/interval.ts";
import type { ValueType } from "../../runtime/program.ts";
import { complain, type Context, notYet } from "../elaborate/context.ts";
import { elaborate } from "../elaborate/expression.ts";
import { tagUnit } from "../elaborate/literals.ts";
import { constantNumber } from "../elaborate/make.ts";
import { nearest } from "../elaborate/suggest.ts";
import { PURE, sameUnit, type Unit } from "../types/units.ts";
import { BOOL, listType, NUMBER, TEXT, vectorType } from "../types/value-types.ts";

export interface Declared {
  type: ValueType;
  unit: Unit;
  range: Interval;
  integer: boolean;
  optional: boolean;
}

const baseNames = ["bool", "text", "number", "count"];

export function declaredType(node: ast.TypeNode, context: Context): Declared | undefined {
  const base = baseType(node.base, context);
  const unit = tagUnit(node.unit, context);
  const bounds = node.range === undefined ? undefined : rangeOfNode(node.range, context);
  if (base === undefined || unit === undefined || (node.range !== undefined && bounds === undefined)) return undefined;
  if (node.unit !== undefined && base.type.kind === "bool") {
    return complain(context, node.unit, "U002", "unit-on-bool", "True and false have no unit.");
  }
  const narrowed = bounds ?? base;
  const units = [unit, base.unit, bounds?.unit ?? PURE].filter((candidate) => !sameUnit(candidate, PURE) || candidate.angle);
  if (units.length > 1 && !units.every((candidate) => sameUnit(candidate, units[0]!))) {
    return complain(context, node, "RH202", "unit-mismatch", "This type names two different units.", { help: "Write the unit once." });
  }
  return { type: base.type, integer: base.integer, range: narrowed.range, unit: units[0] ?? PURE, optional: node.optional };
}

function baseType(base: ast.BaseType, context: Context): { type: ValueType; range: Interval; unit: Unit; integer: boolean } | undefined {
  const plain = (type: ValueType, range: Interval = EVERYTHING, integer = false) => ({ type, range, unit: PURE, integer });
  switch (base.kind) {
    case "named":
      if (base.name === "bool") return plain(BOOL, TRUTH);
      if (base.name === "text") return plain(TEXT, { lo: 0, hi: Number.POSITIVE_INFINITY });
      if (base.name === "number") return plain(NUMBER);
      if (base.name === "count") return plain(NUMBER, { lo: 0, hi: Number.POSITIVE_INFINITY }, true);
      return unknownType(base, base.name, context);
    case "range": {
      const range = rangeOfNode(base.range, context);
      return range && { ...plain(NUMBER, range.range), unit: range.unit };
    }
    case "vector":
      return checkSize(base, context) ? plain(vectorType(base.size, "number")) : undefined;
    case "bools":
      return checkSize(base, context) ? plain(vectorType(base.size, "bool"), TRUTH) : undefined;
    case "one-of": {
      const alternatives = base.alternatives.map((text) => text.value);
      return plain({ kind: "text", alternatives }, { lo: 0, hi: Math.max(...alternatives.map((text) => [...text].length)) });
    }
    case "list": {
      if (base.of.kind !== "named" && base.of.kind !== "range") return notYet(context, base, "A list of vectors or lists");
      const of = baseType(base.of, context);
      return of && { ...of, type: listType(of.type) };
    }
    case "quaternion":
      return notYet(context, base, "'quaternion'");
    case "ensemble":
      return notYet(context, base, "'ensemble'");
    case "missing":
      return undefined;
  }
}

function checkSize(base: ast.BaseType & { kind: "vector" | "bools" }, context: Context): boolean {
  if (Number.isInteger(base.size) && base.size >= 1 && base.size <= 4096) return true;
  complain(context, base, "T040", "vector-size", "The size of a vector is a whole number from 1 to 4096.");
  return false;
}

function unknownType(base: ast.BaseType, name: string, context: Context): undefined {
  const close = nearest(name, baseNames);
  return complain(context, base, "N014", "unknown-type", `There is no type '${name}'.`, {
    help: close ? `Did you mean '${close}'?` : `Types are ${baseNames.join(", ")}, a range 0..1, vector(n), bools(n), list of … and one of "a" | "b".`,
    fixes: close ? [{ title: `Change to '${close}'`, safe: false, edits: [{ start: base.start, end: base.end, text: close }] }] : [],
  });
}

export function rangeOfNode(node: ast.RangeNode, context: Context): { range: Interval; unit: Unit } | undefined {
  const lo = elaborate(node.lo, context);
  const hi = elaborate(node.hi, context);
  if (lo === undefined || hi === undefined) return undefined;
  const [from, to] = [constantBound(lo, context), constantBound(hi, context)];
  if (from === undefined || to === undefined) {
    return complain(context, node, "T041", "range-bounds", "The bounds of a range must be numbers known beforehand.");
  }
  if (from > to) {
    return complain(context, node, "T023", "empty-range", `The range ${from}..${to} is empty: its lower bound is above its upper one.`, { help: "Swap the bounds." });
  }
  const unit = [lo.info, hi.info].find((info) => !info.unitFree)?.unit ?? PURE;
  return { range: { lo: from, hi: to }, unit };
}

function constantBound(value: { kind: "value"; node: number; info: { range: Interval; timing: string } }, context: Context): number | undefined {
  const exact = constantNumber(context, value as never);
  if (exact !== undefined) return exact;
  const node = context.builder.nodes[value.node];
  return node?.op === "param" ? context.paramValues.get(node.name) : undefined;
}
