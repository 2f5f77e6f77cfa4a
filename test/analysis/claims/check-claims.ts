// What is said of every admissible episode, held against random ones: inputs present and within their declarations, assumptions
// that hold, nothing after an end. It must not know how claims are judged.
import { isDeepStrictEqual } from "node:util";
import { expect } from "vitest";
import { type ClaimResult, judgeClaims } from "../../../analysis/claims/judge.ts";
import { returnRange } from "../../../analysis/contract/return-range.ts";
import { factsOf } from "../../../analysis/facts/facts.ts";
import { isTotal } from "../../../analysis/facts/is-total.ts";
import { compile } from "../../../compiler/compilation.ts";
import { printJavaScript } from "../../../compiler/emit/javascript.ts";
import { boundsOf } from "../../../runtime/bodies.ts";
import { evaluate } from "../../../runtime/evaluate.ts";
import { inspect } from "../../../runtime/inspect.ts";
import type { Claim, ClaimKind, Program, SignalDeclaration, ValueType } from "../../../runtime/program.ts";
import { lengthOf } from "../../../runtime/scenario.ts";
import type { Episode, EpisodeResult, Row, Value } from "../../../runtime/trajectory.ts";
import type { Choices } from "../../emit/choices.ts";
import { runJavaScript } from "../../emit/run-module.ts";

/** What claims are made of a program, besides those in its text. */
export function withClaims(program: Program): Program {
  const { lo, hi } = returnRange(program);
  const bound = (value: number) => (Number.isFinite(value) ? value : null);
  const says: ClaimKind[] = [
    { kind: "return", lo: bound(lo), hi: bound(hi) },
    { kind: "return", lo: null, hi: bound(hi) },
    { kind: "return", lo: bound(lo / 2), hi: bound(hi / 2) },
    ...program.goals
      .filter(({ node }) => program.nodes[node]!.type.kind === "bool")
      .map(({ name }): ClaimKind => ({ kind: "separates", goal: name, by: 0 })),
    ...program.signals.flatMap(({ name, type }) =>
      type.kind === "text"
        ? []
        : (["increasing", "decreasing"] as const).map((direction): ClaimKind => ({ kind: "monotone", direction, signal: name })),
    ),
    { kind: "not-farmable" },
  ];
  const made = says.map((claim): Claim => ({ text: JSON.stringify(claim), says: claim, source: [0, 0] }));
  return { ...program, claims: [...program.claims, ...made] };
}

/** The members of a text that have a meaning. */
export function settled(text: string): { text: string; program: Program } | undefined {
  for (let left = text; ; ) {
    const { diagnostics, programs } = compile(left);
    const bad = diagnostics
      .filter(({ severity }) => severity === "error")
      .map(({ start }) => left.slice(0, start).split("\n").length - 1);
    const lines = left.split("\n");
    if (bad.length === 0) return programs[0] === undefined ? undefined : { text: left, program: programs[0] };
    const kept = lines.filter((_, line) => !bad.includes(line) || line === 0);
    if (kept.length === lines.length) return undefined;
    left = kept.join("\n");
  }
}

export interface Sampled {
  episode: Episode;
  result: EpisodeResult;
}

/** Admissible episodes with what they pay; of a reward that compares samples, in groups. */
export function sampleEpisodes(program: Program, choices: Choices, count: number): Sampled[] {
  const grouped = program.settings.group > 1;
  const sizes = grouped ? 1 + choices.below(program.settings.group) : 1;
  const most = program.oneShot ? 1 : 1 + choices.below(program.settings.horizon ?? 6);
  const made = Array.from({ length: count }, (_, k): Episode => {
    const episode = arbitraryEpisode(program, choices, String(k), choices.chance(50) ? most : 1 + choices.below(most));
    episode.steps.splice(lengthOf(program, episode, {}));
    return grouped ? { ...episode, group: `g${Math.floor(k / sizes)}` } : episode;
  });
  const possible = made.filter((episode) => isPossible(program, episode));
  const results = evaluate(program, possible);
  return possible
    .map((episode, index) => ({ episode, result: results[index]! }))
    .filter(({ result }) => result.invalid.every(({ signal }) => signal === null));
}

function isPossible(program: Program, episode: Episode): boolean {
  const nodes = program.assumptions.map(({ node }) => node);
  if (nodes.length === 0) return true;
  if (episode.start !== undefined && program.assumptions.some(({ timing }) => timing === "step")) return false;
  return inspect(program, episode, nodes).every((values) => values.every((value) => value === true));
}

function arbitraryEpisode(program: Program, choices: Choices, id: string, steps: number): Episode {
  // Some values stand still, so that corners are met.
  const pool = new Map(
    program.signals.map((signal) => [signal.name, Array.from({ length: 2 }, () => sample(signal, signal.type, choices))]),
  );
  const row = (timings: readonly string[]): Row =>
    Object.fromEntries(
      program.signals.flatMap((signal) =>
        timings.includes(signal.timing)
          ? [[signal.name, choices.chance(60) ? choices.pick(pool.get(signal.name)!) : sample(signal, signal.type, choices)]]
          : [],
      ),
    );
  return {
    id,
    ...(!program.oneShot && choices.chance(25) ? { start: row(["step", "start"]) } : {}),
    steps: Array.from({ length: steps }, () => (program.oneShot ? {} : row(["step"]))),
    end: row(["start", "end", "group"]),
  };
}

function sample(signal: SignalDeclaration, type: ValueType, choices: Choices): Value {
  if (type.kind === "bool") return choices.chance(50);
  if (type.kind === "text") return choices.pick(["", "a", "12"]);
  if (type.kind === "vector") return Array.from({ length: type.size }, () => sample(signal, { kind: type.of }, choices));
  if (type.kind === "list") return Array.from({ length: choices.below(4) }, () => sample(signal, type.of, choices));
  const [lo, hi] = [signal.range?.[0] ?? -20, signal.range?.[1] ?? 20];
  const value = lo + ((hi - lo) * choices.pick([0, 8, 4, 0, 8, 1, 3, 5, 7])) / 8;
  return signal.integer ? Math.round(value) : value;
}

/** Ranges, payments and what can always be computed. */
export function checkFacts(program: Program, sampled: readonly Sampled[], text: string): void {
  const facts = factsOf(program);
  const open = boundsOf(program.nodes);
  const looked = program.nodes.flatMap(({ op, type }, id) =>
    open[id] === undefined && type.kind !== "text" && !["terms", "term", "scenario", "pattern", "column"].includes(op)
      ? [id]
      : [],
  );
  const total = new Set(looked.filter((id) => isTotal(program, id, facts.range)));
  for (const { episode } of sampled.slice(0, 25)) {
    const values = inspect(program, episode, looked);
    for (const [k, id] of looked.entries()) {
      const { lo, hi } = facts.range(id);
      const node = program.nodes[id]!;
      for (const value of values[k]!.flat(9)) {
        const number = typeof value === "boolean" ? Number(value) : value;
        const wrong =
          number === null
            ? total.has(id) && values[k]!.flat(9).length === values[k]!.length
            : typeof number === "number" && !(lo <= number && number <= hi);
        if (wrong)
          throw new Error(
            `${node.op} '${text.slice(...(node.source ?? [0, 0]))}' (${id}) is ${number}, not in ${lo}..${hi}${total.has(id) ? ", always computed" : ""}\n${text}\n${JSON.stringify(episode)}`,
          );
      }
    }
  }
  for (const { episode, result } of sampled) {
    if (result.unshaped === null) continue;
    for (const { term, once, episode: whole } of facts.paid) {
      const paid = result.terms[term.name]!;
      const sum = paid.reduce((a, b) => a + b, 0);
      const slack = 1e-9 * (1 + Math.abs(sum));
      const all = paid.every((value, step) =>
        term.timing !== "step" && step < paid.length - 1 ? value === 0 : once.lo - slack <= value && value <= once.hi + slack,
      );
      if (!all || sum < whole.lo - slack || sum > whole.hi + slack)
        throw new Error(
          `${term.name} pays ${paid}, not in ${once.lo}..${once.hi} each and ${whole.lo}..${whole.hi} in all\n${text}\n${JSON.stringify(episode)}`,
        );
    }
  }
}

export interface Tally {
  proved: Record<string, number>;
  refuted: Record<string, number>;
  open: Record<string, number>;
}

/** No admissible episode contradicts what is proved; what is refuted replays, in generated code too. */
export function checkVerdicts(
  program: Program,
  sampled: readonly Sampled[],
  choices: Choices,
  text: string,
  tally?: Tally,
): void {
  const results = judgeClaims(program, []);
  for (const [index, verdict] of results.entries()) {
    const { says } = program.claims[index]!;
    if (tally !== undefined) tally[verdict.status][says.kind] = (tally[verdict.status][says.kind] ?? 0) + 1;
    if (verdict.status === "proved") {
      const against = contradiction(program, says, sampled, choices);
      if (against !== undefined) throw new Error(`proved: ${verdict.name}\n${verdict.message}\n${against}\n${text}`);
    }
    if (verdict.status === "refuted") checkWitness(program, verdict, text);
  }
}

function checkWitness(program: Program, { witness, name }: ClaimResult, text: string): void {
  const module = runJavaScript(printJavaScript(program));
  const shown = [
    [witness!.episode, witness!.return],
    [witness!.honest, witness!.honestReturn],
  ] as const;
  for (const [episode, paid] of shown) {
    if (episode === undefined) continue;
    const [result] = evaluate(program, [episode]);
    if (!Object.is(result!.unshaped, paid)) throw new Error(`${name}: ${result!.unshaped} is not ${paid}\n${text}`);
    const printed = module.score(structuredClone(episode));
    // Whether an assumption holds is the evaluator's to say.
    const { assumptions: _, ...expected } = result!;
    if (!isDeepStrictEqual(printed, expected)) expect(printed, `${name}\n${text}`).toStrictEqual(expected);
  }
}

function contradiction(program: Program, says: ClaimKind, sampled: readonly Sampled[], choices: Choices): string | undefined {
  switch (says.kind) {
    case "return": {
      const bad = sampled.find(({ result: { unshaped: paid } }) => {
        if (paid === null) return true;
        const slack = 1e-9 * (1 + Math.abs(paid));
        return paid < (says.lo ?? Number.NEGATIVE_INFINITY) - slack || paid > (says.hi ?? Number.POSITIVE_INFINITY) + slack;
      });
      return bad && `pays ${bad.result.unshaped}: ${JSON.stringify(bad.episode)} ${JSON.stringify(bad.result)}`;
    }
    case "condition": {
      const bad = sampled
        .slice(0, 60)
        .find(({ episode }) => inspect(program, episode, [says.node])[0]!.some((value) => value !== true));
      return bad && `${JSON.stringify(inspect(program, bad.episode, [says.node]))}: ${JSON.stringify(bad.episode)}`;
    }
    case "separates": {
      const goal = ({ goal }: EpisodeResult) => (typeof goal === "object" && goal !== null ? goal[says.goal] : goal) === true;
      const paid = ({ result }: Sampled, otherwise: number) => result.unshaped ?? otherwise;
      const worst = sampled.filter(({ result }) => goal(result)).sort((a, b) => paid(a, -Infinity) - paid(b, -Infinity))[0];
      const best = sampled.filter(({ result }) => !goal(result)).sort((a, b) => paid(b, Infinity) - paid(a, Infinity))[0];
      if (worst === undefined || best === undefined || paid(worst, -Infinity) > paid(best, Infinity)) return undefined;
      return `${JSON.stringify([worst, best])}`;
    }
    case "monotone": {
      const signal = program.signals.find(({ name }) => name === says.signal)!;
      const pairs = sampled.slice(0, 60).map(({ episode }) => [episode, raised(episode, signal, choices)] as const);
      const possible = pairs.filter(([low, high]) => isPossible(program, low) && isPossible(program, high));
      const before = evaluate(
        program,
        possible.map(([low]) => alone(low)),
      );
      const after = evaluate(
        program,
        possible.map(([, high]) => alone(high)),
      );
      const sign = says.direction === "increasing" ? 1 : -1;
      for (const [k, { unshaped: low }] of before.entries()) {
        const { unshaped: high, invalid } = after[k]!;
        if (invalid.some(({ signal }) => signal !== null)) continue;
        if (lengthOf(program, possible[k]![1], {}) !== possible[k]![0].steps.length)
          return `lengths differ ${JSON.stringify(possible[k])}`;
        if ((low === null) !== (high === null)) return `${low} and ${high} ${JSON.stringify(possible[k])}`;
        if (low !== null && sign * (high! - low) < -1e-9 * (1 + Math.abs(low)))
          return `${low} and ${high}: ${JSON.stringify(possible[k])}`;
      }
      return undefined;
    }
    default:
      return undefined;
  }
}

const alone = ({ group: _, ...episode }: Episode): Episode => episode;

/** On every step alike: by the same share of what is left to the top. */
function raised(episode: Episode, signal: SignalDeclaration, choices: Choices): Episode {
  const share = choices.pick([1, 0.5, 0.25]);
  const raise = (value: Value): Value => {
    if (Array.isArray(value)) return value.map(raise);
    if (typeof value === "boolean") return true;
    const top = signal.range?.[1] ?? 20;
    return (value as number) + share * (top - (value as number));
  };
  const row = (values: Row): Row => (signal.name in values ? { ...values, [signal.name]: raise(values[signal.name]!) } : values);
  return {
    ...episode,
    steps: episode.steps.map(row),
    ...(episode.start ? { start: row(episode.start) } : {}),
    ...(episode.end ? { end: row(episode.end) } : {}),
  };
}
