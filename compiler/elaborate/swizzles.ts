// Components of a vector by their letters: `v.x`, `v.xy`; of a quaternion by what they mean, of a list of vectors one per element.
import type * as ast from "../../grammar/ast.ts";
import type { ValueType } from "../../runtime/program.ts";
import type { Info } from "../model.ts";
import { componentIndex, elementType, listType, vectorType } from "../types/value-types.ts";
import { requirePresent } from "./combine.ts";
import { complain } from "./complain.ts";
import { type Context, excerpt, type Lowered } from "./context.ts";
import { make } from "./make.ts";

type Vector = ValueType & { kind: "vector" };

/** A vector, or a list of vectors however deep. */
export function holdsVectors(type: ValueType): boolean {
  return vectorIn(type) !== undefined;
}

function vectorIn(type: ValueType): Vector | undefined {
  if (type.kind === "vector") return type;
  return type.kind === "list" ? vectorIn(type.of) : undefined;
}

export function swizzle(value: Lowered, member: ast.MemberAccess, context: Context): Lowered | undefined {
  const { property, object } = member;
  const vector = vectorIn(value.info.type)!;
  const { size } = vector;
  if (value.info.type.kind === "list" && !requirePresent(context, { value, span: object })) return undefined;
  const indices = [...property.text].map((letter) => componentIndex(vector, letter));
  const what = vector.order === undefined ? `a vector of ${size}` : "a quaternion";
  const text = `'${excerpt(context, object)}' ${value.info.type.kind === "list" ? "holds" : "is"} ${vector.members ? `an ensemble of ${size}` : what}`;
  if (indices.includes(-1)) {
    const names = [...(vector.order ?? "xyzw")].slice(0, size).map((letter) => `.${letter}`);
    const help = vector.members
      ? "Its members have numbers: '[0]' is the first."
      : `Its components are called ${names.join(" ")}${size > 4 ? ", and the others by number, such as [4]" : ""}.`;
    return complain(context, property, "N009", "no-such-member", `${text} and has no '.${property.text}'.`, { help });
  }
  const outside = indices.find((index) => index >= size);
  if (outside !== undefined) {
    return complain(context, property, "T032", "outside-vector", `${text}, so it has no '.${"xyzw"[outside]}'.`, {
      help: `The last component is '.${"xyzw"[size - 1]}'.`,
    });
  }
  return indices.length === 1 ? component(value, indices[0]!, member, context) : components(value, indices, member, context);
}

export function component(value: Lowered, index: number, span: ast.Expression, context: Context): Lowered {
  const info: Info = { ...value.info, type: inEach(value.info.type, elementType(value.info.type)) };
  return make(context, { op: "component", args: [value.node], components: [index], scalar: true }, info, span);
}

/** Several components as a vector; a part of a quaternion is none. */
export function components(value: Lowered, indices: number[], span: ast.Expression, context: Context): Lowered {
  const part = vectorType(indices.length, elementType(value.info.type).kind === "bool" ? "bool" : "number");
  const info: Info = { ...value.info, type: inEach(value.info.type, part) };
  return make(context, { op: "component", args: [value.node], components: indices, scalar: false }, info, span);
}

/** The part in place of each vector. */
function inEach(type: ValueType, part: ValueType): ValueType {
  return type.kind === "list" ? listType(inEach(type.of, part)) : part;
}
