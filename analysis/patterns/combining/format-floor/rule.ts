// RH213: a wrong answer in the right form earns a good part of what a right one does.
import type { Fix } from "../../../../compiler/diagnostics.ts";
import type { SignalDeclaration } from "../../../../runtime/program.ts";
import { type Form, formTermsOf } from "../../../facts/form-terms.ts";
import { silenceOf } from "../../../facts/silence.ts";
import { payment } from "../../../facts/value-terms.ts";
import { isVouched, verifiedChecks, whenWrong } from "../../../facts/wrong-answer.ts";
import { combinationOf, placeOf, quoteNames } from "../../combination.ts";
import { payWhen, reweigh } from "../../edit-term.ts";
import { showForm } from "../../form-fixes.ts";
import type { Finding, Pattern, PatternInput } from "../../pattern.ts";
import { sayNumber } from "../../say-number.ts";

export const rule: Pattern = {
  code: "RH213",
  name: "format-floor",
  severity: "warning",
  summary: "A wrong answer in the right form earns a good part of what a right one does.",
  classes: ["format-over-substance"],
  thresholds: {
    warning: {
      default: 0.25,
      doc: "Share of the most that can be earned from which on form alone is a warning.",
      min: 0,
      max: 1,
    },
    info: { default: 0.1, doc: "Share of the most that can be earned from which on form alone is a note.", min: 0, max: 1 },
  },
  evidence: [
    {
      title: "R1-Reward: Training Multimodal Reward Model Through Stable Reinforcement Learning, 2025",
      says: "The reward 0.5·format + accuracy·(1 + 0.5·consistency) pays a quarter of its maximum for a wrong answer in the right format.",
    },
    {
      title: "Pitfalls of Noisy Rewards, 2025",
      says: "Paying for the form of reasoning alone reached peak scores on maths: it trains style, whatever the answer is.",
    },
    {
      title: "open-r1: format, tag count and reasoning steps rewards, as released",
      url: "https://github.com/huggingface/open-r1",
      says: "Empty blocks between the right tags, and three list marks without a word, earn the full reward of form.",
    },
  ],
  check,
};

function check(input: PatternInput): Finding[] {
  const { program, facts, threshold } = input;
  if (combinationOf(program) === "other") return [];
  const forms = formTermsOf(facts)
    .filter(({ kind }) => kind === "mark")
    .toSorted((a, b) => b.most - a.most);
  const largest = forms[0];
  if (largest === undefined || !isJudged(input, forms)) return [];
  const floor = floorOf(input, forms);
  const base = Math.min(0, silenceOf(facts)?.pay ?? 0);
  const share = (floor - base) / (facts.terms.hi - base);
  if (!Number.isFinite(share) || floor <= base || share < threshold("info")) return [];
  return share <= wantedShare(input, forms) ? [] : [report(input, largest, forms, share)];
}

/** Somebody else than the policy has a say in another term, or is meant to. */
function isJudged({ program, facts }: PatternInput, forms: readonly Form[]): boolean {
  const others = program.terms.filter((term) => forms.every(({ paid }) => paid.term !== term));
  const mixed = forms.filter(({ paid, most }) => most < paid.once.hi).map(({ paid }) => paid.term);
  const nodes = [...others, ...mixed, ...program.goals, ...program.requires].map(({ node }) => node);
  return nodes.some((node) => [...facts.reads(node)].some((name) => judges(facts.signals.get(name)!)));
}

const judges = (signal: SignalDeclaration): boolean => isVouched(signal) && signal.from?.kind !== "trainer";

/** What the goal itself makes of form while the answer is wrong, as a share of its range. */
function wantedShare({ program, facts }: PatternInput, forms: readonly Form[]): number {
  const wrong = facts.rangesUnder(whenWrong(facts));
  const read = new Set(forms.flatMap(({ paid }) => [...facts.reads(paid.term.node)]));
  const shares = program.goals.map(({ node }) => {
    const [free, left] = [facts.range(node), wrong(node)];
    return [...facts.reads(node)].some((name) => read.has(name)) ? (left.hi - left.lo) / (free.hi - free.lo) : 0;
  });
  return Math.max(0, ...shares.filter(Number.isFinite));
}

/** The most a wrong answer earns by its form, after what it is charged and where it is capped. */
function floorOf({ program, facts }: PatternInput, forms: readonly Form[]): number {
  const wrong = facts.rangesUnder(whenWrong(facts));
  const gained = forms.reduce((sum, { most }) => sum + most, 0);
  const others = facts.paid.filter((paid) => forms.every((form) => form.paid !== paid));
  const charged = others.reduce((sum, { term }) => sum + Math.min(0, payment(program, term, wrong).hi), 0);
  const caps = program.requires.filter(({ node }) => wrong(node).hi <= 0).map(({ otherwise }) => wrong(otherwise).hi);
  return Math.min(gained + charged, ...caps);
}

function report(input: PatternInput, largest: Form, forms: readonly Form[], share: number): Finding {
  const { facts } = input;
  const { term } = largest.paid;
  const names = quoteNames(forms.map(({ paid }) => paid.term.name));
  const pays = forms.length === 1 ? "pays" : "together pay";
  const amount = forms.reduce((sum, { most }) => sum + most, 0);
  return {
    at: placeOf(facts, term.source, term.node),
    severity: share < input.threshold("warning") ? "info" : "warning",
    message: `${names} ${pays} ${sayNumber(amount)} for form alone: a wrong answer in this form earns ${sayNumber(100 * share)} % of what a right one does (${sayNumber(facts.terms.hi)}).`,
    why: "Form is learned within a few updates and is paid on every answer, right or wrong. Where answers are hard to get right, an agent will settle for the form.",
    help: "Ask for the form instead of paying it ('require well_formed = … else lowest'), pay it only together with a verified answer, or make it a small part.",
    related: forms.slice(1).map(({ paid }) => ({
      start: paid.term.source[0],
      end: paid.term.source[1],
      message: `'${paid.term.name}' pays for form too`,
    })),
    fixes: fixesFor(input, largest, forms, amount),
    witness: () => showForm(input, forms),
  };
}

function fixesFor({ program, facts, text }: PatternInput, largest: Form, forms: readonly Form[], amount: number): Fix[] {
  const { term, weight } = largest.paid;
  const gated = verifiedChecks(program, term.timing)
    .slice(0, 1)
    .flatMap((signal) => payWhen(text, term, signal.name));
  const others = facts.terms.hi - amount;
  const smaller =
    forms.length === 1 && weight !== undefined && others > 0 ? reweigh(text, term, (weight * 0.1 * others) / amount) : [];
  return [...gated, ...smaller];
}
