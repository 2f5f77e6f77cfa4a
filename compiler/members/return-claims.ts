// Bounds of the return, written as `return in a..b`, as comparisons with numbers, or several of them joined by `and`.
import type * as ast from "../../grammar/ast.ts";
import type { ClaimKind } from "../../runtime/program.ts";
import { requirePure } from "../elaborate/combine.ts";
import { complain } from "../elaborate/complain.ts";
import { constantNumber } from "../elaborate/constants.ts";
import { type Context, excerpt } from "../elaborate/context.ts";
import { elaborateScalar } from "../elaborate/expression.ts";
import { noteBuiltin } from "../elaborate/notes.ts";
import { resolveNames } from "../elaborate/resolve.ts";
import { isReturn } from "./limits.ts";

type ReturnClaim = ClaimKind & { kind: "return" };

interface Bound {
  side: "lo" | "hi";
  value: number;
  strict: boolean;
}

export function readReturnClaim(condition: ast.Expression, context: Context): ReturnClaim | undefined {
  const written = boundsIn(condition, context);
  if (written === undefined) {
    resolveNames(condition, context);
    return complain(context, condition, "N026", "return-out-of-place", "Only bounds of 'return' can be claimed.", {
      help: "Write 'prove return in 0..1', 'prove return <= 1', or several of these joined by 'and'.",
    });
  }
  const bounds = written.map((bound) => evaluate(bound, context));
  const claim: ReturnClaim = { kind: "return", lo: null, hi: null };
  for (const bound of bounds) {
    if (bound === undefined) return undefined;
    tighten(claim, bound);
  }
  return claim;
}

type Written = Omit<Bound, "value"> & { at: ast.Expression };

function boundsIn(expression: ast.Expression, context: Context): Written[] | undefined {
  if (expression.kind === "paren") return boundsIn(expression.inner, context);
  if (expression.kind === "chain") {
    const { operands, operators } = expression;
    return joined(operators.map((operator, i) => comparison(operator, operands[i]!, operands[i + 1]!, context)));
  }
  if (expression.kind !== "binary") return undefined;
  const { operator, left, right } = expression;
  if (operator === "and") return joined([boundsIn(left, context), boundsIn(right, context)]);
  if (operator !== "in") return comparison(operator, left, right, context);
  const range = right.kind === "paren" ? right.inner : right;
  if (!isReturn(left, context) || range.kind !== "binary" || range.operator !== "..") return undefined;
  noteBuiltin(context, left, "return");
  return [
    { side: "lo", at: range.left, strict: false },
    { side: "hi", at: range.right, strict: false },
  ];
}

function joined(parts: (Written[] | undefined)[]): Written[] | undefined {
  return parts.some((part) => part === undefined) ? undefined : parts.flatMap((part) => part!);
}

function comparison(operator: string, left: ast.Expression, right: ast.Expression, context: Context): Written[] | undefined {
  const strict = operator === "<" || operator === ">";
  if (!strict && operator !== "<=" && operator !== ">=") return undefined;
  const up = operator.startsWith(">");
  const ofLeft = isReturn(left, context);
  if (ofLeft === isReturn(right, context)) return undefined;
  noteBuiltin(context, ofLeft ? left : right, "return");
  return [{ side: up === ofLeft ? "lo" : "hi", at: ofLeft ? right : left, strict }];
}

function evaluate({ at, ...bound }: Written, context: Context): Bound | undefined {
  const value = elaborateScalar(at, context, "A bound of the return");
  if (value === undefined || !requirePure(context, { value, span: at }, "A bound of the return")) return undefined;
  const number = constantNumber(context, value);
  if (number !== undefined) return { ...bound, value: number };
  return complain(
    context,
    at,
    "M075",
    "claim-not-constant",
    `A bound is a number known beforehand, but this is '${excerpt(context, at)}'.`,
    {
      help: "Write a number.",
    },
  );
}

function tighten(claim: ReturnClaim, { side, value, strict }: Bound): void {
  if (!Number.isFinite(value)) return;
  const known = claim[side];
  if (known !== null && (side === "lo" ? known > value : known < value)) return;
  const key = side === "lo" ? "strictLo" : "strictHi";
  if (known !== value) delete claim[key];
  claim[side] = value;
  if (strict) claim[key] = true;
}
