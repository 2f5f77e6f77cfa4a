// Expectations: tests over scenarios. `by` asks for a margin; `with` makes a varied scenario.
import type * as ast from "../../grammar/ast.ts";
import type { Span } from "../../grammar/span.ts";
import type { Scenario } from "../../runtime/program.ts";
import { requirePure } from "../elaborate/combine.ts";
import { isOneWay } from "../elaborate/comparisons.ts";
import { complain } from "../elaborate/complain.ts";
import type { Context, Lowered } from "../elaborate/context.ts";
import { elaborate, elaborateCondition, elaborateScalar } from "../elaborate/expression.ts";
import { applyInfix } from "../elaborate/infix.ts";
import { resolveNames } from "../elaborate/resolve.ts";
import { membersOf, type Work } from "./reward-parts.ts";
import { extend } from "./worlds.ts";

export function readExpectations(work: Work): void {
  const context: Context = { ...work.context, place: "expect", addVariation: (base, world) => addVariation(base, world, work) };
  for (const member of membersOf(work, "expect")) {
    const { condition, by, start, end } = member;
    const value = by === undefined ? elaborateCondition(condition, context, "'expect'") : withMargin(condition, by, context);
    if (value === undefined) continue;
    const text = context.text.slice(condition.start, by?.end ?? condition.end).replace(/\s+/g, " ");
    work.parts.expectations.push({ text, node: value.node, source: [start, end] });
  }
}

/** A variation is a scenario of its own; hidden from lists. */
function addVariation(base: string, world: ast.World, work: Work): string | undefined {
  const { context, parts, scenarioNamed } = work;
  const from = scenarioNamed.get(base);
  // A scenario without meaning has its error where it is declared.
  if (from === undefined) return context.fail();
  const name = `${base} with ${context.text.slice(world.start, world.end).replace(/\s+/g, " ")}`;
  const varied = extend(from, world, work);
  if (scenarioNamed.has(name)) return name;
  const made: Scenario = { name, hidden: true, ...varied, source: [world.start, world.end] };
  scenarioNamed.set(name, made);
  parts.scenarios.push(made);
  return name;
}

/** `a > b by m` is a − b >= m, for each neighbouring pair of a chain. */
function withMargin(condition: ast.Expression, by: ast.Expression, context: Context): Lowered | undefined {
  const margin = elaborateScalar(by, context, "'by'");
  const pairs = pairsOf(condition);
  if (pairs === undefined) {
    resolveNames(condition, context);
    return complain(
      context,
      condition,
      "M034",
      "by-without-comparison",
      "'by' gives the margin of a comparison with '>' or '<', all in one direction.",
      {
        help: "Write it behind one, such as 'expect a > b by 0.5'.",
      },
    );
  }
  const held = pairs.map((pair) => exceeds(pair, margin, by, context));
  if (margin === undefined || !requirePure(context, { value: margin, span: by }, "'by'")) return undefined;
  return held.reduce((all, one) => {
    if (all === undefined || one === undefined) return undefined;
    return applyInfix(
      "and",
      [all, one].map((value) => ({ value, span: condition })),
      condition,
      context,
    );
  });
}

interface Pair {
  more: ast.Expression;
  less: ast.Expression;
}

function pairsOf(condition: ast.Expression): Pair[] | undefined {
  if (condition.kind === "paren") return pairsOf(condition.inner);
  if (condition.kind === "binary") return pair(condition.operator, condition.left, condition.right);
  if (condition.kind !== "chain") return undefined;
  const { operators, operands } = condition;
  if (!isOneWay(operators)) return undefined;
  const pairs = operators.map((operator, index) => pair(operator, operands[index]!, operands[index + 1]!));
  return pairs.some((found) => found === undefined) ? undefined : pairs.flatMap((found) => found!);
}

function pair(operator: string, left: ast.Expression, right: ast.Expression): Pair[] | undefined {
  if (operator === ">" || operator === ">=") return [{ more: left, less: right }];
  if (operator === "<" || operator === "<=") return [{ more: right, less: left }];
  return undefined;
}

function exceeds({ more, less }: Pair, margin: Lowered | undefined, by: Span, context: Context): Lowered | undefined {
  const high = elaborate(more, context);
  const low = elaborate(less, context);
  if (high === undefined || low === undefined || margin === undefined) return undefined;
  const span = { start: Math.min(more.start, less.start), end: Math.max(more.end, less.end) };
  const difference = applyInfix(
    "-",
    [
      { value: high, span: more },
      { value: low, span: less },
    ],
    span,
    context,
  );
  return (
    difference &&
    applyInfix(
      ">=",
      [
        { value: difference, span },
        { value: margin, span: by },
      ],
      span,
      context,
    )
  );
}
