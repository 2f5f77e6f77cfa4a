// Hard constraints, the total, and what ends an episode.
import type * as ast from "../../grammar/ast.ts";
import type { Node, NodeId } from "../../runtime/program.ts";
import { outcomes } from "../elaborate/builtins.ts";
import { complainTiming, requirePure } from "../elaborate/combine.ts";
import { complain } from "../elaborate/complain.ts";
import { excerpt, type Lowered } from "../elaborate/context.ts";
import { elaborateCondition, elaborateScalar } from "../elaborate/expression.ts";
import { joinTiming } from "../types/timing.ts";
import { membersOf, origin, type Work } from "./reward-parts.ts";
import { checkUnpaidTerms } from "./unpaid-terms.ts";

export function readEnds(work: Work): void {
  const { context, parts } = work;
  for (const { condition, outcome, start, end } of membersOf(work, "ends")) {
    const value = elaborateCondition(condition, context, "'ends when'");
    if (value === undefined || !isKnownPerStep(value, condition, "'ends when'", work)) continue;
    const asked = outcomeAsked(context.builder.nodes, value.node);
    if (asked !== undefined) {
      const message = `'ends when' decides whether the episode has ended, so it cannot ask for '${asked}'.`;
      complain(context, condition, "N017", "circular-definition", message, {
        help: "Use the condition itself, or what held on the step before: 'prev(…, false)'.",
      });
      continue;
    }
    parts.ends.push({ node: value.node, ...(outcome === undefined ? {} : { outcome }), source: [start, end] });
  }
}

/** A value of the same step that says how the episode ends; those of earlier steps are known. The first step has none before it. */
function outcomeAsked(nodes: readonly Node[], root: NodeId): string | undefined {
  const seen = new Set([root]);
  for (const id of seen) {
    const node = nodes[id];
    if (node === undefined || node.op === "previous" || (node.op === "prev" && node.args.length === 2)) continue;
    if ((node.op === "builtin" || node.op === "signal") && outcomes.has(node.name) && node.type.kind === "bool") return node.name;
    if ("args" in node) for (const arg of node.args) seen.add(arg);
  }
  return undefined;
}

export function isKnownPerStep(value: Lowered, span: ast.Expression, what: string, { context }: Work): boolean {
  if (value.info.timing !== "end" && value.info.timing !== "group") return true;
  const message = `${what} is looked at on every step, but '${excerpt(context, span)}' is only known when the episode has ended.`;
  complain(context, span, "T010", "timing-mismatch", message, { help: "Use a value that exists per step." });
  return false;
}

export function readRequires(work: Work): void {
  for (const require of membersOf(work, "require")) readRequire(require, work);
}

function readRequire(require: ast.Require, work: Work): void {
  const { context } = work;
  const definition = work.definitionOf.get(require);
  const condition = elaborateCondition(require.condition, context, "'require'");
  const otherwise = elaborateScalar(require.otherwise, context, "The cap after 'else'");
  if (condition === undefined || otherwise === undefined) return;
  const cap = { value: otherwise, span: require.otherwise };
  const joined = joinTiming(condition.info.timing, otherwise.info.timing);
  if (!requirePure(context, cap, "The cap after 'else'")) return;
  if (joined === undefined) complainTiming(context, [{ value: condition, span: require.condition }, cap]);
  if (joined === undefined || definition === undefined) return;
  definition.info = condition.info;
  const timing = joined === "end" || joined === "group" ? joined : context.oneShot ? "end" : "step";
  work.parts.requires.push({
    name: definition.name,
    node: condition.node,
    otherwise: otherwise.node,
    timing,
    ...origin(require),
  });
}

export function readTotal(work: Work): void {
  const [total, ...more] = membersOf(work, "total");
  if (total === undefined) return;
  const context = { ...work.context, place: "total" as const };
  for (const second of more) {
    complain(context, second, "M001", "setting-twice", "'total' is given twice.", {
      help: "Keep one of them.",
      related: [{ start: total.start, end: total.end, message: "given here first" }],
    });
  }
  const value = elaborateScalar(total.value, context, "'total'");
  if (value === undefined || !requirePure(context, { value, span: total.value }, "'total'")) return;
  const { timing } = value.info;
  if (timing === "group" || (timing === "end" && !context.oneShot)) {
    const message = `'total' is applied on every step, but '${excerpt(context, total.value)}' is only known when the episode has ended.`;
    complain(context, total.value, "T010", "timing-mismatch", message, {
      help: "Use 'terms' and step values; values known at the end are already in the last step's terms.",
    });
    return;
  }
  work.parts.total = value.node;
  checkUnpaidTerms(work);
}
