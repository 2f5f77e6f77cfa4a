// What several values give together: the latest timing, the least trust, one unit; and the complaint where they do not fit.
import type { Timing, Trust } from "../../runtime/program.ts";
import type { Fix } from "../diagnostics.ts";
import type { Info } from "../model.ts";
import { joinTiming, timingText } from "../types/timing.ts";
import { leastTrust } from "../types/trust.ts";
import { isPure, PURE, sameDimension, sameUnit, type Unit, unitText } from "../types/units.ts";
import { isScalar } from "../types/value-types.ts";
import { append, complain, fix, isWhole, replace, surround } from "./complain.ts";
import { type Context, excerpt, type Placed } from "./context.ts";
import { overSteps } from "./over-steps.ts";

/** Timing and trust of something computed from all of them; undefined where their timings cannot meet. */
export function combine(context: Context, parts: readonly Placed[]): { timing: Timing; trust: Trust } | undefined {
  if (context.isGoal) settleSteps(context, parts);
  let timing: Timing = "constant";
  let trust: Trust = "verified";
  for (const { value } of parts) {
    const joined = joinTiming(timing, value.info.timing);
    if (joined === undefined) return complainTiming(context, parts);
    timing = joined;
    trust = leastTrust(trust, value.info.trust);
  }
  return { timing, trust };
}

/** A goal is judged at the end, so where it names a step value beside one known then, it means that of the last step. */
function settleSteps(context: Context, parts: readonly Placed[]): void {
  const isStep = ({ value: { info } }: Placed) => info.timing === "step" && isScalar(info.type) && !info.optional;
  if (!parts.some(({ value }) => value.info.timing === "end" || value.info.timing === "group")) return;
  for (const part of parts) if (isStep(part)) part.value = overSteps("last", part.value, part.span, context);
}

/** A step value meets one that is only known later. */
export function complainTiming(context: Context, parts: readonly Placed[]): undefined {
  const step = parts.find((part) => part.value.info.timing === "step")!;
  const late = parts.find((part) => part.value.info.timing === "end" || part.value.info.timing === "group")!;
  const text = excerpt(context, step.span);
  const known = timingText(late.value.info.timing);
  const whole = context.text.slice(step.span.start, step.span.end);
  const folds = foldsFor(step);
  return complain(
    context,
    step.span,
    "T010",
    "timing-mismatch",
    `'${text}' has a value on every step, but '${excerpt(context, late.span)}' is only known ${known}, so they cannot be combined.`,
    {
      why: "A value that is known later does not exist yet while the steps are being paid.",
      help: `Aggregate the step value first, for example '${folds[0]}(${text}) over steps' or '${folds[1]}(${text}) over steps'.`,
      related: [{ start: late.span.start, end: late.span.end, message: `known ${known}` }],
      fixes: folds.map((name) =>
        fix(`Aggregate: ${name}(${text}) over steps`, replace(step.span, `(${name}(${whole}) over steps)`)),
      ),
    },
  );
}

const foldsFor = ({ value }: Placed) => (value.info.type.kind === "bool" ? ["any", "last", "all"] : ["mean", "last", "sum"]);

/** The one unit that values which are added, compared or chosen between share. Pure numbers and bare literals take it. */
export function commonUnit(
  context: Context,
  parts: readonly Placed[],
  doing: string,
): { unit: Unit; unitFree: boolean } | undefined {
  const carrying = parts.filter(({ value }) => !value.info.unitFree && !isPure(value.info.unit));
  const first = carrying[0];
  const angle = parts.find(({ value }) => value.info.unit.angle);
  if (first === undefined) {
    return { unit: angle?.value.info.unit ?? PURE, unitFree: parts.every(({ value }) => value.info.unitFree) };
  }
  const { unit } = first.value.info;
  const other = carrying.find(({ value }) => !sameUnit(value.info.unit, unit));
  if (other !== undefined) return complainUnits(context, first, other, doing);
  if (angle !== undefined) complainUnits(context, first, angle, doing);
  return { unit, unitFree: false };
}

function complainUnits(context: Context, first: Placed, other: Placed, doing: string): undefined {
  const [a, b] = [first.value.info.unit, other.value.info.unit];
  const [unitA, unitB] = [unitText(a), unitText(b)];
  const [textA, textB] = [excerpt(context, first.span), excerpt(context, other.span)];
  const scaled = !b.angle && sameDimension(a, b);
  const degrees = b.angle && sameUnit(a, degree) ? first : undefined;
  const converted = degrees ? `to(${textA}, rad)` : `to(${textB}, ${unitA})`;
  return complain(
    context,
    other.span,
    "RH202",
    "unit-mismatch",
    `'${textA}' is in [${unitA}] and '${textB}' in [${unitB}]: they cannot be ${doing}.`,
    {
      severity: b.angle ? "warning" : "error",
      why: scaled
        ? `1 [${unitB}] is ${b.scale / a.scale} [${unitA}]; without a conversion the larger unit silently wins.`
        : "Adding or comparing different quantities makes the result depend on the units somebody happened to choose.",
      help:
        scaled || degrees
          ? `Convert one: '${converted}'.`
          : `Divide each by a scale of its own, such as '${textB} / 1 [${unitB}]', so that both are pure numbers.`,
      related: [{ start: first.span.start, end: first.span.end, message: `in [${unitA}]` }],
      fixes: [
        scaled || degrees
          ? fix(
              `Convert '${degrees ? textA : textB}' to [${degrees ? "rad" : unitA}]`,
              surround(degrees ? first.span : other.span, "to(", degrees ? ", rad)" : `, ${unitA})`),
            )
          : fix(
              `Make both pure numbers: divide by 1 [${unitA}] and 1 [${unitB}]`,
              ...[first, other].map(({ span, value }) => append(context.text, span, ` / 1 [${unitText(value.info.unit)}]`)),
            ),
      ],
    },
  );
}

const degree = { factors: {}, dimensions: { deg: 1 }, scale: 1 };

/** Reports a value that has a unit where only a pure number makes sense. */
export function requirePure(context: Context, part: Placed, where: string): boolean {
  const { unit } = part.value.info;
  if (isPure(unit)) return true;
  const text = excerpt(context, part.span);
  const name = unitText(unit);
  const [help, remedy] = purify(context, part, name, sameUnit(unit, degree));
  complain(context, part.span, "RH202", "unit-mismatch", `${where} needs a pure number, but '${text}' is in [${name}].`, {
    help,
    fixes: [remedy],
  });
  return false;
}

/** How to make a pure number of a value in [name]. */
function purify(context: Context, { span }: Placed, name: string, isAngle: boolean): [help: string, remedy: Fix] {
  const text = context.text.slice(span.start, span.end);
  const literal = /^(-?\s*[\d._]+(?:[eE][+-]?\d+)?)\s*\[[^\]]*\]$/.exec(text)?.[1];
  if (literal !== undefined) return [`Write '${literal}'.`, fix("Take the unit off", replace(span, literal))];
  const scale = ` / 1 [${name}]`;
  return isAngle
    ? [
        `Turn it into radians: 'to(${excerpt(context, span)}, rad)'.`,
        fix("Turn degrees into radians", surround(span, "to(", ", rad)")),
      ]
    : [
        `Divide by a scale: '${excerpt(context, span)}${scale}'.`,
        fix(`Divide by 1 [${name}]`, append(context.text, span, scale)),
      ];
}

/** What is worst for the agent: the least of an objective, the most of a penalty, as far as that is known. */
function worst({ type, range, unit }: Info, role: Context["role"]): string {
  if (type.kind === "bool") return role === "penalty" ? "true" : "false";
  if (type.kind === "text") return '""';
  const bound = role === "penalty" ? range.hi : role === "objective" ? range.lo : 0;
  const number = Number.isFinite(bound) ? String(bound) : "0";
  return isPure(unit) || number === "0" ? number : `${number} [${unitText(unit)}]`;
}

/** Reports a value that may be missing where it is used as if it were there. */
export function requirePresent(context: Context, part: Placed): boolean {
  if (!part.value.info.optional) return true;
  const text = excerpt(context, part.span);
  const whole = isWhole(context.text.slice(part.span.start, part.span.end));
  const otherwise = worst(part.value.info, context.role);
  complain(context, part.span, "T020", "missing-value", `'${text}' may be missing, and nothing says what to use then.`, {
    why: "A missing value must never turn into a number by accident.",
    help: `${text.endsWith("…") ? `Write '?? ${otherwise}' behind it` : `Say it: '${text} ?? ${otherwise}'`}, with the value that is worst for the agent.`,
    fixes: [
      fix(
        `Use the default ${otherwise}: (${text} ?? ${otherwise})`,
        surround(part.span, whole ? "(" : "((", `${whole ? "" : ")"} ?? ${otherwise})`),
      ),
    ],
  });
  return false;
}
