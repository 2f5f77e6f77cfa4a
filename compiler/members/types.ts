// A written type → what values of it are: shape, unit, bounds.
import type * as ast from "../../grammar/ast.ts";
import { EVERYTHING, type Interval, meet, NOT_NEGATIVE, TRUTH } from "../../runtime/interval.ts";
import type { ValueType } from "../../runtime/program.ts";
import { changeTo, complain, didYouMean, replace, safeFix } from "../elaborate/complain.ts";
import type { Context } from "../elaborate/context.ts";
import { typeCalled } from "../elaborate/habits.ts";
import { tagUnit } from "../elaborate/literals.ts";
import { nearest } from "../elaborate/suggest.ts";
import { isPure, PURE, sameUnit, type Unit, unitText } from "../types/units.ts";
import { aType, BOOL, isBool, isText, listType, NUMBER, quaternionType, TEXT, vectorType } from "../types/value-types.ts";
import { rangeOfNode } from "./ranges.ts";

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
  const isWritten = (candidate: Unit | undefined): candidate is Unit =>
    candidate !== undefined && (!isPure(candidate) || candidate.angle === true);
  const [first, second] = [unit, base.unit, bounds?.unit].filter(isWritten);
  if (first !== undefined && second !== undefined && !sameUnit(first, second)) {
    return complain(
      context,
      node,
      "RH202",
      "unit-mismatch",
      `This type is in [${unitText(first)}] and in [${unitText(second)}].`,
      { help: "Write the unit once." },
    );
  }
  if (first !== undefined && !carriesUnit(base.type, first, node, context)) return undefined;
  const range = bounds === undefined ? base.range : narrowed(base.range, bounds.range, node, context);
  if (range === undefined) return undefined;
  // Of a text the unit counts its length; the text itself has none.
  return {
    type: base.type,
    integer: base.integer,
    range,
    unit: isText(base.type) ? PURE : (first ?? PURE),
    optional: node.optional,
  };
}

/** True and false have no unit, and the length of a text is in characters. */
function carriesUnit(type: ValueType, unit: Unit, node: ast.TypeNode, context: Context): boolean {
  if (!isBool(type) && !isText(type)) return true;
  if (isText(type) && unitText(unit) === "char") return true;
  const message = isBool(type) ? "True and false have no unit." : "A text has no unit; its length is counted in [char].";
  complain(context, node.unit ?? node, "U002", "unit-without-number", message, { help: "Leave the unit out." });
  return false;
}

/** `count in 0..10`: what both the base type and the range allow. */
function narrowed(base: Interval, range: Interval, node: ast.TypeNode, context: Context): Interval | undefined {
  const both = meet(base, range);
  if (both !== undefined) return both;
  return complain(context, node.range ?? node, "T023", "empty-range", `No value of this type lies in ${range.lo}..${range.hi}.`, {
    help: "Change the range or the type.",
  });
}

interface Base {
  type: ValueType;
  range: Interval;
  unit: Unit;
  integer: boolean;
}

const plain = (type: ValueType, range: Interval = EVERYTHING): Base => ({ type, range, unit: PURE, integer: false });

function baseType(base: ast.BaseType, context: Context): Base | undefined {
  switch (base.kind) {
    case "named":
      return namedType(base, base.name, context);
    case "range": {
      const range = rangeOfNode(base.range, context);
      return range && { ...plain(NUMBER, range.range), unit: range.unit };
    }
    case "vector":
      return checkSize(base, context) ? plain(vectorType(base.size, "number")) : undefined;
    case "bools":
      return checkSize(base, context) ? plain(vectorType(base.size, "bool"), TRUTH) : undefined;
    case "one-of":
      return oneOf(base.alternatives, context);
    case "list": {
      const of = baseType(base.of, context);
      return of && { ...of, type: listType(of.type) };
    }
    case "quaternion":
      return plain(quaternionType(base.order));
    case "ensemble":
      return checkSize(base, context) ? ensemble(base, context) : undefined;
    case "missing":
      return undefined;
  }
}

/** One number or condition per model. */
function ensemble(base: ast.BaseType & { kind: "ensemble" }, context: Context): Base | undefined {
  const of = baseType(base.of, context);
  if (of === undefined) return undefined;
  const { kind } = of.type;
  if (kind === "number" || kind === "bool") return { ...of, type: { kind: "vector", size: base.size, of: kind, members: true } };
  return complain(
    context,
    base.of,
    "T048",
    "ensemble-of",
    `Each member of an ensemble gives one number or condition, not ${aType(of.type)}.`,
    {
      help: "Declare one ensemble for each component, or a vector for each model.",
    },
  );
}

function namedType(base: ast.BaseType, name: string, context: Context): Base | undefined {
  switch (name) {
    case "bool":
      return plain(BOOL, TRUTH);
    case "text":
      return plain(TEXT, NOT_NEGATIVE);
    case "number":
      return plain(NUMBER);
    case "count":
      return { ...plain(NUMBER, NOT_NEGATIVE), integer: true };
  }
  if (name === "") return undefined;
  const known = typeCalled(name);
  if (known !== undefined) {
    return complain(context, base, "N014", "unknown-type", `There is no type '${name}'; it is written '${known}'.`, {
      help:
        known === "number" || known === "count" ? `Write '${known}', or better its bounds, such as '0..1'.` : `Write '${known}'.`,
      fixes: [safeFix(`Write '${known}'`, replace(base, known))],
    });
  }
  const close = nearest(name, baseNames);
  return complain(context, base, "N014", "unknown-type", `There is no type '${name}'.`, {
    help: didYouMean(
      close,
      `Types are ${baseNames.join(", ")}, a range 0..1, vector(n), bools(n), list of … and one of "a" | "b".`,
    ),
    fixes: changeTo(base, close),
  });
}

function oneOf(written: readonly ast.TextLiteral[], context: Context): Base | undefined {
  const alternatives = written.map((text) => text.value);
  const twice = written.find((text, index) => alternatives.indexOf(text.value) < index);
  if (twice !== undefined) {
    return complain(context, twice, "T043", "alternative-twice", `${JSON.stringify(twice.value)} is written twice.`, {
      help: "Write every alternative once.",
    });
  }
  const lengths = alternatives.map((text) => [...text].length);
  return plain({ kind: "text", alternatives }, { lo: Math.min(...lengths), hi: Math.max(...lengths) });
}

function checkSize(base: ast.BaseType & { kind: "vector" | "bools" | "ensemble" }, context: Context): boolean {
  if (Number.isInteger(base.size) && base.size >= 1 && base.size <= 4096) return true;
  // A size that is not written has its syntax error.
  if (Number.isNaN(base.size)) return false;
  const what = base.kind === "ensemble" ? "an ensemble" : "a vector";
  complain(context, base, "T040", "vector-size", `The size of ${what} is a whole number from 1 to 4096.`, {
    help: `Write it in parentheses: '${base.kind}(3)'.`,
  });
  return false;
}
