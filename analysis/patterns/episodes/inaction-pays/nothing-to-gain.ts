// Penalties only: no behaviour earns more than doing nothing, and the goal needs what no term pays for. Shown from bounds, so that
// it holds without a scenario.
import type { Fix } from "../../../../compiler/diagnostics.ts";
import type { SignalDeclaration } from "../../../../runtime/program.ts";
import type { Facts } from "../../../facts/facts.ts";
import { unpaidNeeds } from "../../../facts/unpaid-needs.ts";
import { buildEpisode } from "../../../witness/build-episode.ts";
import { playEpisodes } from "../../../witness/play-episodes.ts";
import type { Behaviours } from "../../../witness/without-trying.ts";
import { combinationOf, placeOf, quoteNames } from "../../combination.ts";
import type { Finding, PatternInput } from "../../pattern.ts";
import { sayNumber } from "../../say-number.ts";
import { showBehaviour } from "../../without-trying.ts";

export function reportNothingToGain(input: PatternInput, behaviours: Behaviours | undefined): Finding[] {
  const { facts, program, text } = input;
  if (facts.paid.length === 0 || facts.terms.hi !== 0 || combinationOf(program) !== "sum") return [];
  const needed = unpaidNeeds(facts);
  const dearest = facts.paid.toSorted((a, b) => a.once.lo - b.once.lo)[0];
  if (needed.length === 0 || dearest === undefined || dearest.once.lo >= 0 || idlePays(facts) !== 0) return [];
  const { term, once } = dearest;
  const idle = behaviours?.idle;
  return [
    {
      at: placeOf(facts, term.source, term.node),
      message: `No step pays more than 0, and doing nothing pays 0: '${term.name}' takes up to ${sayNumber(-once.lo)}, and no term pays for ${quoteNames(needed.map(({ name }) => name))}, which ${quoteNames(program.goals.map(({ name }) => name))} needs.`,
      why: "Whatever is tried can only cost. An agent will do nothing, which is optimal here.",
      help: `Pay for what is wanted, beside what is not: 'objective ${needed[0]!.name} = ${needed[0]!.name}'.`,
      related: needed.map(({ name, source }) => ({ start: source[0], end: source[1], message: `no term pays for '${name}'` })),
      fixes: payNeeded(input, needed[0]!, text),
      ...(behaviours !== undefined && idle !== undefined
        ? { witness: () => showBehaviour(facts, idle, behaviours.honest, "Doing nothing") }
        : {}),
    },
  ];
}

function idlePays({ program }: Facts): number | null {
  return playEpisodes(program, [buildEpisode(program, "idles", [{ steps: 2, cycle: [{}] }])])[0]?.unshaped ?? null;
}

function payNeeded({ program }: PatternInput, { name, timing }: SignalDeclaration, text: string): Fix[] {
  const last = program.terms.at(-1);
  if (last === undefined || timing === "start" || program.terms.some((term) => term.name === name)) return [];
  const line = text.slice(0, last.source[0]).split("\n").at(-1) ?? "";
  const indent = /^\s*/.exec(line)?.[0] ?? "";
  const edit = { start: last.source[1], end: last.source[1], text: `\n${indent}objective ${name} = ${name}` };
  return [{ title: `Pay for '${name}'`, safe: false, edits: [edit] }];
}
