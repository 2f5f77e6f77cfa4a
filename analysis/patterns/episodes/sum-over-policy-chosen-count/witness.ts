// An episode that repeats what is paid, against one that does it a few times and stops, or once in a text.
import type { Witness } from "../../../../compiler/diagnostics.ts";
import type { Program } from "../../../../runtime/program.ts";
import type { Value } from "../../../../runtime/trajectory.ts";
import { signalRange } from "../../../facts/infer-range.ts";
import { nodesBelow } from "../../../facts/trace-reads.ts";
import type { Paid } from "../../../facts/value-terms.ts";
import { buildEpisode, type Choice, oneRecord } from "../../../witness/build-episode.ts";
import { confirmWitness } from "../../../witness/play-episodes.ts";
import { satisfy } from "../../../witness/satisfy.ts";
import { paidBy, searchRecord, spread, tellingValues } from "../../../witness/search-record.ts";
import { sliceProgram } from "../../../witness/slice-program.ts";
import { writeMatch } from "../../../witness/write-match.ts";
import type { PatternInput } from "../../pattern.ts";
import { sayCount, sayNumber } from "../../say-number.ts";
import type { Count } from "./counts.ts";

const FEW = 3;
const MANY = 50;

export function showRepetition(input: PatternInput, paid: Paid, count: Count): Witness | undefined {
  return count.steps ? repeatSteps(input, paid, count) : repeatItems(input, paid, count);
}

function repeatSteps({ program, facts }: PatternInput, paid: Paid, count: Count): Witness | undefined {
  const { term } = paid;
  const going = Object.assign({}, ...program.ends.map((end) => satisfy(facts, end.node, false)));
  const stopping = Object.assign(
    {},
    ...program.ends
      .filter((end) => end.outcome !== "failure")
      .slice(0, 1)
      .map((end) => satisfy(facts, end.node, true)),
  );
  const top = tellingValues(count.signal).at(count.signal.type.kind === "bool" ? 1 : 2) as Value;
  const reads = new Set([...facts.reads(term.node), ...(term.when === undefined ? [] : facts.reads(term.when))]);
  const best = searchRecord(sliceProgram(program, [term.name]), reads, { ...going, [count.signal.name]: top }, (result) =>
    paidBy(result, [term.name]),
  );
  const outcomes = program.terms
    .filter((other) => other.role === "objective" && other.timing !== "step")
    .map((other) => other.name);
  const wanted = searchRecord(sliceProgram(program, outcomes), endSignals(program, outcomes.length > 0), {}, (result) =>
    paidBy(result, outcomes),
  );
  const many = Math.min(facts.length.most, MANY);
  const few = Math.min(FEW, many - 1);
  if (few < 1) return undefined;
  const repeating = buildEpisode(program, "repeating", [{ steps: many, cycle: [best] }]);
  const honest = buildEpisode(
    program,
    "honest",
    [
      { steps: few - 1, cycle: [best] },
      { steps: 1, cycle: [{ ...best, ...stopping }] },
    ],
    wanted,
  );
  const reached = outcomes.length > 0 ? " and reaching the outcome" : Object.keys(stopping).length > 0 ? " and finishing" : "";
  return confirmWitness(
    program,
    repeating,
    honest,
    (earned, honestly) =>
      `Repeating it ${sayCount(many, "time")} earns ${sayNumber(earned)}; doing it ${sayCount(few, "time")}${reached} earns ${sayNumber(honestly)}.`,
  );
}

/** Signals known once per episode, which decide its outcome. */
function endSignals(program: Program, needed: boolean): string[] {
  return needed
    ? program.signals.filter((signal) => signal.timing !== "step" && signal.type.kind !== "text").map((signal) => signal.name)
    : [];
}

function repeatItems({ program, facts }: PatternInput, { term }: Paid, count: Count): Witness | undefined {
  const values = count.signal.type.kind === "text" ? texts(program, count) : numbers(count);
  if (values === undefined) return undefined;
  const gates: Choice = term.when === undefined ? {} : satisfy(facts, term.when, true);
  const [many, few] = values.map(({ value }) => oneRecord(program, "counted", { ...gates, [count.signal.name]: value }));
  return confirmWitness(
    program,
    many!,
    few!,
    (earned, honestly) =>
      `With ${sayCount(values[0].count, ...plural(count))} it earns ${sayNumber(earned)}, with ${sayCount(values[1].count, ...plural(count))} ${sayNumber(honestly)}, everything else the same.`,
  );
}

const plural = (count: Count): [string, string] =>
  count.item === "match" ? ["match", "matches"] : [count.item, `${count.item}s`];

type Counted = [{ value: Value; count: number }, { value: Value; count: number }];

function numbers(count: Count): Counted | undefined {
  const { lo, hi } = signalRange(count.signal);
  const top = Number.isFinite(hi) ? hi : lo + 100;
  if (count.signal.type.kind !== "number" || top <= lo) return undefined;
  return [
    { value: spread(count.signal, top), count: top },
    { value: spread(count.signal, lo), count: lo },
  ];
}

/** The same item many times, and once. */
function texts(program: Program, count: Count): Counted | undefined {
  const item = itemText(program, count);
  const { hi } = signalRange(count.signal);
  if (item === undefined) return undefined;
  const many = Math.min(MANY, Math.floor(hi / [...item].length));
  return many < 2
    ? undefined
    : [
        { value: item.repeat(many), count: many },
        { value: item, count: 1 },
      ];
}

function itemText(program: Program, count: Count): string | undefined {
  if (count.item === "character") return "a";
  if (count.item === "word") return "so ";
  if (count.node === undefined) return undefined;
  for (const id of nodesBelow(program, count.node)) {
    const node = program.nodes[id];
    if (node?.op === "pattern" && !("args" in node)) return writeMatch(node.pattern, node.flags, node.literal);
    if (node?.op === "constant" && typeof node.value === "string" && node.value !== "") return node.value;
  }
  return undefined;
}
