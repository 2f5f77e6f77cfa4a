// Tracks: states with memory. `prev(NAME)` may name a track in its own definition and everywhere else.
import type * as ast from "../../grammar/ast.ts";
import { requirePresent } from "../elaborate/combine.ts";
import type { Context, Lowered } from "../elaborate/context.ts";
import { elaborate } from "../elaborate/expression.ts";
import { make } from "../elaborate/make.ts";
import { fillVector } from "../elaborate/states.ts";
import type { Info } from "../model.ts";
import { leastTrust } from "../types/trust.ts";
import { unitText } from "../types/units.ts";
import { once } from "./once.ts";
import { membersOf, origin, type Work } from "./reward-parts.ts";
import { checkNext, checkStart, meaningOf, withinRange } from "./track-checks.ts";
import { declaredType } from "./types.ts";

/** Gives the names their meaning; what this returns, one function each, elaborates those that nobody has used. */
export function readTracks(work: Work): (() => void)[] {
  return membersOf(work, "track").map((track) => readTrack(track, work));
}

function readTrack(track: ast.Track, work: Work): () => void {
  const { context } = work;
  const definition = work.definitionOf.get(track);
  let isOpen = false;
  const start = once(track.name, work, () => startOf(track, context));
  const previous = once(track.name, work, () => {
    const from = start();
    return from && make(context, { op: "previous", of: -1, starts: from.node }, from.info, track.name);
  });
  const state = once(track.name, work, () => {
    isOpen = true;
    const made = stateOf(track, start(), previous(), context);
    isOpen = false;
    if (definition !== undefined && made !== undefined) definition.info = made.info;
    return made;
  });
  /** In its own definition a track is what is declared of it; elsewhere all of it is known. */
  const lowerPrevious = () => {
    if (isOpen) return previous();
    const [before, known] = [state(), previous()];
    return before && known && { ...known, info: before.info };
  };
  if (definition !== undefined) context.scope.values.set(definition.name, { definition, lower: state, lowerPrevious });
  return () => {
    const value = state();
    if (definition !== undefined && value !== undefined) {
      work.parts.tracks.push({ name: definition.name, node: value.node, ...origin(track) });
    }
  };
}

/** The start value, with the meaning the whole track has: declared, or that of its start. */
function startOf(track: ast.Track, context: Context): Lowered | undefined {
  const declared = track.type === undefined ? undefined : declaredType(track.type, context);
  const starts = elaborate(track.starts, context);
  if (starts === undefined || (track.type !== undefined && declared === undefined)) return undefined;
  const info = meaningOf(starts.info, declared);
  if (!requirePresent(context, { value: starts, span: track.starts }) || !checkStart(track, info, starts, context))
    return undefined;
  return { ...fillVector(starts, info, context), info };
}

function stateOf(
  track: ast.Track,
  from: Lowered | undefined,
  before: Lowered | undefined,
  context: Context,
): Lowered | undefined {
  const written = elaborate(track.value, context);
  if (written === undefined || from === undefined || before === undefined) return undefined;
  if (!requirePresent(context, { value: written, span: track.value }) || !checkNext(track, from.info, written, context))
    return undefined;
  const next = withinRange(track, from.info, fillVector(written, from.info, context), context);
  if (next === undefined) return undefined;
  // A track that starts with a bare number has the unit of what follows.
  const unit = from.info.unitFree ? next.info.unit : from.info.unit;
  const info: Info = { ...from.info, unit, unitFree: false, trust: leastTrust(from.info.trust, next.info.trust) };
  const made = make(context, { op: "state", args: [from.node, next.node], name: track.name.text }, info, track);
  context.builder.tie(before.node, made.node, unitText(unit) || undefined);
  return made;
}
