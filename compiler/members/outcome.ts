// What settles an episode: shaping, hard constraints, the total, what ends it.
import type * as ast from "../../grammar/ast.ts";
import { requirePresent } from "../elaborate/combine.ts";
import { complain, excerpt, type Lowered } from "../elaborate/context.ts";
import { elaborate, elaborateCondition, elaborateScalar } from "../elaborate/expression.ts";
import { joinTiming } from "../types/timing.ts";
import { origin, type Work } from "./reward-parts.ts";
import { declareTerm } from "./terms.ts";
import { lowerWeight } from "./weights.ts";

export function readEnds(work: Work): void {
  for (const member of work.reward.members) {
    if (member.kind !== "ends") continue;
    const condition = elaborateCondition(member.condition, work.context, "'ends when'");
    if (condition === undefined || !isKnownPerStep(condition, member.condition, "'ends when'", work)) continue;
    work.parts.ends.push({ node: condition.node, ...(member.outcome === undefined ? {} : { outcome: member.outcome }), source: [member.start, member.end] });
  }
}

export function readShapings(work: Work): void {
  for (const member of work.reward.members) if (member.kind === "shaping") readShaping(member, work);
}

function readShaping(shaping: ast.Shaping, work: Work): void {
  const { context } = work;
  const definition = declareTerm("shaping", shaping, work);
  const potential = potentialOf(shaping.value);
  if (potential === undefined) {
    if (shaping.value.kind === "missing") return;
    const text = context.text.slice(shaping.value.start, shaping.value.end);
    complain(context, shaping.value, "M024", "shaping-without-potential", "A shaping is paid as the change of a potential, so that it cannot change which policy is best.", {
      help: `Write 'potential(${excerpt(context, shaping.value)})'.`,
      fixes: [{ title: "Wrap in potential(…)", safe: false, edits: [{ start: shaping.value.start, end: shaping.value.end, text: `potential(${text})` }] }],
    });
    return;
  }
  const call = shaping.value.kind === "call" ? shaping.value : undefined;
  if (call) context.model.operators.push({ start: call.callee.start, end: call.callee.end, operator: "potential" });
  const value = elaborateScalar(potential, context, "A potential");
  if (value === undefined || !requirePresent(context, { value, span: potential })) return;
  if (!isKnownPerStep(value, potential, "A potential", work)) return;
  context.infos.set(shaping.value, value.info);
  const weight = lowerWeight(shaping, { value, span: potential }, context);
  if (weight === undefined || definition === undefined) return;
  if (weight.info.timing !== "constant") {
    complain(context, shaping.weight!, "M025", "shaping-weight", "The weight of a shaping must stay constant over the episode; otherwise it can change which policy is best.");
    return;
  }
  if (!context.settings.discountDeclared) {
    complain(context, shaping.name, "M026", "shaping-without-discount", "Shaping is only neutral with the trainer's own discount, and the reward does not say it; 1 is assumed.", {
      severity: "info",
      help: "Add the setting 'discount 0.99' with the discount you train with.",
    });
  }
  definition.info = value.info;
  work.parts.shapings.push({
    name: definition.name, node: value.node, weight: weight.node,
    ...(shaping.weight === undefined ? {} : { weightSource: [shaping.weight.start, shaping.weight.end] as [number, number] }),
    ...origin(shaping),
  });
}

function potentialOf(expression: ast.Expression): ast.Expression | undefined {
  if (expression.kind === "paren") return potentialOf(expression.inner);
  if (expression.kind !== "call" || expression.callee.text !== "potential" || expression.args.length !== 1) return undefined;
  return expression.args[0]!.value;
}

function isKnownPerStep(value: Lowered, span: ast.Expression, what: string, work: Work): boolean {
  if (value.info.timing !== "end" && value.info.timing !== "group") return true;
  complain(work.context, span, "T010", "timing-mismatch", `${what} is looked at on every step, but '${excerpt(work.context, span)}' is only known when the episode has ended.`, {
    help: "Use a value that exists per step.",
  });
  return false;
}

export function readRequires(work: Work): void {
  for (const member of work.reward.members) if (member.kind === "require") readRequire(member, work);
}

function readRequire(require: ast.Require, work: Work): void {
  const { context } = work;
  const definition = declareTerm("require", require, work);
  const condition = elaborateCondition(require.condition, context, "'require'");
  const otherwise = elaborateScalar(require.otherwise, context, "The cap after 'else'");
  if (condition === undefined || otherwise === undefined || definition === undefined) return;
  if (!requirePresent(context, { value: condition, span: require.condition }) || !requirePresent(context, { value: otherwise, span: require.otherwise })) return;
  const joined = joinTiming(condition.info.timing, otherwise.info.timing);
  if (joined === undefined) {
    complain(context, require.otherwise, "T010", "timing-mismatch", `'${excerpt(context, require.condition)}' and its cap '${excerpt(context, require.otherwise)}' are not known at the same time.`);
    return;
  }
  definition.info = condition.info;
  const timing = joined === "end" || joined === "group" ? joined : context.oneShot ? "end" : "step";
  work.parts.requires.push({ name: definition.name, node: condition.node, otherwise: otherwise.node, timing, ...origin(require) });
}

export function readTotal(work: Work): void {
  const totals = work.reward.members.filter((member): member is ast.Total => member.kind === "total");
  for (const second of totals.slice(1)) {
    complain(work.context, second, "M001", "setting-twice", "'total' is given twice.", { related: [{ ...totals[0]!, message: "given here first" }] });
  }
  const total = totals[0];
  if (total === undefined) return;
  const context = { ...work.context, place: "total" as const };
  const value = elaborate(total.value, context);
  if (value === undefined) return;
  if (value.info.type.kind !== "number" && value.info.type.kind !== "bool") {
    complain(context, total.value, "T003", "not-a-number", "'total' needs one number.");
    return;
  }
  const late = value.info.timing === "end" || value.info.timing === "group";
  if (late && !context.oneShot) {
    complain(context, total.value, "T010", "timing-mismatch", `'total' is applied on every step, but '${excerpt(context, total.value)}' is only known when the episode has ended.`, {
      help: "Use 'terms' and step values; values known at the end are already in the last step's terms.",
    });
    return;
  }
  work.parts.total = value.node;
}
