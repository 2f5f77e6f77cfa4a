// What the facts say of a term or a signal, in a line of Markdown: what it pays, and which way. It must not know LSP.
import { type Facts, factsOf } from "../../analysis/facts/facts.ts";
import { streamsOf } from "../../analysis/facts/growth.ts";
import { payDirection } from "../../analysis/facts/pay-direction.ts";
import type { Paid } from "../../analysis/facts/value-terms.ts";
import type { Definition } from "../../compiler/model.ts";
import type { Interval } from "../../runtime/interval.ts";
import type { Monotone } from "../../runtime/operators/operator.ts";
import type { OpenDocument } from "../documents.ts";
import { inlineCode } from "./code.ts";
import { describeRange } from "./number.ts";

/** Undefined where the reward does not compile, or there is nothing to say. */
export function describeFacts(document: OpenDocument, { name, nameSpan, declaration, file }: Definition): string | undefined {
  if (file !== undefined || !("kind" in declaration)) return undefined;
  const { programs } = document.compilation;
  const program = programs.find(({ source: [start, end] }) => start <= nameSpan.start && nameSpan.end <= end);
  if (program === undefined) return undefined;
  const facts = factsOf(program);
  if (declaration.kind === "signal") return signalText(facts, name);
  const paid = facts.paid.find(({ term }) => term.name === name);
  const isTerm = declaration.kind === "objective" || declaration.kind === "penalty";
  return isTerm && paid !== undefined ? termText(facts, paid) : undefined;
}

function termText(facts: Facts, paid: Paid): string | undefined {
  const { once, episode, repeats, term } = paid;
  const [one, all] = [rangeText(once), rangeText(episode)];
  if (one === undefined && all === undefined) return "What it pays has no known bounds.";
  if (repeats === 1) return `Pays **${one ?? all}**${term.timing === "step" ? ", once" : ""} an episode.`;
  return `Pays **${one ?? "without bounds"}** a step, **${all ?? "without bounds"}** an episode${growthText(facts, paid)}.`;
}

/** An open end is said as one. */
function rangeText({ lo, hi }: Interval): string | undefined {
  return describeRange({ lo, hi })?.replaceAll("-", "−");
}

function growthText(facts: Facts, paid: Paid): string {
  const streams = streamsOf(facts).filter((stream) => stream.paid === paid);
  if (streams.some(({ growth }) => growth === "faster")) return "; it grows faster than the number of steps";
  if (streams.some(({ growth }) => growth === "linear")) return "; it grows with the number of steps";
  const because = streams.find((stream) => stream.because !== undefined)?.because;
  return because === undefined ? "" : `; it does not grow with the number of steps: ${because}`;
}

const MOST_NAMES = 4;

/** Which way each term's pay moves when the signal is raised on every step. */
function signalText(facts: Facts, name: string): string | undefined {
  const kind = facts.signals.get(name)?.type.kind;
  if (kind !== "number" && kind !== "bool") return undefined;
  const moved = facts.paid.map((paid) => ({ name: paid.term.name, direction: payDirection(facts, paid, name) }));
  const of = (direction: Monotone) => moved.filter((each) => each.direction === direction).map((each) => each.name);
  const [up, down, either] = [of("+"), of("-"), of("?")];
  const parts = [part(up, "no less"), part(down, "no more"), part(either, "either more or less")].filter(
    (text) => text !== undefined,
  );
  if (parts.length === 0) return "What the terms pay does not depend on it.";
  const what = kind === "bool" ? "True rather than false" : "Raised";
  return `${what}${facts.length.most > 1 ? " on every step" : ""}, ${parts.join("; ")}.`;
}

function part(names: readonly string[], amount: string): string | undefined {
  if (names.length === 0) return undefined;
  const more = names.length > MOST_NAMES ? ` and ${names.length - MOST_NAMES} more` : "";
  return `${names.slice(0, MOST_NAMES).map(inlineCode).join(", ")}${more} ${names.length === 1 ? "pays" : "pay"} ${amount}`;
}
