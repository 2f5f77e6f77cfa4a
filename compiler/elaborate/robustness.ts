// `robustness(formula)`: the call, and what its margin means. How formulas become numbers is said in margins.ts.
import type * as ast from "../../grammar/ast.ts";
import type { Operator } from "../../runtime/operators/operator.ts";
import type { Info } from "../model.ts";
import { PURE } from "../types/units.ts";
import { BOOL, isBool } from "../types/value-types.ts";
import { assignArguments } from "./arguments.ts";
import { notACondition } from "./branches.ts";
import type { Operation } from "./builder.ts";
import { requirePresent } from "./combine.ts";
import { complain, fix, insert } from "./complain.ts";
import { type Context, excerpt, type Lowered } from "./context.ts";
import { elaborate } from "./expression.ts";
import { make, makeNumber, truthInfo } from "./make.ts";
import { makeMargins, numbersLike, type Problem } from "./margins.ts";
import { unknown } from "./memories.ts";
import { resolveNames } from "./resolve.ts";

export function rewriteRobustness(operator: Operator, call: ast.Call, context: Context): Lowered | undefined {
  const given = assignArguments(operator, call, context);
  const written = given?.get("formula")?.[0];
  if (written === undefined) return undefined;
  const raw = rawOf(given!.get("raw")?.[0], context);
  const formula = elaborate(written, context);
  if (formula === undefined || raw === undefined) return undefined;
  const part = { value: formula, span: written };
  if (!requirePresent(context, part)) return undefined;
  if (!isBool(formula.info.type)) return notACondition(part, "'robustness'", context);
  const margins = makeMargins(context.builder, raw);
  const margin = margins.of(formula.node);
  if (margins.problem !== undefined) return complainMargin(margins.problem, call, written, context);
  const unit = context.builder.units.get(margins.unit ?? "") ?? PURE;
  const type = numbersLike(formula.info.type);
  const info: Info = { ...formula.info, type, unit, unitFree: false, range: margin.range };
  const value: Lowered = { kind: "value", node: margin.node, info };
  return raw && margins.isInfinite ? unlessInfinite(value, call, context) : value;
}

function rawOf(written: ast.Expression | undefined, context: Context): boolean | undefined {
  if (written === undefined) return false;
  if (written.kind === "bool") return written.value;
  resolveNames(written, context);
  const message = `'raw' is 'true' or 'false', but this is '${excerpt(context, written)}'.`;
  return complain(context, written, "T022", "constant-wanted", message, { help: "Write 'raw: true'." });
}

/** A margin that no comparison decides is missing: what has no bound measures nothing. */
function unlessInfinite(margin: Lowered, call: ast.Call, context: Context): Lowered {
  const { info } = margin;
  const apply = (operator: string, args: number[], of: Info) => make(context, { op: "apply", operator, args }, of, call);
  const size = apply("abs", [margin.node], { ...info, range: { lo: 0, hi: Number.POSITIVE_INFINITY } });
  const truth = truthInfo(info.type.kind === "vector" ? { ...info.type, of: "bool" } : BOOL, info);
  const isMeasured = apply("less", [size.node, makeNumber(context, Number.POSITIVE_INFINITY).node], truth);
  const choice: Operation = { op: "if", args: [isMeasured.node, margin.node, unknown(context).node] };
  return make(context, choice, { ...info, optional: true }, call);
}

function complainMargin(problem: Problem, call: ast.Call, formula: ast.Expression, context: Context): undefined {
  // Places kept in the program lie in the file that is compiled.
  const source = context.outside === undefined ? problem.source : undefined;
  const [start, end] = source ?? [formula.start, formula.end];
  const text = excerpt(context, { start, end });
  // What is named, or written in several places, is told where it is asked for.
  const span = formula.start <= start && end <= formula.end ? { start, end } : formula;
  if (problem.kind === "unbounded") {
    const message = `How far '${text}' is from failing has no scale: what it compares has no bounded range.`;
    return complain(context, span, "T074", "margin-without-scale", message, {
      why: "Each margin is divided by the width of the declared range, so that different quantities may meet.",
      help: "Declare a range for the signals in it, or keep the unit with 'raw: true'.",
      fixes: [fix("Keep the unit: raw: true", insert(call.end - 1, ", raw: true"))],
    });
  }
  const [a, b] = problem.units.map((unit) => (unit === "" ? "a pure number" : `in [${unit}]`));
  const message = `The margin of '${text}' is ${b}, but that of another condition is ${a}: with 'raw: true' they cannot meet.`;
  return complain(context, span, "RH202", "unit-mismatch", message, {
    help: "Leave 'raw: true' out: then each margin is a share of its declared range.",
  });
}
