// Numbers, texts, true and false, vector literals.
import type * as ast from "../../grammar/ast.ts";
import { hull } from "../../runtime/interval.ts";
import type { Info } from "../model.ts";
import { PURE, type Unit, unitOfTag } from "../types/units.ts";
import { aType, commonType, isEmpty, isNumeric, isScalar, listType, NUMBER, TEXT, vectorType } from "../types/value-types.ts";
import { combine, commonUnit, requirePresent } from "./combine.ts";
import { complain, fix, insert, replace, safeFix } from "./complain.ts";
import { type Context, excerpt, type Lowered, type Placed } from "./context.ts";
import { elaborate } from "./expression.ts";
import { unitCalled } from "./habits.ts";
import { constantInfo, make, makeBool } from "./make.ts";
import { noteUnits } from "./notes.ts";
import { refuseBroken } from "./outside.ts";

export function elaborateNumber(literal: ast.NumberLiteral, context: Context): Lowered | undefined {
  const unit = tagUnit(literal.unit, context);
  if (unit === undefined) return undefined;
  const info = { ...constantInfo(NUMBER, { lo: literal.value, hi: literal.value }, literal.unit === undefined), unit };
  return make(context, { op: "constant", value: literal.value }, info, literal);
}

export function elaborateInfinite(literal: ast.Infinite, context: Context): Lowered | undefined {
  const unit = tagUnit(literal.unit, context);
  if (unit === undefined) return undefined;
  const bound = Number.POSITIVE_INFINITY;
  const info = { ...constantInfo(NUMBER, { lo: bound, hi: bound }, literal.unit === undefined), unit };
  return make(context, { op: "infinity" }, info, literal);
}

export function elaborateBool(literal: ast.BoolLiteral, context: Context): Lowered {
  return makeBool(context, literal.value, literal);
}

/** A text as a value; a raw one keeps its backslashes, and is remembered in case a pattern is wanted. */
export function elaborateText(literal: ast.TextLiteral, context: Context): Lowered {
  const length = [...literal.value].length;
  const made = make(context, { op: "constant", value: literal.value }, constantInfo(TEXT, { lo: length, hi: length }), literal);
  return literal.raw ? { ...made, raw: { ...literal, file: context.file } } : made;
}

export function elaborateVector(vector: ast.VectorLiteral, context: Context): Lowered | undefined {
  const parts = elementsOf(vector, context);
  const together = parts && combine(context, parts);
  if (parts === undefined || together === undefined) return undefined;
  const range = parts.length === 0 ? { lo: 0, hi: 0 } : hull(...parts.map((part) => part.value.info.range));
  const args = parts.map((part) => part.value.node);
  if (parts.length > 0 && parts.every((part) => part.value.info.type.kind === "text")) {
    return make(context, { op: "vector", args }, { ...constantInfo(listType(TEXT), range), ...together }, vector);
  }
  if (parts.some((part) => !isScalar(part.value.info.type))) return listOf(vector, parts, { ...together, range }, context);
  const mixed = parts.find((part) => !isNumeric(part.value.info.type));
  if (mixed !== undefined) {
    const message = `A vector holds numbers, but this element is ${aType(mixed.value.info.type)}.`;
    return complain(context, mixed.span, "T004", "mixed-vector", message, {
      help: "Use only numbers, or only texts for a list of texts.",
    });
  }
  const unit = elementUnit(vector, parts, context);
  if (unit === undefined) return undefined;
  const of = parts.length > 0 && parts.every((part) => part.value.info.type.kind === "bool") ? "bool" : "number";
  return make(
    context,
    { op: "vector", args },
    { ...constantInfo(vectorType(parts.length, of), range), ...together, ...unit },
    vector,
  );
}

/** A literal of vectors or lists: a list of what they are. */
function listOf(
  vector: ast.VectorLiteral,
  parts: readonly Placed[],
  info: Pick<Info, "timing" | "trust" | "range">,
  context: Context,
): Lowered | undefined {
  const of = commonType(parts.map((part) => part.value.info.type));
  if (of === undefined) {
    const [first] = parts;
    const other = parts.find((part) => commonType([first!.value.info.type, part.value.info.type]) === undefined) ?? parts[1]!;
    const message = `A list holds elements of one kind, but '${excerpt(context, first!.span)}' is ${aType(first!.value.info.type)} and '${excerpt(context, other.span)}' is ${aType(other.value.info.type)}.`;
    return complain(context, other.span, "T004", "mixed-vector", message, { help: "Use elements of one kind." });
  }
  const numeric = parts.filter((part) => isNumeric(part.value.info.type) && !isEmpty(part.value.info.type));
  const unit =
    numeric.length > 0 || vector.unit !== undefined
      ? elementUnit(vector, numeric, context)
      : { unit: parts[0]!.value.info.unit, unitFree: false };
  const args = parts.map((part) => part.value.node);
  return unit && make(context, { op: "vector", args }, { ...constantInfo(listType(of), info.range), ...info, ...unit }, vector);
}

/** Values of any kind, none of which may be missing. */
function elementsOf(vector: ast.VectorLiteral, context: Context): Placed[] | undefined {
  const parts = vector.elements.flatMap((span) => {
    const value = elaborate(span, context);
    return value === undefined ? [] : [{ value, span }];
  });
  const present = parts.filter((part) => requirePresent(context, part));
  return present.length === vector.elements.length ? present : undefined;
}

function elementUnit(
  vector: ast.VectorLiteral,
  parts: Placed[],
  context: Context,
): { unit: Unit; unitFree: boolean } | undefined {
  if (vector.unit === undefined) return commonUnit(context, parts, "put in one vector");
  const unit = tagUnit(vector.unit, context);
  if (unit === undefined) return undefined;
  const tagged: Placed = { value: { kind: "value", node: -1, info: { ...constantInfo(NUMBER), unit } }, span: vector.unit };
  return commonUnit(context, [tagged, ...parts], "put in one vector") && { unit, unitFree: false };
}

/** The unit a tag writes, PURE for none; an unknown name is reported. */
export function tagUnit(tag: ast.UnitTag | undefined, context: Context): Unit | undefined {
  if (tag === undefined) return PURE;
  noteUnits(tag, context);
  const unit = unitOfTag(tag, context.units);
  if (!("unknown" in unit)) return unit;
  const name = unit.unknown;
  if (context.brokenUnits.has(name)) return refuseBroken(context.unitDefinitions.get(name), tag, context);
  if (context.isOpen) return context.fail();
  const known = unitCalled(name);
  if (known !== undefined) {
    const at = tag.start + context.text.slice(tag.start, tag.end).search(new RegExp(`(?<![\\w])${name}(?![\\w])`, "u"));
    const fixes = at < tag.start ? [] : [safeFix(`Write '${known}'`, replace({ start: at, end: at + name.length }, known))];
    const message = `There is no unit '${name}'; it is written '${known}'.`;
    return complain(context, tag, "U001", "unknown-unit", message, { help: `Replace it by '${known}'.`, fixes });
  }
  return complain(context, tag, "U001", "unknown-unit", `There is no unit '${name}'.`, {
    help: `Declare it at the top of the file: 'unit ${name}', or as a multiple: 'unit ${name} = 1000 [m]'.`,
    fixes: [fix(`Declare 'unit ${name}'`, insert(context.head, context.head === 0 ? `unit ${name}\n\n` : `\n\nunit ${name}`))],
  });
}
