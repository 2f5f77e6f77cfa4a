// Whether what a track starts with and becomes fits what it is declared to be.
import type * as ast from "../../grammar/ast.ts";
import { contains, EVERYTHING, type Interval, includes, TRUTH } from "../../runtime/interval.ts";
import { complain } from "../elaborate/complain.ts";
import { type Context, excerpt, type Lowered } from "../elaborate/context.ts";
import { applyInfix, numberPart } from "../elaborate/infix.ts";
import { checkTexts } from "../elaborate/texts.ts";
import type { Info } from "../model.ts";
import { isPure, sameUnit, unitText } from "../types/units.ts";
import { aType, describeType, isBool, isText, typeFits } from "../types/value-types.ts";
import type { Declared } from "./types.ts";

/** Of the whole track: as declared, else what its start says. */
export function meaningOf(starts: Info, declared: Declared | undefined): Info {
  const type = declared?.type ?? starts.type;
  const range = declared?.range ?? (isBool(type) ? TRUTH : EVERYTHING);
  const unit = declared === undefined || (isPure(declared.unit) && !starts.unitFree) ? starts.unit : declared.unit;
  const unitFree = declared === undefined && starts.unitFree;
  return { type, optional: false, timing: "step", unit, unitFree, range, trust: starts.trust };
}

export function checkStart(track: ast.Track, info: Info, starts: Lowered, context: Context): boolean {
  const text = excerpt(context, track.starts);
  const { timing, type, range } = starts.info;
  if (timing !== "constant" && timing !== "start") {
    complain(
      context,
      track.starts,
      "M014",
      "track-start",
      `'${text}' is not known before the first step, so a track cannot start there.`,
      {
        help: "Start from a constant or a signal 'at start'.",
      },
    );
    return false;
  }
  if (!typeFits(info.type, type)) {
    const message = `'${track.name.text}' is declared as ${aType(info.type)}, but starts as ${aType(type)}.`;
    complain(context, track.starts, "T042", "track-type", message, { help: "Start it with a value of the declared type." });
    return false;
  }
  if (!fitsAlternatives(info, starts, track.starts, context) || !fitsUnit(track, info, starts, track.starts, context))
    return false;
  if (isText(info.type) || includes(info.range, range)) return true;
  const message = `'${track.name.text}' starts in ${intervalText(range)}, outside its declared range ${intervalText(info.range)}.`;
  complain(context, track.starts, "M015", "track-leaves-range", message, { help: "Start inside the range, or widen it." });
  return false;
}

export function checkNext(track: ast.Track, info: Info, next: Lowered, context: Context): boolean {
  const { name, value, starts } = track;
  const related = [{ start: starts.start, end: starts.end, message: aType(info.type) }];
  if (!typeFits(info.type, next.info.type)) {
    const [is, becomes] = [describeType(info.type), describeType(next.info.type)];
    const fromNumber = isBool(info.type) && !isBool(next.info.type) && !isText(next.info.type);
    complain(
      context,
      value,
      "T042",
      "track-type",
      `'${name.text}' starts as ${aType(info.type)}, but its next value is ${aType(next.info.type)}.`,
      {
        help: fromNumber
          ? "Start it from a number, or compare the next value with something."
          : isText(info.type) === isText(next.info.type)
            ? `Declare its type: 'track ${name.text} : ${becomes} starts …'.`
            : `Make the next value ${is} too.`,
        related,
      },
    );
    return false;
  }
  if (next.info.timing === "end" || next.info.timing === "group") {
    const message = `A track has a value on every step, but '${excerpt(context, value)}' is only known when the episode has ended.`;
    complain(context, value, "T010", "timing-mismatch", message, { help: "Build it from values that exist per step." });
    return false;
  }
  return fitsAlternatives(info, next, value, context) && fitsUnit(track, info, next, value, context);
}

function fitsAlternatives({ type }: Info, value: Lowered, span: ast.Expression, context: Context): boolean {
  return type.kind !== "text" || type.alternatives === undefined || checkTexts(value, type.alternatives, span, context);
}

function fitsUnit(track: ast.Track, info: Info, { info: other }: Lowered, span: ast.Expression, context: Context): boolean {
  const [unit, given] = [info.unit, other.unit];
  if (other.unitFree || isPure(given) || isPure(unit) || sameUnit(given, unit)) return true;
  const message = `'${excerpt(context, span)}' is in [${unitText(given)}], but the track '${track.name.text}' in [${unitText(unit)}].`;
  const said = track.type ?? track.starts;
  complain(context, span, "RH202", "unit-mismatch", message, {
    help: `Convert it, or declare the track in [${unitText(given)}].`,
    related: [{ start: said.start, end: said.end, message: `in [${unitText(unit)}]` }],
  });
  return false;
}

/** What a range may be exceeded by from rounding alone, as a share of its size. */
const ROUNDING = 1e-9;

/** The next value inside the declared range: shown to be, up to the last digits, which are then cut off. */
export function withinRange(track: ast.Track, { type, range }: Info, next: Lowered, context: Context): Lowered | undefined {
  const reached = next.info.range;
  if (isText(type) || includes(range, reached)) return next;
  const slack = ROUNDING * Math.max(Math.abs(range.lo), Math.abs(range.hi));
  const nearly = { lo: range.lo - slack, hi: range.hi + slack };
  if (Number.isFinite(slack) && contains(nearly, reached.lo) && contains(nearly, reached.hi)) {
    const bounds = [range.lo, range.hi].map((bound) => numberPart(bound, track.value, context));
    return applyInfix("clip", [{ value: next, span: track.value }, ...bounds], track.value, context);
  }
  const message = `The next value of '${track.name.text}' can reach ${intervalText(reached)}, outside its declared range ${intervalText(range)}.`;
  return complain(context, track.value, "M015", "track-leaves-range", message, { help: "Clip it, or widen the range." });
}

function intervalText({ lo, hi }: Interval): string {
  return lo === hi ? String(lo) : `${lo}..${hi}`;
}
