// From a flat row of operands and operators to a tree, by the precedence table. It must not know tokens.
import type { BinaryOperator, Comparison, Expression } from "./ast.ts";
import type { SyntaxProblem } from "./syntax-errors.ts";

export interface Row {
  operands: Expression[];
  operators: BinaryOperator[];
  /** Offsets of the `not`s before each operand; absent where there is none. */
  nots?: number[][];
}

/** Loosest first; `not` stands between `and` and the comparisons. */
const levels: Readonly<Record<BinaryOperator, number>> = {
  or: 1,
  and: 2,
  "==": 4,
  "!=": 4,
  "<": 4,
  "<=": 4,
  ">": 4,
  ">=": 4,
  in: 4,
  matches: 4,
  "..": 5,
  "+": 6,
  "-": 6,
  "*": 7,
  "/": 7,
  "%": 7,
  "??": 8,
  "^": 9,
};
const notLevel = 3;
const comparisonLevel = 4;
const rangeLevel = 5;

/** Index of the operand that a comparison at the end of the row begins with. */
export function comparisonStart(operators: readonly BinaryOperator[]): number {
  let first = operators.length;
  while (first > 0 && levels[operators[first - 1]] > comparisonLevel) first--;
  return first;
}

/** Climbs the row. `report` receives what does not chain; a tree comes back all the same. */
export function climb(row: Row, report: (error: SyntaxProblem) => void): Expression {
  const { operands, operators, nots } = row;
  let next = 0;

  const operand = (minimum: number): Expression => {
    const pending = nots?.[next];
    if (pending === undefined || pending.length === 0) return operands[next];
    const at = next;
    nots![at] = [];
    if (minimum > notLevel) {
      report({
        start: pending[0],
        end: pending[0] + 3,
        code: "S302",
        message: "'not' binds looser than the operator before it.",
        help: "Put the negation in parentheses: '(not …)'.",
      });
    }
    let result = upTo(Math.max(minimum, notLevel + 1));
    for (let i = pending.length - 1; i >= 0; i--) {
      result = { kind: "unary", operator: "not", operand: result, start: pending[i], end: result.end };
    }
    return result;
  };

  /** Everything from operand `next` on that is joined by operators of at least `minimum`. */
  const upTo = (minimum: number): Expression => {
    let left = operand(minimum);
    while (next < operators.length && levels[operators[next]] >= minimum) {
      const operator = operators[next];
      const level = levels[operator];
      if (level === comparisonLevel) {
        left = comparison(left);
        continue;
      }
      next++;
      const right = upTo(level + 1);
      if (level === rangeLevel && left.kind === "binary" && left.operator === "..") {
        report({
          start: left.start,
          end: right.end,
          code: "S301",
          message: "A range has two ends, this one has three.",
          help: "Write 'low..high'.",
        });
      }
      left = { kind: "binary", operator, left, right, start: left.start, end: right.end };
    }
    return left;
  };

  const comparison = (first: Expression): Expression => {
    const parts = [first];
    const signs: BinaryOperator[] = [];
    while (next < operators.length && levels[operators[next]] === comparisonLevel) {
      signs.push(operators[next++]);
      parts.push(upTo(comparisonLevel + 1));
    }
    const end = parts[parts.length - 1].end;
    if (signs.length === 1) return { kind: "binary", operator: signs[0], left: first, right: parts[1], start: first.start, end };
    const problem = chainProblem(signs);
    if (problem !== undefined) report({ start: first.start, end, code: "S301", ...problem });
    if (signs.every((sign) => sign !== "in" && sign !== "matches")) {
      return { kind: "chain", operands: parts, operators: signs as Comparison[], start: first.start, end };
    }
    return parts
      .slice(1)
      .reduce<Expression>(
        (left, right, i) => ({ kind: "binary", operator: signs[i], left, right, start: first.start, end: right.end }),
        first,
      );
  };

  return upTo(0);
}

function chainProblem(signs: readonly BinaryOperator[]): { message: string; help: string } | undefined {
  const help = "Join two comparisons with 'and', or put one in parentheses.";
  if (signs.includes("in") || signs.includes("matches"))
    return { message: "'in' and 'matches' cannot stand in a row of comparisons.", help };
  if (signs.every((sign) => sign === "==")) return undefined;
  if (signs.includes("==") || signs.includes("!="))
    return { message: "'==' and '!=' cannot stand in a row of comparisons.", help };
  if (new Set(signs.map((sign) => sign[0])).size === 1) return undefined;
  return { message: "A row of comparisons goes in one direction, as in 'a < b <= c'.", help };
}
