// Value types: the few that exist, how people call them, and how two of them combine element by element.
import type { ValueType } from "../../runtime/program.ts";

export const NUMBER: ValueType = { kind: "number" };
export const BOOL: ValueType = { kind: "bool" };
export const TEXT: ValueType = { kind: "text" };

export function vectorType(size: number, of: "number" | "bool"): ValueType {
  return { kind: "vector", size, of };
}

type VectorType = ValueType & { kind: "vector" };

/** Four numbers that turn, in the order they are written in. */
export function quaternionType(order: "wxyz" | "xyzw"): VectorType {
  return { kind: "vector", size: 4, of: "number", order };
}

/** What the letter of a swizzle means: of a quaternion by the order it is declared in. -1 for none. */
export function componentIndex(type: ValueType, letter: string): number {
  return type.kind === "vector" && type.members !== true ? (type.order ?? "xyzw").indexOf(letter) : -1;
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
      if (type.order !== undefined) return `quaternion(${type.order})`;
      if (type.members) return `ensemble(${type.size}) of ${type.of}`;
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
  return type.kind === "text" || text.startsWith("bools") ? text : `${text.startsWith("e") ? "an" : "a"} ${text}`;
}

/** A bool may stand for a number, never the reverse; a text with alternatives takes no other text than those. */
export function elementFits(wanted: ValueType, got: ValueType): boolean {
  const [to, from] = [elementType(wanted), elementType(got)];
  if (to.kind === "text") return from.kind === "text";
  return from.kind !== "text" && (to.kind === "number" || from.kind === "bool");
}

/** Whether a value of `got` can be kept where `wanted` is declared; a single value fills a vector. */
export function typeFits(wanted: ValueType, got: ValueType): boolean {
  if (wanted.kind === "list" && isEmpty(got)) return true;
  if (!elementFits(wanted, got)) return false;
  if (wanted.kind === "vector") return isScalar(got) || vectorFits(wanted, got);
  return wanted.kind === "list" ? !isScalar(got) && innerFits(wanted.of, innerType(got)) : isScalar(got);
}

/** Four plain numbers may become a quaternion, but never one in another order. */
function vectorFits(wanted: VectorType, got: ValueType): boolean {
  if (got.kind !== "vector" || got.size !== wanted.size) return false;
  return wanted.order === undefined || got.order === undefined || wanted.order === got.order;
}

/** Inside a list nothing is filled: a vector stands for a vector, a list or a vector for a list. */
function innerFits(wanted: ValueType, got: ValueType): boolean {
  if (isScalar(wanted) || isScalar(got)) return isScalar(wanted) && isScalar(got);
  if (wanted.kind === "vector") return vectorFits(wanted, got);
  return isEmpty(got) || (wanted.kind === "list" && innerFits(wanted.of, innerType(got)));
}

/** What a vector or list holds. */
export function innerType(type: ValueType): ValueType {
  if (type.kind === "vector") return type.of === "bool" ? BOOL : NUMBER;
  return type.kind === "list" ? type.of : type;
}

/** `[]` is a list of anything. */
export function isEmpty(type: ValueType): boolean {
  return (type.kind === "vector" && type.size === 0) || (type.kind === "list" && isEmpty(type.of));
}

/** The shape of an element-wise result with elements of type `element`, or the two that do not fit. */
export function joinShapes(types: readonly ValueType[], element: ValueType): ValueType | { clash: [ValueType, ValueType] } {
  let shaped: { shape: ValueType; from: ValueType } | undefined;
  for (const type of types) {
    if (isScalar(type)) continue;
    const shape: ValueType | undefined = shaped === undefined ? type : joinTwo(shaped.shape, type);
    if (shape === undefined) return { clash: [shaped!.from, type] };
    shaped = { shape, from: shaped === undefined || shape !== shaped.shape ? type : shaped.from };
  }
  return shaped === undefined ? element : reshape(shaped.shape, element);
}

/** The shape of two values side by side; undefined where their elements cannot be paired. */
function joinTwo(a: ValueType, b: ValueType): ValueType | undefined {
  if (a.kind === "vector" && b.kind === "vector") return joinVectors(a, b);
  const [deep, flat] = depthOf(a) > depthOf(b) || (depthOf(a) === depthOf(b) && a.kind === "list") ? [a, b] : [b, a];
  if (deep.kind !== "list") return undefined;
  if (depthOf(flat) === depthOf(deep)) {
    if (flat.kind !== "list" || isScalar(deep.of)) return deep;
    const both = joinTwo(deep.of, flat.of);
    return both && listType(both);
  }
  // A vector is the same for every element of a list of vectors; of a list nobody could say what it is paired with.
  const inner = flat.kind === "vector" ? joinTwo(deep.of, flat) : undefined;
  return inner && listType(inner);
}

function joinVectors(a: VectorType, b: VectorType): ValueType | undefined {
  if (a.size !== b.size || (a.order !== undefined && b.order !== undefined && a.order !== b.order)) return undefined;
  if (a.order === b.order && a.members === b.members) return a;
  return { ...vectorType(a.size, a.of), ...(a.members || b.members ? { members: true as const } : {}) } as ValueType;
}

function reshape(shape: ValueType, element: ValueType): ValueType {
  if (shape.kind === "vector") {
    if (element.kind !== "number" && element.kind !== "bool") return listType(element);
    const { order: _, ...plain } = shape;
    return { ...(element.kind === "bool" ? plain : shape), of: element.kind };
  }
  if (shape.kind === "list") return listType(reshape(shape.of, element));
  return element;
}

/** The type all of them have or can be read as, for the elements of a list; vectors of different length are lists. */
export function commonType(types: readonly ValueType[]): ValueType | undefined {
  const filled = types.filter((type) => !isEmpty(type));
  const [first] = filled;
  if (first === undefined) return listType(NUMBER);
  if (filled.some(isScalar)) return filled.every(isScalar) ? commonScalar(filled) : undefined;
  const vectors = types.filter((type) => type.kind === "vector");
  if (vectors.length === types.length && vectors.every(({ size }) => size === vectors[0]!.size)) {
    const joined = vectors.reduce<ValueType | undefined>((so, type) => so && joinTwo(so, type), vectors[0]);
    return joined && reshape(joined, vectors.every(isBool) ? BOOL : NUMBER);
  }
  const inner = commonType(filled.map(innerType));
  return inner && listType(inner);
}

function commonScalar(types: readonly ValueType[]): ValueType | undefined {
  if (types.every(isText)) return TEXT;
  return types.some(isText) ? undefined : types.every(isBool) ? BOOL : NUMBER;
}
