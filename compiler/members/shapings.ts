// Shaping: paid as the change of a potential, so that it cannot change which policy is best.
import type * as ast from "../../grammar/ast.ts";
import { operatorByName } from "../../runtime/operators/index.ts";
import { addSetting } from "../elaborate/builtins.ts";
import { complain, fix, surround } from "../elaborate/complain.ts";
import { type Context, excerpt, type Lowered, type Placed } from "../elaborate/context.ts";
import { elaborate, elaborateScalar } from "../elaborate/expression.ts";
import { applyInfix } from "../elaborate/infix.ts";
import { noteOperator } from "../elaborate/notes.ts";
import { resolveNames } from "../elaborate/resolve.ts";
import { isKnownPerStep } from "./payment.ts";
import { membersOf, origin, type Work } from "./reward-parts.ts";
import { lowerWeight } from "./weights.ts";

const takes: Readonly<Record<string, string>> = { potential: "how good a state is", progress: "how far there is to go" };

export function readShapings(work: Work): void {
  for (const shaping of membersOf(work, "shaping")) readShaping(shaping, work);
}

function readShaping(shaping: ast.Shaping, work: Work): void {
  const { context } = work;
  const definition = work.definitionOf.get(shaping);
  const potential = potentialOf(shaping.value, work);
  const whole = potential && elaborateScalar(potential, context, "A potential");
  const value = isProgress(shaping.value, context) ? whole && farther({ value: whole, span: shaping.value }, context) : whole;
  const weight = lowerWeight(shaping, value && potential && { value, span: potential }, context);
  if (potential === undefined || value === undefined || !isKnownPerStep(value, potential, "A potential", work)) return;
  context.infos.set(shaping.value, value.info);
  if (weight === undefined || definition === undefined) return;
  definition.info = value.info;
  if (weight.info.timing !== "constant" && weight.info.timing !== "start") {
    const message = `The weight of a shaping stays constant over the episode, but '${excerpt(context, shaping.weight!)}' may change.`;
    complain(context, shaping.weight!, "M025", "shaping-weight", message, {
      why: "A weight that changes would pay for more than the change of the potential, and could change which policy is best.",
      help: "Put the factor inside 'potential(…)', or use a constant.",
    });
    return;
  }
  hintDiscount(shaping, work);
  work.parts.shapings.push({
    name: definition.name,
    node: value.node,
    weight: weight.node,
    ...(shaping.weight === undefined ? {} : { weightSource: [shaping.weight.start, shaping.weight.end] as [number, number] }),
    ...origin(shaping),
  });
}

/** Terms that are only known at the end are worth the same whatever the discount. */
function hintDiscount(shaping: ast.Shaping, { context, parts }: Work): void {
  if (context.settings.discountDeclared || !parts.terms.some(({ timing }) => timing === "step")) return;
  const message = "Shaping is only neutral with the trainer's own discount, and the reward does not say it; 1 is assumed.";
  complain(context, shaping.name, "M026", "shaping-without-discount", message, {
    severity: "info",
    help: "Add the setting 'discount 0.99' with the discount you train with.",
    fixes: addSetting("discount 0.99", context),
  });
}

/** A function of the file hides an operator; `potential` is what the keyword asks for, whatever is declared. */
function isOwn({ callee }: ast.Call, { fns }: Context): boolean {
  return callee.text !== "potential" && fns.has(callee.text);
}

/** `progress(d)` is `potential(-d)`. */
function isProgress(expression: ast.Expression, context: Context): boolean {
  if (expression.kind === "paren") return isProgress(expression.inner, context);
  return expression.kind === "call" && expression.callee.text === "progress" && !isOwn(expression, context);
}

/** The potential of a distance; the unit a bare number may take is that of the distance. */
function farther(distance: Placed, context: Context): Lowered | undefined {
  const negated = applyInfix("negate", [distance], distance.span, context);
  return negated && { ...negated, info: { ...negated.info, unitFree: distance.value.info.unitFree } };
}

/** What `potential(…)` or `progress(…)` is taken of; an error where it is not there. */
function potentialOf(expression: ast.Expression, work: Work): ast.Expression | undefined {
  const { context } = work;
  if (expression.kind === "paren") return potentialOf(expression.inner, work);
  if (expression.kind === "missing") return undefined;
  const called = expression.kind === "call" ? (operatorByName.get(expression.callee.text)?.name ?? "") : "";
  if (expression.kind === "call" && called in takes && !isOwn(expression, context)) {
    noteOperator(context, expression.callee, called);
    const [argument] = expression.args;
    if (expression.args.length === 1 && argument?.for === undefined && argument?.where === undefined) return argument?.value;
    for (const each of expression.args) resolveNames(each, context);
    return complain(context, expression, "T019", "missing-argument", `'${called}' takes one value: ${takes[called]}.`, {
      help: `It is called as ${called}(x).`,
    });
  }
  elaborate(expression, context);
  const text = excerpt(context, expression);
  return complain(
    context,
    expression,
    "M024",
    "shaping-without-potential",
    "A shaping is paid as the change of a potential, so that it cannot change which policy is best.",
    {
      help: `Write 'potential(${text})'.`,
      fixes: [fix("Wrap in potential(…)", surround(expression, "potential(", ")"))],
    },
  );
}
