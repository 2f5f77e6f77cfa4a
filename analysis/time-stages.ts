// How long each stage of checking one file takes, rule by rule, in milliseconds. It must not know files or how it is shown.
import { compile } from "../compiler/compilation.ts";
import type { Host } from "../compiler/files/host.ts";
import { review } from "./check.ts";
import { factsOf } from "./facts/facts.ts";
import { patterns } from "./patterns/index.ts";
import { runPattern } from "./patterns/run.ts";
import { isOn, type Settings } from "./patterns/settings.ts";

export interface StageTimes {
  parse: number;
  /** Names, types, programs. */
  compile: number;
  /** What the rules share, as far as the rules that run ask for it. */
  facts: number;
  /** What each rule takes beyond the facts, in order of their codes. */
  rules: { code: string; name: string; time: number }[];
  /** Everything else: trajectories that show findings, claims, contracts. */
  witnesses: number;
  /** Rounds of which the medians are given. */
  rounds: number;
}

type Round = Omit<StageTimes, "rounds">;

const MOST_ROUNDS = 9;
const ENOUGH = 2_000;

/** Medians over rounds, each of which begins with the text. */
export function timeStages(text: string, host: Host | undefined, settings: Settings): StageTimes {
  const rounds: Round[] = [];
  const start = performance.now();
  // The first round is colder than any that follows, as the first file of a process is.
  timeRound(text, host, settings);
  while (rounds.length < MOST_ROUNDS && (rounds.length < 3 || performance.now() - start < ENOUGH)) {
    rounds.push(timeRound(text, host, settings));
  }
  const of = (part: (round: Round) => number) => median(rounds.map(part));
  return {
    parse: of(({ parse }) => parse),
    compile: of((round) => round.compile),
    facts: of(({ facts }) => facts),
    rules: rounds[0]!.rules.map(({ code, name }, index) => ({ code, name, time: of(({ rules }) => rules[index]!.time) })),
    witnesses: of(({ witnesses }) => witnesses),
    rounds: rounds.length,
  };
}

function timeRound(text: string, host: Host | undefined, settings: Settings): Round {
  const compilation = compile(text, host);
  const parse = timed(() => compilation.file);
  const compiling = timed(() => compilation.programs);
  const { programs } = compilation;
  const running = patterns.filter((pattern) => isOn(settings, pattern));
  const run = (pattern: (typeof patterns)[number]) => {
    for (const program of programs) runPattern(pattern, factsOf(program), text, settings);
  };
  // Facts are worked out by the rule that asks first: once all are there, each rule shows what it takes itself.
  const first = timed(() => {
    for (const pattern of running) run(pattern);
  });
  const rules = running.map((pattern) => ({ code: pattern.code, name: pattern.name, time: timed(() => run(pattern)) }));
  const again = rules.reduce((sum, { time }) => sum + time, 0);
  const all = timed(() => review(compilation, settings));
  return { parse, compile: compiling, facts: Math.max(0, first - again), rules, witnesses: Math.max(0, all - again) };
}

function timed(run: () => unknown): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

/** Of several files together. */
export function addTimes(all: readonly StageTimes[]): StageTimes {
  const sum = (part: (times: StageTimes) => number) => all.reduce((total, times) => total + part(times), 0);
  const rules = new Map<string, StageTimes["rules"][number]>();
  for (const { code, name, time } of all.flatMap((times) => times.rules)) {
    rules.set(code, { code, name, time: time + (rules.get(code)?.time ?? 0) });
  }
  return {
    parse: sum(({ parse }) => parse),
    compile: sum((times) => times.compile),
    facts: sum(({ facts }) => facts),
    rules: [...rules.values()],
    witnesses: sum(({ witnesses }) => witnesses),
    rounds: Math.min(...all.map(({ rounds }) => rounds)),
  };
}
