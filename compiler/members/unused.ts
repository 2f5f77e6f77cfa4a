// What is declared and never read: shown faintly, because it may be on its way. It must not know programs.
import type { Span } from "../../grammar/span.ts";
import { complain } from "../elaborate/complain.ts";
import type { Definition } from "../model.ts";
import { membersOf, type Work } from "./reward-parts.ts";

const kinds: ReadonlySet<Definition["kind"]> = new Set(["signal", "param", "let", "track"]);

const helps: Partial<Record<Definition["kind"], string>> = {
  signal: "Read it in a term, a goal or a probe, or remove it; the log may have columns that no signal names.",
  track: "Read it, or remove it.",
};

/** For a reward without errors: before that, what reads a value may not have been understood. */
export function noteUnused(work: Work): void {
  const { context, reward, definitions } = work;
  const worlds: readonly Span[] = membersOf(work, "scenario", "data");
  const isGiven = (at: Span) => worlds.some(({ start, end }) => start <= at.start && at.end <= end);
  const given = new Set(context.model.references.filter(isGiven).map(({ definition }) => definition));
  const read = new Set(context.model.references.filter((at) => !isGiven(at)).map(({ definition }) => definition));
  for (const definition of definitions) {
    const { kind, name, nameSpan } = definition;
    const isOwn = reward.start <= nameSpan.start && nameSpan.end <= reward.end;
    if (!kinds.has(kind) || read.has(definition) || !isOwn || name === "") continue;
    const message = given.has(definition)
      ? `'${name}' is set by scenarios or data, but nothing else reads it.`
      : `Nothing reads the ${kind} '${name}'.`;
    complain(context, nameSpan, "N030", "unused", message, {
      severity: "hint",
      help: helps[kind] ?? "Use it, or remove it.",
      unnecessary: true,
    });
  }
}
