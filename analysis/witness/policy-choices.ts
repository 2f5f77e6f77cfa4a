// Two-by-two pay-offs: what a choice that is the policy's own pays in either case of something that is not. Found from what terms
// read, worked out by the evaluator. It must not know rules.
import type { SignalDeclaration, Term } from "../../runtime/program.ts";
import type { Facts } from "../facts/facts.ts";
import { factOf } from "../facts/remember.ts";
import { type Choice, oneRecord } from "./build-episode.ts";
import { playEpisodes } from "./play-episodes.ts";
import { satisfy } from "./satisfy.ts";
import { paidBy } from "./search-record.ts";

export interface PolicyChoice {
  choice: SignalDeclaration;
  fact: SignalDeclaration;
  /** What reads either. */
  terms: readonly Term[];
  /** By choice, then by fact: what the terms pay, and how much of the goals is reached, everything else as the goals need it. */
  pays: readonly [readonly [number, number], readonly [number, number]];
  goals: readonly [readonly [number, number], readonly [number, number]];
}

/** Pairs at most, because each takes four evaluations. */
const MOST_PAIRS = 12;

/** A bool of the policy's and a trusted or given one that some term reads together. */
export const policyChoices = factOf((facts: Facts): PolicyChoice[] => {
  const { program } = facts;
  const bools = program.signals.filter(({ type }) => type.kind === "bool");
  const choices = bools.filter(({ trust }) => trust === "policy");
  const given = bools.filter(({ trust, timing }) => trust === "verified" || (timing === "start" && trust === "measured"));
  const pairs = choices.flatMap((choice) => given.map((fact) => ({ choice, fact })));
  return pairs.slice(0, MOST_PAIRS).flatMap(({ choice, fact }) => {
    const reads = (term: Term) => [term.node, ...(term.when === undefined ? [] : [term.when])].map((node) => facts.reads(node));
    const terms = program.terms.filter((term) => reads(term).some((names) => names.has(choice.name) || names.has(fact.name)));
    const together = terms.some((term) => [choice, fact].every(({ name }) => reads(term).some((names) => names.has(name))));
    if (!together) return [];
    const needed: Choice = Object.assign({}, ...program.goals.map(({ node }) => satisfy(facts, node, true)));
    const episodes = [false, true].flatMap((chosen) =>
      [false, true].map((holds) => oneRecord(program, "choice", { ...needed, [choice.name]: chosen, [fact.name]: holds })),
    );
    const results = playEpisodes(program, episodes);
    if (results.some(({ invalid }) => invalid.length > 0)) return [];
    const names = terms.map(({ name }) => name);
    const paid = results.map((result) => paidBy(result, names));
    const reached = results.map(({ goal }) =>
      Object.values(goal !== null && typeof goal === "object" ? goal : { goal }).reduce<number>(
        (sum, value) => sum + Number(value),
        0,
      ),
    );
    const table = ([a, b, c, d]: number[]) =>
      [
        [a!, b!],
        [c!, d!],
      ] as const;
    return [{ choice, fact, terms, pays: table(paid), goals: table(reached) }];
  });
});

/** The side of the choice that pays the same whether or not the fact holds, where the other side pays more if it does. */
export function abstainingSide({ pays }: PolicyChoice): 0 | 1 | undefined {
  return ([1, 0] as const).find((side) => pays[side][0] === pays[side][1] && pays[1 - side]![1] > pays[1 - side]![0]);
}
