// Value types: the few that exist, how people call them, and how two of them combine element by element.
import type { ValueType } from "../../runtime/program.ts";

export const NUMBER: ValueType = { kind: "number" };
export const BOOL: ValueType = { kind: "bool" };
export const TEXT: ValueType = { kind: "text" };

export function vectorType(size: number, of: "number" | "bool"): ValueType {
  return { kind: "vector", size, of };
}

export function listType(of: ValueType): ValueType {
  return { kind: "list", of };
}

/** The type of one element; the type itself where it has none. */
export function elementType(type: ValueType): ValueType {
  if (type.kind === "vector") return type.of === "bool" ? BOOL : NUMBER;
  if (type.kind === "list") return elementType(type.of);
  return type;
}

/** How deep its values are nested: 0 for one value, 1 for a vector or a list of single values. */
export function depthOf(type: ValueType): number {
  if (type.kind === "list") return 1 + depthOf(type.of);
  return type.kind === "vector" ? 1 : 0;
}

/** A bool counts as 0 or 1 where a number is needed. */
export function isNumeric(type: ValueType): boolean {
  const element = elementType(type);
  return element.kind === "number" || element.kind === "bool";
}

export function isBool(type: ValueType): boolean {
  return elementType(type).kind === "bool";
}

export function isText(type: ValueType): boolean {
  return elementType(type).kind === "text";
}

export function isScalar(type: ValueType): boolean {
  return type.kind !== "vector" && type.kind !== "list";
}

export function describeType(type: ValueType): string {
  switch (type.kind) {
    case "vector":
      return type.of === "bool" ? `bools(${type.size})` : `vector(${type.size})`;
    case "list":
      return `list of ${describeType(type.of)}`;
    case "text":
      return type.alternatives ? `one of ${type.alternatives.map((a) => JSON.stringify(a)).join(" | ")}` : "text";
    default:
      return type.kind;
  }
}

/** The same in a sentence: "a number", "text", "bools(4)". */
export function aType(type: ValueType): string {
  const text = describeType(type);
  return type.kind === "text" || text.startsWith("bools") ? text : `a ${text}`;
}

/** A bool may stand for a number, never the reverse; a text with alternatives takes no other text than those. */
export function elementFits(wanted: ValueType, got: ValueType): boolean {
  const [to, from] = [elementType(wanted), elementType(got)];
  if (to.kind === "text") return from.kind === "text";
  return from.kind !== "text" && (to.kind === "number" || from.kind === "bool");
}

/** Whether a value of `got` can be kept where `wanted` is declared; a single value fills a vector. */
export function typeFits(wanted: ValueType, got: ValueType): boolean {
  if (!elementFits(wanted, got)) return isEmpty(got) && wanted.kind === "list";
  if (wanted.kind === "vector") return isScalar(got) || (got.kind === "vector" && got.size === wanted.size);
  return wanted.kind === "list" ? !isScalar(got) : isScalar(got);
}

/** `[]` is a list of anything. */
export function isEmpty(type: ValueType): boolean {
  return type.kind === "vector" && type.size === 0;
}

/** The shape of an element-wise result with elements of type `element`, or the two that do not fit. */
export function joinShapes(types: readonly ValueType[], element: ValueType): ValueType | { clash: [ValueType, ValueType] } {
  let shaped: ValueType | undefined;
  for (const type of types) {
    if (isScalar(type)) continue;
    if (shaped === undefined) shaped = type;
    else if (shaped.kind === "vector" && type.kind === "vector" && shaped.size !== type.size) return { clash: [shaped, type] };
    else if (type.kind === "list" && shaped.kind !== "list") shaped = type;
  }
  return shaped === undefined ? element : reshape(shaped, element);
}

function reshape(shape: ValueType, element: ValueType): ValueType {
  if (shape.kind === "vector") {
    if (element.kind === "number" || element.kind === "bool") return vectorType(shape.size, element.kind);
    return listType(element);
  }
  if (shape.kind === "list") return listType(reshape(shape.of, element));
  return element;
}
