// `v.x`, `v.xy`, `v[i]`, `v[a..b]`, `terms.x` and `scenario.x`.
import type * as ast from "../../grammar/ast.ts";
import { EVERYTHING } from "../../runtime/interval.ts";
import type { Info } from "../model.ts";
import { PURE } from "../types/units.ts";
import { aType, elementType, NUMBER, vectorType } from "../types/value-types.ts";
import { combine, requirePresent, requirePure } from "./combine.ts";
import { changeTo, complain, didYouMean, notYet } from "./complain.ts";
import { constantNumber } from "./constants.ts";
import { type Context, excerpt, type Lowered, type LoweredRange, scenarioNamed } from "./context.ts";
import { elaborate, elaborateOperand } from "./expression.ts";
import { make } from "./make.ts";
import { noteBuiltin, noteReference } from "./notes.ts";
import { lowerScenario } from "./scenario-values.ts";
import { nearest } from "./suggest.ts";

export function elaborateMember(member: ast.MemberAccess, context: Context): Lowered | undefined {
  const { object, property } = member;
  if (property.text === "") return context.fail();
  if (object.kind === "name" && object.name === "terms" && !context.locals.has("terms") && !context.scope.values.has("terms")) {
    noteBuiltin(context, object, "terms");
    return termOf(member, context);
  }
  if (object.kind === "name" && context.place === "expect") {
    const scenario = scenarioNamed(object.name, context);
    noteReference(context, object, scenario);
    if (scenario !== undefined) return lowerScenario(object.name, property, member, context);
  }
  const value = elaborate(object, context);
  if (value === undefined) return undefined;
  const node = context.builder.nodes[value.node];
  if (node?.op === "scenario" && node.member === undefined) return lowerScenario(node.scenario, property, member, context);
  const { type } = value.info;
  if (type.kind === "vector") return swizzle(value, member, type.size, context);
  const message = `'${excerpt(context, object)}' is ${aType(type)} and has no '.${property.text}'.`;
  return complain(context, property, "N009", "no-such-member", message, {
    help: "Only vectors have components .x .y .z .w; lists and vectors are indexed with [i].",
  });
}

function swizzle(value: Lowered, member: ast.MemberAccess, size: number, context: Context): Lowered | undefined {
  const { property, object } = member;
  const indices = [...property.text].map((letter) => "xyzw".indexOf(letter));
  const text = `'${excerpt(context, object)}' is a vector of ${size}`;
  if (indices.includes(-1)) {
    const names = [..."xyzw"].slice(0, size).map((letter) => `.${letter}`);
    return complain(context, property, "N009", "no-such-member", `${text} and has no '.${property.text}'.`, {
      help: `Its components are called ${names.join(" ")}${size > 4 ? ", and the others by number, such as [4]" : ""}.`,
    });
  }
  const outside = indices.find((index) => index >= size);
  if (outside !== undefined) {
    return complain(context, property, "T032", "outside-vector", `${text}, so it has no '.${"xyzw"[outside]}'.`, {
      help: `The last component is '.${"xyzw"[size - 1]}'.`,
    });
  }
  return indices.length === 1 ? component(value, indices[0]!, member, context) : components(value, indices, member, context);
}

function component(value: Lowered, index: number, span: ast.Expression, context: Context): Lowered {
  const info: Info = { ...value.info, type: elementType(value.info.type) };
  return make(context, { op: "component", args: [value.node], components: [index], scalar: true }, info, span);
}

function components(value: Lowered, indices: number[], span: ast.Expression, context: Context): Lowered {
  const type = vectorType(indices.length, elementType(value.info.type).kind === "bool" ? "bool" : "number");
  return make(
    context,
    { op: "component", args: [value.node], components: indices, scalar: false },
    { ...value.info, type },
    span,
  );
}

export function elaborateIndex(access: ast.IndexAccess, context: Context): Lowered | undefined {
  const value = elaborate(access.object, context);
  const index = elaborateOperand(access.index, context);
  if (value === undefined || index === undefined) return undefined;
  const { type } = value.info;
  if (type.kind !== "vector" && type.kind !== "list") {
    const message = `'${excerpt(context, access.object)}' is ${aType(type)}; only vectors and lists have elements.`;
    return complain(context, access.object, "T033", "not-indexable", message, { help: "Leave the index out." });
  }
  if (index.kind === "range") {
    return type.kind === "vector"
      ? slice(value, type.size, index, access, context)
      : notYet(context, access.index, "A slice of a list");
  }
  const number = constantNumber(context, index);
  if (type.kind !== "vector" || number === undefined) return element(value, index, access, context);
  if (Number.isInteger(number) && number >= 0 && number < type.size) return component(value, number, access, context);
  const message = `'${excerpt(context, access.object)}' has the elements 0 to ${type.size - 1}, so there is no element ${number}.`;
  return complain(context, access.index, "T032", "outside-vector", message, { help: "Elements are counted from 0." });
}

function slice(
  value: Lowered,
  size: number,
  range: LoweredRange,
  access: ast.IndexAccess,
  context: Context,
): Lowered | undefined {
  const [from, to] = [constantNumber(context, range.lo), constantNumber(context, range.hi)];
  if (from === undefined || to === undefined || !Number.isInteger(from) || !Number.isInteger(to)) {
    return complain(
      context,
      access.index,
      "T034",
      "slice-bounds",
      "The bounds of a slice must be whole numbers known beforehand.",
      {
        help: "Write them as numbers, such as v[0..2].",
      },
    );
  }
  if (from < 0 || to >= size || from > to) {
    const message = `'${excerpt(context, access.object)}' has the elements 0 to ${size - 1}, so there is no slice ${from}..${to}.`;
    return complain(context, access.index, "T032", "outside-vector", message, { help: "A slice includes both its ends." });
  }
  return components(
    value,
    Array.from({ length: to - from + 1 }, (_, i) => from + i),
    access,
    context,
  );
}

/** A computed index, or one of a list: missing where there is no such element. */
function element(value: Lowered, index: Lowered, access: ast.IndexAccess, context: Context): Lowered | undefined {
  const [whole, at] = [
    { value, span: access.object },
    { value: index, span: access.index },
  ];
  if (!requirePresent(context, whole) || !requirePresent(context, at)) return undefined;
  if (index.info.type.kind !== "number") {
    const message = `An index is a whole number, but '${excerpt(context, access.index)}' is ${aType(index.info.type)}.`;
    return complain(context, access.index, "T035", "index-type", message, { help: "Elements are counted from 0." });
  }
  const together = combine(context, [whole, at]);
  if (together === undefined || !requirePure(context, at, "An index")) return undefined;
  const { type } = value.info;
  const info: Info = {
    ...value.info,
    ...together,
    type: type.kind === "list" ? type.of : elementType(type),
    optional: type.kind === "list",
  };
  return make(context, { op: "element", args: [value.node, index.node] }, info, access);
}

function termOf(member: ast.MemberAccess, context: Context): Lowered | undefined {
  const { property } = member;
  const definition = context.scope.terms.get(property.text);
  noteReference(context, property, definition);
  if (context.place !== "total") {
    return complain(
      context,
      member,
      "N004",
      "terms-outside-total",
      "'terms' is the sum of the terms; it exists only inside 'total'.",
      {
        help: "Name what the term computes with 'let', and use that.",
      },
    );
  }
  if (definition === undefined || (definition.kind !== "objective" && definition.kind !== "penalty")) {
    const paid = [...context.scope.terms.values()].filter(({ kind }) => kind === "objective" || kind === "penalty");
    const close = nearest(
      property.text,
      paid.map(({ name }) => name),
    );
    const message =
      definition === undefined ? `There is no term '${property.text}'.` : `'${property.text}' is a ${definition.kind}.`;
    return complain(context, property, "N010", "unknown-term", message, {
      help: didYouMean(close, "Only objectives and penalties are in 'terms'."),
      fixes: changeTo(property, close),
    });
  }
  const range = context.contributions.get(property.text) ?? EVERYTHING;
  const timing = context.oneShot ? "end" : "step";
  const info: Info = { type: NUMBER, optional: false, timing, unit: PURE, unitFree: false, trust: "policy", range };
  return make(context, { op: "term", name: property.text }, info, member);
}
