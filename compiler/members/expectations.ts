// Expectations: tests over scenarios. `by` asks for a margin; `with` makes a varied scenario.
import type * as ast from "../../grammar/ast.ts";
import type { Span } from "../../grammar/span.ts";
import type { Scenario } from "../../runtime/program.ts";
import { complain, type Context, type Lowered } from "../elaborate/context.ts";
import { elaborate, elaborateCondition, elaborateScalar } from "../elaborate/expression.ts";
import { applyInfix } from "../elaborate/infix.ts";
import type { Work } from "./reward-parts.ts";
import { extend } from "./scenarios.ts";

export function readExpectations(work: Work): void {
  const context: Context = { ...work.context, place: "expect", addVariation: (base, world) => addVariation(base, world, work) };
  for (const member of work.reward.members) {
    if (member.kind !== "expect") continue;
    const value = member.by === undefined ? elaborateCondition(member.condition, context, "'expect'") : withMargin(member.condition, member.by, context);
    if (value === undefined) continue;
    const text = context.text.slice(member.condition.start, member.by?.end ?? member.condition.end).replace(/\s+/g, " ");
    work.parts.expectations.push({ text, node: value.node, source: [member.start, member.end] });
  }
}

/** A variation of a scenario of its own; hidden from lists. */
function addVariation(base: string, world: ast.World, work: Work): string | undefined {
  const from = work.parts.scenarios.find((scenario) => scenario.name === base);
  if (from === undefined) return undefined;
  const name = `${base} with ${work.context.text.slice(world.start, world.end).replace(/\s+/g, " ")}`;
  if (work.parts.scenarios.some((scenario) => scenario.name === name)) return name;
  const made: Scenario = { name, hidden: true, ...extend(from, world, work.context, work), source: [world.start, world.end] };
  work.parts.scenarios.push(made);
  return name;
}

/** `a > b by m` is a − b >= m, for each neighbouring pair of a chain. */
function withMargin(condition: ast.Expression, by: ast.Expression, context: Context): Lowered | undefined {
  const margin = elaborateScalar(by, context, "'by'");
  const pairs = pairsOf(condition);
  if (margin === undefined) return undefined;
  if (pairs === undefined) {
    return complain(context, condition, "M034", "by-without-comparison", "'by' gives the margin of a comparison, such as 'expect a > b by 0.5'.");
  }
  context.infos.set(condition, { ...margin.info, type: { kind: "bool" } });
  let result: Lowered | undefined;
  for (const pair of pairs) {
    const held = exceeds(pair, margin, by, context);
    if (held === undefined) return undefined;
    result = result === undefined ? held : applyInfix("and", [{ value: result, span: condition }, { value: held, span: condition }], condition, context);
  }
  return result;
}

interface Pair {
  more: ast.Expression;
  less: ast.Expression;
}

function pairsOf(condition: ast.Expression): Pair[] | undefined {
  if (condition.kind === "paren") return pairsOf(condition.inner);
  if (condition.kind === "binary") return pair(condition.operator, condition.left, condition.right);
  if (condition.kind !== "chain") return undefined;
  const pairs = condition.operators.map((operator, index) => pair(operator, condition.operands[index]!, condition.operands[index + 1]!));
  return pairs.some((found) => found === undefined) ? undefined : pairs.flatMap((found) => found!);
}

function pair(operator: string, left: ast.Expression, right: ast.Expression): Pair[] | undefined {
  if (operator === ">" || operator === ">=") return [{ more: left, less: right }];
  if (operator === "<" || operator === "<=") return [{ more: right, less: left }];
  return undefined;
}

function exceeds(pair: Pair, margin: Lowered, by: Span, context: Context): Lowered | undefined {
  const more = elaborate(pair.more, context);
  const less = elaborate(pair.less, context);
  if (more === undefined || less === undefined) return undefined;
  const difference = applyInfix("-", [{ value: more, span: pair.more }, { value: less, span: pair.less }], pair.more, context);
  return difference && applyInfix(">=", [{ value: difference, span: pair.more }, { value: margin, span: by }], pair.more, context);
}
