// What an expectation reads of a scenario: its return, one term, its goal, a probe; and variations made by `with`.
import type * as ast from "../../grammar/ast.ts";
import type { Span } from "../../grammar/span.ts";
import { EVERYTHING, TRUTH } from "../../runtime/interval.ts";
import type { Info } from "../model.ts";
import { PURE } from "../types/units.ts";
import { BOOL, NUMBER } from "../types/value-types.ts";
import { complain, type Context, excerpt, type Lowered } from "./context.ts";
import { elaborate } from "./expression.ts";
import { make } from "./make.ts";
import { nearest } from "./suggest.ts";

const reading: Info = { type: NUMBER, optional: false, timing: "constant", unit: PURE, unitFree: false, range: EVERYTHING, trust: "verified" };

/** A scenario's return, or the member of it that `property` names. */
export function lowerScenario(scenario: string, property: ast.Name | undefined, span: Span, context: Context): Lowered | undefined {
  if (property === undefined) return make(context, { op: "scenario", scenario }, reading, span);
  const { scope } = context;
  const term = scope.terms.get(property.text);
  const value = scope.values.get(property.text)?.definition;
  const definition = term?.kind === "objective" || term?.kind === "penalty" || term?.kind === "shaping" ? term : value?.kind === "goal" || value?.kind === "probe" ? value : undefined;
  if (definition === undefined) {
    const readable = [...scope.terms.keys(), ...[...scope.values.values()].filter((b) => b.definition.kind === "goal" || b.definition.kind === "probe").map((b) => b.definition.name)];
    const close = nearest(property.text, readable);
    return complain(context, property, "N011", "unknown-scenario-member", `A scenario shows its terms, goals and probes; '${property.text}' is none of them.`, {
      help: close ? `Did you mean '${close}'?` : readable.length > 0 ? `Here: ${readable.join(", ")}.` : "The reward declares none.",
    });
  }
  context.model.references.push({ start: property.start, end: property.end, definition });
  const kind = definition === term ? "term" : definition.kind === "goal" ? "goal" : "probe";
  // A goal without meaning has its error where it is declared.
  if (kind !== "term" && definition.info === undefined) return undefined;
  const bool = kind !== "term" && definition.info?.type.kind === "bool";
  const info: Info = bool ? { ...reading, type: BOOL, range: TRUTH } : reading;
  return make(context, { op: "scenario", scenario, member: { kind, name: definition.name } }, info, span);
}

/** `honest with { tokens = 4000 }`: the return of a scenario of its own. */
export function elaborateWith(expression: ast.With, context: Context): Lowered | undefined {
  if (context.place !== "expect" || context.addVariation === undefined) {
    return complain(context, expression, "N012", "with-outside-expect", "'with' varies a scenario inside 'expect'; it has no meaning here.");
  }
  const base = elaborate(expression.object, context);
  if (base === undefined) return undefined;
  const node = context.builder.nodes[base.node];
  if (node?.op !== "scenario" || node.member !== undefined) {
    return complain(context, expression.object, "N013", "with-what", `'${excerpt(context, expression.object)}' is not a scenario, so it cannot be varied.`);
  }
  const varied = context.addVariation(node.scenario, expression.world);
  return varied === undefined ? undefined : make(context, { op: "scenario", scenario: varied }, reading, expression);
}
