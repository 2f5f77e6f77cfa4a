// `v.x`, `v.xy`, `v[i]`, `v[a..b]`, `terms.x` and `scenario.x`.
import type * as ast from "../../grammar/ast.ts";
import { EVERYTHING } from "../../runtime/interval.ts";
import type { Info } from "../model.ts";
import { describeType, elementType, NUMBER, vectorType } from "../types/value-types.ts";
import { PURE } from "../types/units.ts";
import { complain, type Context, excerpt, type Lowered } from "./context.ts";
import { elaborate, elaborateOperand } from "./expression.ts";
import { combine } from "./combine.ts";
import { constantNumber, make } from "./make.ts";
import { lowerScenario } from "./scenario-values.ts";
import { nearest } from "./suggest.ts";

export function elaborateMember(member: ast.MemberAccess, context: Context): Lowered | undefined {
  const { object, property } = member;
  if (property.text === "") return undefined;
  if (object.kind === "name" && object.name === "terms" && !context.locals.has("terms") && !context.scope.values.has("terms")) return termOf(member, context);
  if (object.kind === "name" && context.place === "expect" && context.scope.scenarios.has(object.name)) {
    context.model.references.push({ start: object.start, end: object.end, definition: context.scope.scenarios.get(object.name)! });
    return lowerScenario(object.name, property, member, context);
  }
  const value = elaborate(object, context);
  if (value === undefined) return undefined;
  const node = context.builder.nodes[value.node];
  if (node?.op === "scenario") return lowerScenario(node.scenario, property, member, context);
  if (value.info.type.kind === "vector") return swizzle(value, member, value.info.type.size, context);
  return complain(context, property, "N009", "no-such-member", `'${excerpt(context, object)}' is ${describeType(value.info.type)} and has no '.${property.text}'.`, {
    help: "Only vectors have components .x .y .z .w; lists and vectors are indexed with [i].",
  });
}

function swizzle(value: Lowered, member: ast.MemberAccess, size: number, context: Context): Lowered | undefined {
  const components = [...member.property.text].map((letter) => "xyzw".indexOf(letter));
  const text = `'${excerpt(context, member.object)}' is a vector of ${size}`;
  if (components.includes(-1)) {
    return complain(context, member.property, "N009", "no-such-member", `${text}; its components are called ${[..."xyzw"].slice(0, Math.min(size, 4)).map((c) => `.${c}`).join(" ")}.`);
  }
  const outside = components.find((component) => component >= size);
  if (outside !== undefined) {
    return complain(context, member.property, "T032", "outside-vector", `${text}, so it has no '.${"xyzw"[outside]}'.`);
  }
  return pick(value, components, components.length === 1, member, context);
}

export function pick(value: Lowered, components: number[], scalar: boolean, span: ast.Expression, context: Context): Lowered {
  const element = elementType(value.info.type);
  const of = element.kind === "bool" ? "bool" : "number";
  const type = scalar ? element : vectorType(components.length, of);
  return make(context, { op: "component", args: [value.node], components, scalar }, { ...value.info, type }, span);
}

export function elaborateIndex(access: ast.IndexAccess, context: Context): Lowered | undefined {
  const value = elaborate(access.object, context);
  const index = elaborateOperand(access.index, context);
  if (value === undefined || index === undefined) return undefined;
  const { type } = value.info;
  if (type.kind !== "vector" && type.kind !== "list") {
    return complain(context, access.object, "T033", "not-indexable", `'${excerpt(context, access.object)}' is ${describeType(type)}; only vectors and lists have elements.`);
  }
  const single = index.kind === "value" ? constantNumber(context, index) : undefined;
  if (type.kind === "vector" && index.kind === "range") return slice(value, type.size, index.lo, index.hi, access, context);
  if (type.kind === "vector" && single !== undefined) {
    if (Number.isInteger(single) && single >= 0 && single < type.size) return pick(value, [single], true, access, context);
    return complain(context, access.index, "T032", "outside-vector", `'${excerpt(context, access.object)}' has the elements 0 to ${type.size - 1}, so there is no element ${single}.`);
  }
  if (index.kind === "range") return complain(context, access.index, "L001", "not-yet-supported", "Slices of lists have no meaning in this version yet.");
  return element(value, index, access, context);
}

function slice(value: Lowered, size: number, lo: Lowered, hi: Lowered, access: ast.IndexAccess, context: Context): Lowered | undefined {
  const [from, to] = [constantNumber(context, lo), constantNumber(context, hi)];
  const whole = from !== undefined && to !== undefined && Number.isInteger(from) && Number.isInteger(to);
  if (!whole) return complain(context, access.index, "T034", "slice-bounds", "The bounds of a slice must be whole numbers known beforehand.");
  if (from < 0 || to >= size || from > to) {
    return complain(context, access.index, "T032", "outside-vector", `'${excerpt(context, access.object)}' has the elements 0 to ${size - 1}; a slice includes both its ends.`);
  }
  return pick(value, Array.from({ length: to - from + 1 }, (_, i) => from + i), false, access, context);
}

function element(value: Lowered, index: Lowered, access: ast.IndexAccess, context: Context): Lowered | undefined {
  const together = combine(context, [{ value, span: access.object }, { value: index, span: access.index }]);
  if (together === undefined) return undefined;
  if (index.info.type.kind !== "number") return complain(context, access.index, "T035", "index-type", "An index must be a whole number.");
  const type = value.info.type.kind === "list" ? value.info.type.of : elementType(value.info.type);
  return make(context, { op: "element", args: [value.node, index.node] }, { ...value.info, ...together, type, optional: value.info.type.kind === "list" }, access);
}

function termOf(member: ast.MemberAccess, context: Context): Lowered | undefined {
  const name = member.property.text;
  const definition = context.scope.terms.get(name);
  if (context.place !== "total") {
    return complain(context, member, "N004", "terms-outside-total", "'terms' is the sum of the terms; it exists only inside 'total'.");
  }
  if (definition === undefined || (definition.kind !== "objective" && definition.kind !== "penalty")) {
    const close = nearest(name, context.scope.terms.keys());
    return complain(context, member.property, "N010", "unknown-term", `There is no term '${name}'.`, { help: close ? `Did you mean '${close}'?` : "Only objectives and penalties are in 'terms'." });
  }
  context.model.references.push({ start: member.property.start, end: member.property.end, definition });
  const info: Info = {
    type: NUMBER, optional: false, timing: context.oneShot ? "end" : "step", unit: PURE, unitFree: false, trust: "policy",
    range: context.contributions.get(name) ?? EVERYTHING,
  };
  return make(context, { op: "term", name }, info, member);
}
