// What an expectation reads of a scenario: its return, one term, its goal, a probe; and variations made by `with`.
import type * as ast from "../../grammar/ast.ts";
import type { Span } from "../../grammar/span.ts";
import { EVERYTHING, TRUTH } from "../../runtime/interval.ts";
import type { Definition, Info } from "../model.ts";
import { PURE } from "../types/units.ts";
import { BOOL, NUMBER } from "../types/value-types.ts";
import { changeTo, complain, didYouMean } from "./complain.ts";
import { type Context, excerpt, type Lowered, scenarioNamed } from "./context.ts";
import { elaborate } from "./expression.ts";
import { make } from "./make.ts";
import { noteReference } from "./notes.ts";
import { resolveNames } from "./resolve.ts";
import { nearest } from "./suggest.ts";

const reading: Info = {
  type: NUMBER,
  optional: false,
  timing: "constant",
  unit: PURE,
  unitFree: false,
  range: EVERYTHING,
  trust: "verified",
};

type Shown = "term" | "goal" | "probe";

const shownAs: Partial<Record<Definition["kind"], Shown>> = {
  objective: "term",
  penalty: "term",
  shaping: "term",
  goal: "goal",
  probe: "probe",
};

/** A scenario's return, or the member of it that `property` names. */
export function lowerScenario(
  scenario: string,
  property: ast.Name | undefined,
  span: Span,
  context: Context,
): Lowered | undefined {
  if (property === undefined) return make(context, { op: "scenario", scenario }, reading, span);
  const definition = shownNamed(property.text, context);
  const kind = definition && shownAs[definition.kind];
  if (definition === undefined || kind === undefined) return unknownMember(property, context);
  noteReference(context, property, definition);
  if (kind === "term") hintHidden(property, definition, context);
  // A goal without meaning has its error where it is declared.
  if (kind !== "term" && definition.info === undefined) return undefined;
  const shown = kind === "term" ? undefined : definition.info;
  const info: Info =
    shown?.type.kind === "bool" ? { ...reading, type: BOOL, range: TRUTH } : { ...reading, unit: shown?.unit ?? PURE };
  return make(context, { op: "scenario", scenario, member: { kind, name: definition.name } }, info, span);
}

/** A term, else a goal or a probe of that name. */
function shownNamed(name: string, { scope }: Context): Definition | undefined {
  return [scope.terms.get(name), scope.values.get(name)?.definition].find((definition) => definition && shownAs[definition.kind]);
}

/** Terms have names of their own, so a goal or a probe may have the same one; an expectation then cannot ask for it. */
function hintHidden({ text, start, end }: ast.Name, term: Definition, context: Context): void {
  const hidden = context.scope.values.get(text)?.definition;
  if (hidden === undefined || shownAs[hidden.kind] === undefined) return;
  const message = `'${text}' is what the ${term.kind} of that name pays here, not the ${hidden.kind}.`;
  complain(context, { start, end }, "M039", "hidden-member", message, {
    severity: "hint",
    help: `Give the ${hidden.kind} another name to ask for it.`,
    related: [{ ...hidden.nameSpan, message: `the ${hidden.kind} of that name` }],
  });
}

function unknownMember(property: ast.Name, context: Context): undefined {
  const { terms, values } = context.scope;
  const all = [...terms.values(), ...[...values.values()].map((binding) => binding.definition)];
  const readable = all.filter(({ kind }) => shownAs[kind] !== undefined).map(({ name }) => name);
  const close = nearest(property.text, readable);
  const message = `A scenario shows its terms, goals and probes; '${property.text}' is none of them.`;
  return complain(context, property, "N011", "unknown-scenario-member", message, {
    help: didYouMean(close, readable.length > 0 ? `Here: ${readable.join(", ")}.` : "The reward declares none."),
    fixes: changeTo(property, close),
  });
}

/** `G[0]`: one sample of a group of scenarios, paid beside the others. */
export function elaborateSample(access: ast.IndexAccess, context: Context): Lowered | "no sample" | undefined {
  const { object, index } = access;
  if (context.place !== "expect" || object.kind !== "name") return "no sample";
  const definition = scenarioNamed(object.name, context);
  const items = (definition?.declaration as ast.Scenario | undefined)?.world.items ?? [];
  const members = items.flatMap((item) => (item.kind === "group" ? item.members : []));
  if (definition === undefined || members.length === 0) return "no sample";
  noteReference(context, object, definition);
  const at = index.kind === "number" ? index.value : Number.NaN;
  if (members[at] !== undefined) return lowerScenario(`${object.name}[${at}]`, undefined, access, context);
  const message = `'${object.name}' has the samples 0 to ${members.length - 1}.`;
  return complain(context, index, "T032", "outside-vector", message, {
    help: `Write a whole number, such as '${object.name}[0]'.`,
  });
}

/** `honest with { tokens = 4000 }`: the return of a scenario of its own. */
export function elaborateWith(expression: ast.With, context: Context): Lowered | undefined {
  if (context.place !== "expect" || context.addVariation === undefined) {
    resolveNames(expression.object, context);
    return complain(
      context,
      expression,
      "N012",
      "with-outside-expect",
      "'with' varies a scenario inside 'expect'; it has no meaning here.",
      {
        help: "Write it in an expectation, such as 'expect honest with { tokens = 4000 } <= honest'.",
      },
    );
  }
  const base = elaborate(expression.object, context);
  if (base === undefined) return undefined;
  const node = context.builder.nodes[base.node];
  if (node?.op !== "scenario" || node.member !== undefined) {
    const message = `'${excerpt(context, expression.object)}' is not a scenario, so it cannot be varied.`;
    return complain(context, expression.object, "N013", "with-what", message, {
      help: "Put the name of a scenario before 'with', and '.term' behind it.",
    });
  }
  const varied = context.addVariation(node.scenario, expression.world);
  return varied === undefined ? undefined : make(context, { op: "scenario", scenario: varied }, reading, expression);
}
