// Objectives that only what the policy writes decides: marks, phrases, counts and lengths, whatever the answer is worth.
// It must not know rules.
import { point } from "../../runtime/interval.ts";
import type { NodeId, SignalDeclaration } from "../../runtime/program.ts";
import type { EpisodeResult } from "../../runtime/trajectory.ts";
import { oneRecord } from "../witness/build-episode.ts";
import { formTexts } from "../witness/form-texts.ts";
import { playEpisodes } from "../witness/play-episodes.ts";
import { paidBy, searchRecord } from "../witness/search-record.ts";
import { sliceProgram } from "../witness/slice-program.ts";
import { type Assumptions, assumeCondition, assumeNothing, joinAssumptions } from "./assumptions.ts";
import type { Facts } from "./facts.ts";
import { inferRanges, signalRange } from "./infer-range.ts";
import { isWritable } from "./judge-trust.ts";
import { factOf } from "./remember.ts";
import { searchesOf } from "./text-searches.ts";
import { nodesBelow } from "./trace-reads.ts";
import { type Paid, payment } from "./value-terms.ts";
import { isVouched, whenWrong, wrongRecords } from "./wrong-answer.ts";

export interface Form {
  paid: Paid;
  /** Of words that are found, of something counted that may grow on and on, of writing long or short, or any other mark. */
  kind: "phrases" | "count" | "length" | "brevity" | "mark";
  /** What it pays at most for a wrong answer, once. */
  most: number;
  /** Of a count or a length: what grows. */
  grows?: NodeId;
}

/** Those that are paid once for an answer; what is paid on every step is another matter. */
export const formTermsOf = factOf((facts: Facts): Form[] => {
  return facts.paid.flatMap((paid) => {
    const most = paysForForm(facts, paid);
    return most > 0 ? [{ paid, most, ...kindOf(facts, paid) }] : [];
  });
});

const finding: ReadonlySet<string> = new Set(["matches", "contains", "starts_with", "ends_with", "count_matches", "phrases"]);
const lengths: ReadonlySet<string> = new Set(["tok", "char", "word"]);

function paysForForm(facts: Facts, paid: Paid): number {
  const { term } = paid;
  if (term.role !== "objective" || paid.weight === 0 || paid.repeats > 1) return 0;
  const signals = [...facts.reads(term.node), ...(term.when === undefined ? [] : facts.reads(term.when))].flatMap(
    (name) => facts.signals.get(name) ?? [],
  );
  if (!signals.some(isWritten) || signals.some((signal) => !isForm(signal) && isWritable(signal))) return 0;
  const wrong = whenWrong(facts);
  const paying = term.when === undefined ? wrong : whileOpen(facts, wrong, term.when);
  const most = payment(facts.program, term, facts.rangesUnder(paying));
  // Where others have a say what is left for a wrong answer is shown by trying: ranges do not see what depends on what.
  if (most.hi > 0 && signals.some(isVouched)) return Math.min(most.hi, paysWhenTried(facts, paid, signals));
  // Only what the policy can change about it counts.
  return most.hi > most.lo ? most.hi : 0;
}

/** The most found by trying forms without content, whatever the references are. */
function paysWhenTried(facts: Facts, { term }: Paid, signals: readonly SignalDeclaration[]): number {
  // A score that may count either way is nowhere surely at its worst.
  const unclear = signals.some(
    ({ name, trust }) => (trust === "learned" || trust === "measured") && facts.direction(term.node, name) === "?",
  );
  if (unclear) return 0;
  const slice = sliceProgram(facts.program, [term.name]);
  const pays = (result: EpisodeResult): number => paidBy(result, [term.name]);
  const written = signals.filter(isWritten).map(({ name }) => name);
  const tried = formTexts(facts, [term.node]).map((text) => {
    const least = wrongRecords(facts, signals).map((references) => {
      const best = searchRecord(slice, written, { ...references, ...text }, pays);
      return pays(playEpisodes(slice, [oneRecord(slice, "form", best)])[0]!);
    });
    return Math.min(...least);
  });
  return Math.max(0, ...tried);
}

function whileOpen({ program, classes }: Facts, wrong: Assumptions, when: NodeId): Assumptions {
  const closed = inferRanges(program, classes.now, wrong)(when).hi <= 0;
  return closed ? wrong : joinAssumptions(wrong, assumeCondition(program, classes.now, when, true, assumeNothing()));
}

/** What the policy writes or chooses freely; what it does in a world, and files it can overwrite, are other matters. */
export function isWritten(signal: SignalDeclaration): boolean {
  return isForm(signal) && signal.from?.kind === "policy";
}

function isForm(signal: SignalDeclaration): boolean {
  const { from, unit, type } = signal;
  if (from?.kind === "action" || from?.kind === "agent" || type.kind === "vector") return false;
  return (unit === undefined || lengths.has(unit)) && (type.kind !== "number" || signalRange(signal).lo >= 0);
}

function kindOf(facts: Facts, { term }: Paid): Pick<Form, "kind" | "grows"> {
  const below = nodesBelow(facts.program, term.node);
  const searches = searchesOf(facts).filter(
    ({ node, operator }) => below.has(node) && finding.has(operator) && facts.directionIn(term.node, node) === "+",
  );
  if (searches.some(({ literals, pattern }) => isPhrase(literals, pattern?.source))) return { kind: "phrases" };
  const growing = [...below].flatMap((id) => {
    const grown = whatGrows(facts, id);
    return grown !== undefined && keepsGrowing(facts, term.node, id) ? [{ id, grown }] : [];
  });
  const short = [...below].find((id) => whatGrows(facts, id) === "length" && facts.directionIn(term.node, id) === "-");
  if (growing.length === 0 && short !== undefined) return { kind: "brevity", grows: short };
  const found = growing.find(({ grown }) => grown === "length") ?? growing[0];
  return found === undefined ? { kind: "mark" } : { kind: found.grown, grows: found.id };
}

/** Words of a language, not tags or signs. */
export function isPhrase(literals: readonly string[], pattern?: string): boolean {
  const texts = pattern === undefined ? literals : pattern.replace(/\\[a-zA-Z]/g, " ").split("|");
  return texts.some((text) => /\p{L}{3}/u.test(text) && !/[<>{}[\]\\`#*_@=/]/.test(text));
}

/** A length of a text, or a number of things written. */
function whatGrows(facts: Facts, id: NodeId): "length" | "count" | undefined {
  const node = facts.program.nodes[id];
  if (node?.op === "signal") {
    const signal = facts.signals.get(node.name);
    if (signal === undefined || !isWritten(signal) || node.type.kind !== "number") return undefined;
    if (signal.unit !== undefined && lengths.has(signal.unit)) return "length";
    return signal.integer === true ? "count" : undefined;
  }
  if (node?.op !== "apply" || node.type.kind !== "number" || !readsOnlyPolicy(facts, id)) return undefined;
  if (node.operator === "count_matches") return "count";
  if (node.operator !== "length") return undefined;
  const of = facts.program.nodes[node.args[0]!];
  const written = of?.type.kind === "text" || (of?.op === "apply" && (of.operator === "words" || of.operator === "lines"));
  return written ? "length" : of?.op === "apply" ? "count" : undefined;
}

function readsOnlyPolicy(facts: Facts, id: NodeId): boolean {
  const names = [...facts.reads(id)];
  return names.length > 0 && names.every((name) => isWritten(facts.signals.get(name)!));
}

/** More than a minimum of content. */
const ENOUGH: Readonly<Record<string, number>> = { tok: 150, char: 500, word: 100 };

/** The value still rises in the upper half of what is counted, of a length beyond what is enough to have a content. */
export function keepsGrowing(facts: Facts, value: NodeId, counted: NodeId): boolean {
  if (facts.directionIn(value, counted) !== "+") return false;
  const { hi } = facts.range(counted);
  const most = Number.isFinite(hi) ? hi : 2_000;
  const at = (count: number) =>
    facts.rangesUnder(
      joinAssumptions(whenWrong(facts), { signals: new Map(), classes: new Map([[facts.classes.now[counted]!, point(count)]]) }),
    )(value).hi;
  const enough = ENOUGH[facts.program.nodes[counted]?.unit ?? ""] ?? most / 2;
  const [half, whole] = [at(Math.min(enough, most / 2)), at(most)];
  return whole > half;
}
