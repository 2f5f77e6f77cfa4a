// Written bounds `a..b` of types, params and contracts: numbers known beforehand.
import type * as ast from "../../grammar/ast.ts";
import type { Interval } from "../../runtime/interval.ts";
import { complain, fix, replace } from "../elaborate/complain.ts";
import { constantNumber } from "../elaborate/constants.ts";
import type { Context, Lowered } from "../elaborate/context.ts";
import { elaborate } from "../elaborate/expression.ts";
import { PURE, type Unit } from "../types/units.ts";

/** The bounds and the unit they are written in. A param counts with its declared value. */
export function rangeOfNode(node: ast.RangeNode, context: Context): { range: Interval; unit: Unit } | undefined {
  const lo = elaborate(node.lo, context);
  const hi = elaborate(node.hi, context);
  if (lo === undefined || hi === undefined) return undefined;
  const [from, to] = [boundOf(lo, context), boundOf(hi, context)];
  if (from === undefined || to === undefined) {
    return complain(
      context,
      from === undefined ? node.lo : node.hi,
      "T041",
      "range-bounds",
      "The bounds of a range must be numbers known beforehand.",
      {
        help: "Write a number, 'inf', or the name of a param.",
      },
    );
  }
  if (from > to) {
    const text = (part: ast.Expression) => context.text.slice(part.start, part.end);
    return complain(
      context,
      node,
      "T023",
      "empty-range",
      `The range ${from}..${to} is empty: its lower bound is above its upper one.`,
      {
        help: "Swap the bounds.",
        fixes: [
          fix("Swap the bounds", replace({ start: node.lo.start, end: node.hi.end }, `${text(node.hi)}..${text(node.lo)}`)),
        ],
      },
    );
  }
  const unit = [lo.info, hi.info].find((info) => !info.unitFree)?.unit ?? PURE;
  return { range: { lo: from, hi: to }, unit };
}

function boundOf(value: Lowered, context: Context): number | undefined {
  const node = context.builder.nodes[value.node];
  if (node?.op === "param") return context.paramValues.get(node.name);
  return constantNumber(context, value);
}
