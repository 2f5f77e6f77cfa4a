// RH101: an objective pays a learned score that has no upper bound.
import type { Fix, Severity } from "../../../../compiler/diagnostics.ts";
import { point } from "../../../../runtime/interval.ts";
import type { SignalDeclaration } from "../../../../runtime/program.ts";
import { assumeNothing } from "../../../facts/assumptions.ts";
import type { Facts } from "../../../facts/facts.ts";
import { signalRange } from "../../../facts/infer-range.ts";
import { trustOf } from "../../../facts/judge-trust.ts";
import type { Paid } from "../../../facts/value-terms.ts";
import { oneRecord, quietValue } from "../../../witness/build-episode.ts";
import { confirmWitness } from "../../../witness/play-episodes.ts";
import { spread } from "../../../witness/search-record.ts";
import { combinationOf, placeOf, quoteNames } from "../../combination.ts";
import { rewriteValue, wrapReadings } from "../../edit-term.ts";
import type { Finding, Pattern, PatternInput } from "../../pattern.ts";
import { sayNumber } from "../../say-number.ts";
import { summedScore } from "./summed.ts";

export const rule: Pattern = {
  code: "RH101",
  name: "unbounded-learned-reward",
  severity: "warning",
  summary: "An objective pays a learned score without an upper bound.",
  classes: ["unbounded-learned-proxy"],
  thresholds: {
    share: {
      default: 0.5,
      doc: "A bounded learned score that is paid on every step is reported from this share of what can be earned on.",
      min: 0,
      max: 1,
    },
    steps: { default: 10, doc: "… and where it can be paid at least this often.", min: 2 },
  },
  evidence: [
    {
      title: "Reward Shaping to Mitigate Reward Hacking in RLHF (PAR), 2025",
      url: "https://arxiv.org/abs/2502.18770",
      says: "The reward given to RL should be bounded, rise fast at first and converge slowly; a sigmoid of the score minus reference scores resists hacking over long training.",
    },
    {
      title: "Scaling Laws for Reward Model Overoptimization, 2022",
      url: "https://arxiv.org/abs/2210.10760",
      says: "The learned score keeps rising with optimisation while the quality it stands for peaks and falls.",
    },
  ],
  check,
};

function check(input: PatternInput): Finding[] {
  const { program, facts } = input;
  const bounded = combinationOf(program) !== "sum" && Number.isFinite(facts.range(program.total!).hi);
  if (bounded) return [];
  const paying = facts.paid.filter(({ term, once }) => term.role === "objective" && once.hi > 0);
  return paying.flatMap((paid) => {
    if (paid.once.hi !== Number.POSITIVE_INFINITY) return summedScore(input, paid, isLeashed(facts)) ?? [];
    const scores = culprits(facts, paid);
    return scores.length === 0 ? [] : [report(input, paid, scores, paying.length === 1)];
  });
}

function isLeashed(facts: Facts): boolean {
  return facts.paid.some(
    ({ term, weight }) =>
      term.role === "penalty" && weight !== 0 && [...facts.reads(term.node)].some((name) => isLeash(facts.signals.get(name))),
  );
}

/** Learned signals that alone can raise the term without bound. */
function culprits(facts: Facts, { term }: Paid): SignalDeclaration[] {
  const read = [...facts.reads(term.node)].flatMap((name) => facts.signals.get(name) ?? []);
  return read.filter((signal) => {
    const { lo, hi } = signalRange(signal);
    if (trustOf(signal) !== "learned" || (Number.isFinite(lo) && Number.isFinite(hi))) return false;
    const assumed = assumeNothing();
    for (const other of read) {
      const quiet = quietValue(other);
      if (other !== signal && typeof quiet === "number") assumed.signals.set(other.name, point(quiet));
    }
    return facts.rangesUnder(assumed)(term.node).hi === Number.POSITIVE_INFINITY;
  });
}

function report(input: PatternInput, paid: Paid, scores: readonly SignalDeclaration[], alone: boolean): Finding {
  const { program, facts, text } = input;
  const { term } = paid;
  const signal = scores[0]!;
  const learned = scores.length === 1 ? "the learned score" : "the learned scores";
  const names = quoteNames(scores.map(({ name }) => name));
  const have = scores.length === 1 ? "has" : "have";
  const leashed = isLeashed(facts);
  const mild = paid.telescoping || leashed;
  const severity: Severity = mild ? "info" : alone && term.when === undefined ? "error" : "warning";
  const summed = !paid.telescoping && paid.repeats > 1 ? ", and does so on every step" : "";
  return {
    at: placeOf(facts, term.source, term.node),
    severity,
    message: paid.telescoping
      ? `'${term.name}' pays the rise of ${learned} ${names}, which ${have} no upper bound.`
      : `'${term.name}' pays ${learned} ${names} without an upper bound${summed}.`,
    why: "A learned score is trustworthy only near what it was trained on. An optimiser climbs past that: the score keeps rising while what it stands for gets worse.",
    help: `Bound it: 'par(${signal.name}, refs)' compares it with frozen reference scores; 'sigmoid(${signal.name})' or 'clip(${signal.name}, a, b)' limit it.${leashed ? " The penalty on the distance to the reference policy slows this down, it does not stop it." : ""}`,
    related: scores.map(({ source, name }) => ({
      start: source[0],
      end: source[1],
      message: `'${name}' is learned and declared without a finite range`,
    })),
    fixes: scores.length === 1 ? boundingFixes(program.signals, text, paid, signal) : squashAll(text, paid),
    witness: () => showGrowth(input, paid, signal),
  };
}

/** A distance to the reference policy, which keeps the optimiser near what the score was trained on. */
const isLeash = (signal: SignalDeclaration | undefined): boolean =>
  signal !== undefined && (signal.unit === "nat" || signal.unit === "bit" || signal.from?.kind === "trainer");

function boundingFixes(signals: readonly SignalDeclaration[], text: string, { term }: Paid, signal: SignalDeclaration): Fix[] {
  const { name } = signal;
  const squash = wrapReadings(text, term, name, `Squash it: sigmoid(${name})`, `sigmoid(${name})`);
  if (signal.unit !== undefined || signal.type.kind !== "number") return [];
  if (squash.length === 0) return squashAll(text, { term });
  const held = signals.find(
    (other) => other.from?.kind === "reference" && (other.type.kind === "vector" || other.type.kind === "list"),
  );
  if (held !== undefined) {
    const call = `par(${name}, ${held.name})`;
    return [...wrapReadings(text, term, name, `Compare with the reference scores: ${call}`, call), ...squash];
  }
  const refs = `${name}_ref`;
  if (signals.some((other) => other.name === refs)) return squash;
  // A set of another file stands where it is included.
  const lead = /^signals?\s+\w/.test(text.slice(signal.source[0])) ? "signal " : "";
  const timing = signal.timing === "end" && lead !== "" && /\bat end\b/.test(text.slice(...signal.source)) ? " at end" : "";
  const line = `\n${indentAt(text, signal.source[0])}${lead}${refs} : vector(10)${timing} from reference`;
  const declared = { start: signal.source[1], end: signal.source[1], text: line };
  const call = `par(${name}, ${refs})`;
  return [...wrapReadings(text, term, name, `Compare with reference scores: ${call}`, call, [declared]), ...squash];
}

function squashAll(text: string, { term }: Pick<Paid, "term">): Fix[] {
  return rewriteValue(text, term, "Squash it with a sigmoid", (value) => `sigmoid(${value})`);
}

function indentAt(text: string, offset: number): string {
  const line = text.slice(text.lastIndexOf("\n", offset - 1) + 1, offset);
  return /^\s*$/.test(line) ? line : (/^\s*/.exec(line)?.[0] ?? "");
}

/** A score of 1,000 against a score of 1, everything else the same. */
function showGrowth({ program, facts }: PatternInput, { term }: Paid, signal: SignalDeclaration) {
  const falling = facts.direction(term.node, signal.name) === "-";
  const { lo, hi } = signalRange(signal);
  const [high, low] = falling ? [Math.max(-1000, lo), Math.max(-1, lo)] : [Math.min(1000, hi), Math.min(1, hi)];
  const held = heldOpen(facts, term.when);
  const episodes = [high, low].map((score) =>
    oneRecord(program, `score ${score}`, { ...held, [signal.name]: spread(signal, score) }),
  );
  return confirmWitness(
    program,
    episodes[0]!,
    episodes[1]!,
    (earned, honestly) =>
      `A score of ${sayNumber(high)} earns ${sayNumber(earned)}, a score of ${sayNumber(low)} earns ${sayNumber(honestly)}, with everything else the same.`,
  );
}

/** Conditions the payment needs: plain bools that `when` reads. */
function heldOpen(facts: Facts, when: number | undefined): Record<string, boolean> {
  const needed = when === undefined ? [] : [...facts.reads(when)];
  return Object.fromEntries(
    needed
      .filter((name) => facts.signals.get(name)?.type.kind === "bool")
      .map((name) => [name, facts.direction(when!, name) !== "-"]),
  );
}
