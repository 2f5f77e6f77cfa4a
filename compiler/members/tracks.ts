// Tracks: states with memory. `prev(NAME)` may name a track in its own definition and everywhere else.
import type * as ast from "../../grammar/ast.ts";
import { EVERYTHING, TRUTH } from "../../runtime/interval.ts";
import { complain, excerpt, type Lowered } from "../elaborate/context.ts";
import { elaborate } from "../elaborate/expression.ts";
import { make } from "../elaborate/make.ts";
import { fillStart } from "../elaborate/states.ts";
import type { Info } from "../model.ts";
import { describeType, isBool, joinShapes, elementType } from "../types/value-types.ts";
import { isPure, sameUnit, unitText } from "../types/units.ts";
import { once } from "./bindings.ts";
import { declare } from "./declare.ts";
import { origin, type Work } from "./reward-parts.ts";
import { type Declared, declaredType } from "./types.ts";

export function declareTracks(work: Work): { finish(): void } {
  const finishers: (() => void)[] = [];
  for (const member of work.reward.members) if (member.kind === "track") finishers.push(declareTrack(member, work));
  return { finish: () => finishers.forEach((finish) => finish()) };
}

function declareTrack(track: ast.Track, work: Work): () => void {
  const { context } = work;
  const definition = declare(work, "track", track, context.scope.values, (binding) => binding.definition);
  const start = once(track, undefined, work, () => startOf(track, work));
  const previous = once(track, undefined, work, () => {
    const from = start();
    return from && make(context, { op: "previous", of: -1, starts: from.node }, from.info, track.name);
  });
  const state = once(track, definition, work, () => {
    const [from, before] = [start(), previous()];
    const next = elaborate(track.value, context);
    if (from === undefined || before === undefined || next === undefined || !fits(track, from.info, next, work)) return undefined;
    const made = make(context, { op: "state", args: [from.node, fillStart(next, from.info, context).node], name: track.name.text }, from.info, track);
    context.builder.tie(before.node, made.node);
    return made;
  });
  if (definition !== undefined) context.scope.values.set(definition.name, { definition, lower: state, lowerPrevious: previous });
  return () => {
    const value = state();
    if (definition !== undefined && value !== undefined) work.parts.tracks.push({ name: definition.name, node: value.node, ...origin(track) });
  };
}

/** The start value, with the meaning the whole track has: declared, or that of its start. */
function startOf(track: ast.Track, work: Work): Lowered | undefined {
  const { context } = work;
  const declared = track.type === undefined ? undefined : declaredType(track.type, context);
  const starts = elaborate(track.starts, context);
  if (starts === undefined || (track.type !== undefined && declared === undefined)) return undefined;
  if (starts.info.timing !== "constant" && starts.info.timing !== "start") {
    return complain(context, track.starts, "M014", "track-start", `'${excerpt(context, track.starts)}' is not known before the first step, so a track cannot start there.`, { help: "Start from a constant or a signal 'at start'." });
  }
  const info = trackInfo(starts.info, declared);
  if (declared !== undefined && !sameUnit(declared.unit, starts.info.unit) && !starts.info.unitFree && !isPure(starts.info.unit)) {
    return complain(context, track.starts, "RH202", "unit-mismatch", `The track is in [${unitText(declared.unit)}], its start in [${unitText(starts.info.unit)}].`);
  }
  return { ...fillStart(starts, info, context), info };
}

function trackInfo(starts: Info, declared: Declared | undefined): Info {
  const type = declared?.type ?? starts.type;
  const range = declared?.range ?? (isBool(type) ? TRUTH : EVERYTHING);
  const unit = declared === undefined || (isPure(declared.unit) && !starts.unitFree) ? starts.unit : declared.unit;
  return { type, optional: false, timing: "step", unit, unitFree: false, range, trust: starts.trust };
}

function fits(track: ast.Track, info: Info, next: Lowered, work: Work): boolean {
  const { context } = work;
  const shape = joinShapes([info.type, next.info.type], elementType(info.type));
  const sameKind = (elementType(info.type).kind === "text") === (elementType(next.info.type).kind === "text");
  const grows = !("clash" in shape) && describeType(shape) !== describeType(info.type);
  const boolFromNumber = isBool(info.type) && !isBool(next.info.type);
  if ("clash" in shape || grows || !sameKind || boolFromNumber) {
    complain(context, track.value, "T042", "track-type", `'${track.name.text}' starts as ${describeType(info.type)}, but its next value is ${describeType(next.info.type)}.`, {
      help: boolFromNumber ? "Start it from a number, or compare the next value with something." : `Declare its type: 'track ${track.name.text} : ${describeType(next.info.type)} starts …'.`,
    });
    return false;
  }
  if (next.info.timing === "end" || next.info.timing === "group") {
    complain(context, track.value, "T010", "timing-mismatch", `A track has a value on every step, but '${excerpt(context, track.value)}' is only known when the episode has ended.`);
    return false;
  }
  if (!next.info.unitFree && !isPure(next.info.unit) && !isPure(info.unit) && !sameUnit(next.info.unit, info.unit)) {
    complain(context, track.value, "RH202", "unit-mismatch", `The track is in [${unitText(info.unit)}], its next value in [${unitText(next.info.unit)}].`);
    return false;
  }
  const declaredRange = info.type.kind === "number" && info.range !== EVERYTHING && (next.info.range.lo < info.range.lo || next.info.range.hi > info.range.hi);
  if (declaredRange) {
    complain(context, track.value, "M015", "track-leaves-range", `The next value of '${track.name.text}' can reach ${next.info.range.lo}..${next.info.range.hi}, outside its declared range ${info.range.lo}..${info.range.hi}.`, {
      help: "Clip it, or widen the range.",
    });
    return false;
  }
  return true;
}
