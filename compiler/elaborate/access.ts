// `v.x`, `v.xy`, `v[i]`, `v[a..b]`, `terms.x` and `scenario.x`.
import type * as ast from "../../grammar/ast.ts";
import type { Span } from "../../grammar/span.ts";
import { EVERYTHING } from "../../runtime/interval.ts";
import type { Info } from "../model.ts";
import { PURE } from "../types/units.ts";
import { aType, elementType, NUMBER } from "../types/value-types.ts";
import { combine, requirePresent, requirePure } from "./combine.ts";
import { changeTo, complain, didYouMean, fix, replace } from "./complain.ts";
import { constantNumber } from "./constants.ts";
import {
  type Context,
  excerpt,
  type Lowered,
  type Placed,
  scenarioNamed,
  sequenceMembers,
  type ValueBinding,
} from "./context.ts";
import { elaborate, elaborateOperand } from "./expression.ts";
import { make } from "./make.ts";
import { noteBuiltin, noteReference } from "./notes.ts";
import { elaborateSample, lowerScenario } from "./scenario-values.ts";
import { sliceOf, sliceOfVector } from "./slices.ts";
import { nearest } from "./suggest.ts";
import { component, holdsVectors, swizzle } from "./swizzles.ts";

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
  const sequence = object.kind === "name" && !context.locals.has(object.name) ? context.scope.values.get(object.name) : undefined;
  if (sequence?.lowerMember !== undefined) {
    noteReference(context, object, sequence.definition);
    return memberOfSequence(sequence, property, context);
  }
  const value = elaborate(object, context);
  if (value === undefined) return undefined;
  const node = context.builder.nodes[value.node];
  if (node?.op === "scenario" && node.member === undefined) return lowerScenario(node.scenario, property, member, context);
  const { type } = value.info;
  if (holdsVectors(type)) return swizzle(value, member, context);
  const message = `'${excerpt(context, object)}' is ${aType(type)} and has no '.${property.text}'.`;
  return complain(context, property, "N009", "no-such-member", message, {
    help: "Only vectors, quaternions and lists of them have components .x .y .z .w; lists and vectors are indexed with [i].",
  });
}

function memberOfSequence(sequence: ValueBinding, property: ast.Name, context: Context): Lowered | undefined {
  const name = sequenceMembers.find((member) => member === property.text);
  if (name !== undefined) return sequence.lowerMember?.(name, property);
  const close = nearest(property.text, sequenceMembers);
  return complain(context, property, "N009", "no-such-member", `A sequence has no '.${property.text}'.`, {
    help: didYouMean(close, `It has .${sequenceMembers.join(", .")}.`),
    fixes: changeTo(property, close),
  });
}

export function elaborateIndex(access: ast.IndexAccess, context: Context): Lowered | undefined {
  const sample = elaborateSample(access, context);
  if (sample !== "no sample") return sample;
  const value = elaborate(access.object, context);
  const index = elaborateOperand(access.index, context);
  if (value === undefined || index === undefined) return undefined;
  const { type } = value.info;
  if (type.kind === "text" && index.kind === "range") return sliceOf(value, "part", index, access, context);
  if (type.kind !== "vector" && type.kind !== "list") {
    const message = `'${excerpt(context, access.object)}' is ${aType(type)}; only vectors and lists have elements.`;
    return complain(context, access.object, "T033", "not-indexable", message, {
      help: type.kind === "text" ? "A part of a text is a slice: t[0..0] is its first character." : "Leave the index out.",
    });
  }
  if (index.kind === "range") {
    return type.kind === "vector"
      ? sliceOfVector(value, type.size, index, access, context)
      : sliceOf(value, "slice", index, access, context);
  }
  const number = constantNumber(context, index);
  if (type.kind !== "vector" || number === undefined)
    return elementAt({ value, span: access.object }, { value: index, span: access.index }, access, context);
  if (Number.isInteger(number) && number >= 0 && number < type.size) return component(value, number, access, context);
  const message = `'${excerpt(context, access.object)}' has the elements 0 to ${type.size - 1}, so there is no element ${number}.`;
  const last = type.size + number;
  const isFromBehind = Number.isInteger(number) && number < 0 && last >= 0;
  return complain(context, access.index, "T032", "outside-vector", message, {
    help: `Elements are counted from 0${isFromBehind ? `, never from behind: '${excerpt(context, access.object)}[${last}]'` : ""}.`,
    fixes: isFromBehind ? [fix(`Write ${last}`, replace(access.index, String(last)))] : [],
  });
}

/** A computed index, or one of a list: missing where there is no such element. */
export function elementAt(whole: Placed, at: Placed, access: Span, context: Context): Lowered | undefined {
  const { value } = whole;
  if (!requirePresent(context, whole) || !requirePresent(context, at)) return undefined;
  if (at.value.info.type.kind !== "number") {
    const message = `An index is a whole number, but '${excerpt(context, at.span)}' is ${aType(at.value.info.type)}.`;
    return complain(context, at.span, "T035", "index-type", message, { help: "Elements are counted from 0." });
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
  return make(context, { op: "element", args: [value.node, at.value.node] }, info, access);
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
