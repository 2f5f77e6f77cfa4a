// What several values give together: the latest timing, the least trust, one unit, one shape; and the complaint where they do not fit.
import type { Span } from "../../grammar/span.ts";
import type { Timing, Trust } from "../../runtime/program.ts";
import type { Info } from "../model.ts";
import { joinTiming, timingText } from "../types/timing.ts";
import { leastTrust } from "../types/trust.ts";
import { isPure, PURE, sameDimension, sameUnit, type Unit, unitText } from "../types/units.ts";
import { complain, type Context, excerpt, type Lowered } from "./context.ts";

export interface Placed {
  value: Lowered;
  span: Span;
}

/** Timing and trust of something computed from all of them; undefined where their timings cannot meet. */
export function combine(context: Context, parts: readonly Placed[]): { timing: Timing; trust: Trust } | undefined {
  let timing: Timing = "constant";
  for (const part of parts) {
    const joined = joinTiming(timing, part.value.info.timing);
    if (joined === undefined) return complainTiming(context, parts);
    timing = joined;
  }
  return { timing, trust: leastTrust(...parts.map((part) => part.value.info.trust)) };
}

function complainTiming(context: Context, parts: readonly Placed[]): undefined {
  const step = parts.find((part) => part.value.info.timing === "step")!;
  const late = parts.find((part) => part.value.info.timing === "end" || part.value.info.timing === "group")!;
  const stepText = excerpt(context, step.span);
  return complain(
    context,
    step.span,
    "T010",
    "timing-mismatch",
    `'${stepText}' has a value on every step, but '${excerpt(context, late.span)}' is only known ${timingText(late.value.info.timing)}, so they cannot be combined.`,
    {
      why: "A value that is known later does not exist yet while the steps are being paid.",
      help: `Aggregate the step value first, for example 'mean(${stepText}) over steps' or 'last(${stepText}) over steps'.`,
      related: [{ ...late.span, message: `known ${timingText(late.value.info.timing)}` }],
      fixes: ["last", "mean", "sum"].map((name) => ({
        title: `Aggregate: ${name}(${stepText}) over steps`,
        safe: false,
        edits: [{ ...step.span, text: `(${name}(${context.text.slice(step.span.start, step.span.end)}) over steps)` }],
      })),
    },
  );
}

/** The one unit that values which are added, compared or chosen between share. Pure numbers and bare literals take it. */
export function commonUnit(context: Context, parts: readonly Placed[], doing: string): { unit: Unit; unitFree: boolean } | undefined {
  const carrying = parts.filter((part) => !part.value.info.unitFree && !isPure(part.value.info.unit));
  const first = carrying[0];
  const angle = parts.find((part) => part.value.info.unit.angle);
  if (first === undefined) {
    return { unit: angle?.value.info.unit ?? PURE, unitFree: parts.every((part) => part.value.info.unitFree) };
  }
  const other = carrying.find((part) => !sameUnit(part.value.info.unit, first.value.info.unit)) ?? (angle && angle !== first ? angle : undefined);
  if (other === undefined) return { unit: first.value.info.unit, unitFree: false };
  complainUnits(context, first, other, doing);
  return angle === other ? { unit: first.value.info.unit, unitFree: false } : undefined;
}

function complainUnits(context: Context, first: Placed, other: Placed, doing: string): void {
  const [a, b] = [first.value.info.unit, other.value.info.unit];
  const [textA, textB] = [unitText(a), unitText(b)];
  const scaled = !b.angle && sameDimension(a, b);
  complain(
    context,
    other.span,
    "RH202",
    "unit-mismatch",
    `'${excerpt(context, first.span)}' is in [${textA}] and '${excerpt(context, other.span)}' in [${textB}]: they cannot be ${doing}.`,
    {
      severity: b.angle ? "warning" : "error",
      why: scaled
        ? `1 [${textB}] is ${b.scale / a.scale} [${textA}]; without a conversion the larger unit silently wins.`
        : "Adding or comparing different quantities makes the result depend on the units somebody happened to choose.",
      help: `Divide each by a scale of its own, such as '${excerpt(context, other.span)} / 1 [${textB}]', so that both are pure numbers.`,
      related: [{ ...first.span, message: `in [${textA}]` }],
      fixes: [
        {
          title: `Make both pure numbers: divide by 1 [${textA}] and 1 [${textB}]`,
          safe: false,
          edits: [first, other].map((part) => ({
            start: part.span.end,
            end: part.span.end,
            text: ` / 1 [${unitText(part.value.info.unit)}]`,
          })),
        },
      ],
    },
  );
}

/** Reports a value that has a unit where only a pure number makes sense. */
export function requirePure(context: Context, part: Placed, where: string): boolean {
  const { unit } = part.value.info;
  if (isPure(unit)) return true;
  const text = unitText(unit);
  complain(context, part.span, "RH202", "unit-mismatch", `${where} needs a pure number, but '${excerpt(context, part.span)}' is in [${text}].`, {
    help: `Divide by a scale: '${excerpt(context, part.span)} / 1 [${text}]'.`,
    fixes: [
      {
        title: `Divide by 1 [${text}]`,
        safe: false,
        edits: [
          { start: part.span.start, end: part.span.start, text: "(" },
          { start: part.span.end, end: part.span.end, text: `) / 1 [${text}]` },
        ],
      },
    ],
  });
  return false;
}

/** Reports a value that may be missing where it is used as if it were there. */
export function requirePresent(context: Context, part: Placed): boolean {
  if (!part.value.info.optional) return true;
  const text = excerpt(context, part.span);
  complain(context, part.span, "T020", "missing-value", `'${text}' may be missing, and nothing says what to use then.`, {
    why: "A missing value must never turn into a number by accident.",
    help: `Say it: '${text} ?? 0', with the value that is worst for the agent.`,
    fixes: [{ title: `Use the default 0: (${text} ?? 0)`, safe: false, edits: [
      { start: part.span.start, end: part.span.start, text: "(" },
      { start: part.span.end, end: part.span.end, text: " ?? 0)" },
    ] }],
  });
  return false;
}

export function withRange(info: Info, lo: number, hi: number): Info {
  return { ...info, range: { lo, hi } };
}
