// What must hold for any reward: its text and its tree say the same, what is paid is a number or has a reason, every value lies in
// its range, and three targets agree. It must not know how rewards are made.
import { isDeepStrictEqual } from "node:util";
import { expect } from "vitest";
import { factsOf } from "../../analysis/facts/facts.ts";
import { printJavaScript } from "../../compiler/emit/javascript.ts";
import { printTypeScript } from "../../compiler/emit/typescript.ts";
import { parse } from "../../grammar/parser.ts";
import { format } from "../../grammar/print.ts";
import { boundsOf } from "../../runtime/bodies.ts";
import { evaluate } from "../../runtime/evaluate.ts";
import { inspect } from "../../runtime/inspect.ts";
import type { Interval } from "../../runtime/interval.ts";
import type { Program, SignalDeclaration, ValueType } from "../../runtime/program.ts";
import type { Episode, EpisodeResult, Row, Value } from "../../runtime/trajectory.ts";
import type { Choices } from "../emit/choices.ts";
import { runJavaScript, runTypeScript } from "../emit/run-module.ts";
import { withoutOffsets } from "../grammar/fixtures.ts";
import { expectInTime } from "../language/invariants.ts";
import type { RandomReward } from "./reward-text.ts";

/** Text → tree → text → tree. */
export function checkText({ raw }: RandomReward): void {
  const { file, errors } = parse(raw);
  expect(errors, raw).toEqual([]);
  const printed = format(raw)!;
  const again = parse(printed);
  if (!isDeepStrictEqual(withoutOffsets(again.file), withoutOffsets(file))) {
    expect(withoutOffsets(again.file), raw).toEqual(withoutOffsets(file));
  }
  expect(format(printed), raw).toBe(printed);
}

/** The program on trajectories within everything that is declared. */
export function checkProgram({ text, compilation }: RandomReward, choices: Choices): void {
  const program = compilation.programs[0]!;
  for (const id of program.nodes.keys()) expectInTime(program, id);
  const episodes = Array.from({ length: 2 }, (_, k) => episodeOf(program, choices, String(k)));
  const results = evaluate(program, episodes);
  for (const result of results) checkPaid(result, text);
  const javascript = runJavaScript(printJavaScript(program));
  const typescript = runTypeScript(printTypeScript(program));
  for (const [index, episode] of episodes.entries()) {
    for (const module of [javascript, typescript]) {
      const actual = module.score(structuredClone(episode));
      if (!isDeepStrictEqual(actual, results[index]))
        expect(actual, `${text}\n${JSON.stringify(episode)}`).toStrictEqual(results[index]);
    }
  }
  for (const episode of episodes) checkRanges(program, episode, text);
}

/** No number that looks fine and is not: what is not finite is null and has a reason. */
function checkPaid({ rewards, return: paid, discounted, terms, invalid }: EpisodeResult, text: string): void {
  const numbers = [...rewards, ...Object.values(terms).flat()];
  const wrong = numbers.filter((value) => !Number.isFinite(value));
  if (wrong.length > 0 || paid === null || discounted === null) expect(invalid.length, text).toBeGreaterThan(0);
  expect(paid === null || Number.isFinite(paid), text).toBe(true);
}

/** Every value of every node lies in the interval that is known of it beforehand. */
function checkRanges(program: Program, episode: Episode, text: string): void {
  const open = boundsOf(program.nodes);
  const facts = factsOf(program);
  const looked = program.nodes.flatMap(({ op, type }, id) =>
    open[id] === undefined && isNumeric(type) && !["terms", "term", "scenario", "pattern", "column"].includes(op) ? [id] : [],
  );
  const values = inspect(program, episode, looked);
  for (const [k, id] of looked.entries()) {
    const range = facts.range(id);
    for (const value of values[k]!.flat(9)) {
      const number = typeof value === "boolean" ? Number(value) : value;
      if (typeof number !== "number" || contains(range, number)) continue;
      const node = program.nodes[id]!;
      const source = node.source === undefined ? "" : text.slice(...node.source);
      throw new Error(
        `${node.op} '${source}' is ${number}, outside ${range.lo}..${range.hi}\n${text}\n${JSON.stringify(episode)}`,
      );
    }
  }
}

const contains = ({ lo, hi }: Interval, value: number): boolean => lo <= value && value <= hi;

function isNumeric(type: ValueType): boolean {
  if (type.kind === "list") return isNumeric(type.of);
  return type.kind !== "text";
}

function episodeOf(program: Program, choices: Choices, id: string): Episode {
  const row = (timings: readonly string[]): Row =>
    Object.fromEntries(
      program.signals.flatMap((signal) =>
        timings.includes(signal.timing) ? [[signal.name, sample(signal, signal.type, choices)]] : [],
      ),
    );
  const steps = program.oneShot ? 1 : 1 + choices.below(Math.min(4, program.settings.horizon ?? 4));
  return {
    id,
    steps: Array.from({ length: steps }, () => (program.oneShot ? {} : row(["step"]))),
    end: row(["start", "end", "group"]),
    ...(!program.oneShot && choices.chance(20) ? { start: row(["step", "start"]) } : {}),
  };
}

function sample({ range, integer }: SignalDeclaration, type: ValueType, choices: Choices): Value {
  switch (type.kind) {
    case "bool":
      return choices.chance(50);
    case "text":
      return choices.pick(["", "a", "so \\boxed{42}", "ab c", "12 3.5", "é🙂 x", "a\nb\r\nc"]);
    case "vector":
      return Array.from({ length: type.size }, () => numberIn(range, integer, choices));
    case "list":
      return Array.from({ length: choices.below(4) }, () => sample({ range, integer } as SignalDeclaration, type.of, choices));
    default:
      return numberIn(range, integer, choices);
  }
}

function numberIn(range: SignalDeclaration["range"], integer: boolean | undefined, choices: Choices): number {
  const [lo, hi] = [range?.[0] ?? (integer ? 0 : -10), range?.[1] ?? 10];
  const value = lo + ((hi - lo) * choices.pick([0, 8, 4, 1, 2, 3, 6])) / 8;
  return integer ? Math.round(value) : value;
}
