// Products and quotients of one quantity in two sizes, such as km / m: a number that looks pure but is off by the ratio of the sizes.
import type { Span } from "../../grammar/span.ts";
import { isPure, type Unit, unitText } from "../types/units.ts";
import type { Filled } from "./apply.ts";
import { complain, fix, replace } from "./complain.ts";
import { type Context, excerpt } from "./context.ts";

/** The unit of a product or quotient; reported, and undefined, where its dimensions cancel but its sizes do not. */
export function cancelled(unit: Unit, first: Filled, second: Filled, span: Span, context: Context): Unit | undefined {
  const [a, b] = [first.value.info.unit, second.value.info.unit];
  const dimensionless = Object.keys(unit.dimensions).length === 0;
  const both = Object.keys(a.dimensions).length > 0 && Object.keys(b.dimensions).length > 0;
  if (!dimensionless || !both || isPure({ ...unit, scale: Math.abs(unit.scale - 1) < 1e-12 ? 1 : unit.scale })) return unit;
  const [unitA, unitB] = [unitText(a), unitText(b)];
  const ratio = Number(unit.scale.toPrecision(12));
  const text = context.text.slice(span.start, span.end);
  return complain(
    context,
    span,
    "RH202",
    "unit-mismatch",
    `'${excerpt(context, first.span)}' is in [${unitA}] and '${excerpt(context, second.span)}' in [${unitB}]: the same quantity in two sizes, so the number would be off by ${ratio}.`,
    {
      why: "The units cancel, the sizes do not: the result looks like a pure number and is not.",
      help: `Use one unit for both, or convert: '${excerpt(context, span)} * ${ratio}' counts in the second one's size.`,
      related: [{ start: first.span.start, end: first.span.end, message: `in [${unitA}]` }],
      fixes: divisor(second, unitB, unitA, text, context),
    },
  );
}

/** `/ 1 [m]` was meant to take the unit off: name the unit that is there. */
function divisor(second: Filled, from: string, to: string, text: string, context: Context) {
  const { start, end } = second.span;
  const written = context.text.slice(start, end);
  if (!/^1\s*\[/.test(written) || !text.includes("/")) return [];
  return [fix(`Divide by 1 [${to}] instead of 1 [${from}]`, replace({ start, end }, `1 [${to}]`))];
}
