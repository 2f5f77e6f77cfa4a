// The Python printing of a program gives what the evaluator gives: to the bit, but for functions that are not rounded alike.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compile } from "../../compiler/compilation.ts";
import { printJavaScript } from "../../compiler/emit/javascript.ts";
import { translateModule } from "../../compiler/emit/python/module.ts";
import { printPython } from "../../compiler/emit/python.ts";
import { support } from "../../compiler/emit/support.generated.ts";
import { javaScriptOf } from "../../compiler/emit/support.ts";
import { evaluate } from "../../runtime/evaluate.ts";
import { operators } from "../../runtime/operators/index.ts";
import type { Program } from "../../runtime/program.ts";
import type { Episode, Knobs, Row } from "../../runtime/trajectory.ts";
import { python } from "../../scripts/python.mjs";
import { readSuite } from "../language/suite.ts";
import { makeEpisode, makeKnobs } from "./arbitrary-episode.ts";
import { makeProgram } from "./arbitrary-program.ts";
import { readChoices, tapes } from "./choices.ts";
import { allowanceOf, difference } from "./compare-results.ts";
import { runJavaScript } from "./run-module.ts";
import { askPython, hasPython, type Question } from "./run-python.ts";

/** Random programs of one run; each is read by Python, which costs more than running it. */
const PROGRAMS = Number(process.env.TELOS_RUNS ?? 150);

interface Trial {
  name: string;
  program: Program;
  episodes: Episode[];
  knobs: Knobs;
  /** Of the reward's own results. */
  allowance: number;
}

/** What differs between Python and the evaluator, trial by trial. */
function differences(trials: readonly Trial[]): string[] {
  const sources = new Map<Program, string>();
  const sourceOf = (program: Program) => {
    if (!sources.has(program)) sources.set(program, printPython(program));
    return sources.get(program)!;
  };
  const questions = trials.map(({ program, episodes, knobs }): Question => {
    const source = sourceOf(program);
    const grouped = episodes.length > 1;
    return { source, function: grouped ? "score_group" : "score", arguments: [grouped ? episodes : episodes[0], knobs] };
  });
  const found = askPython(questions).flatMap((answer, k) => {
    const { name, program, episodes, knobs, allowance } = trials[k];
    if ("error" in answer) return [`${name}: ${answer.error}`];
    // Generated code pays; it does not watch what is assumed.
    const expected = evaluate(program, structuredClone(episodes), knobs).map(({ assumptions: _, ...result }) => result);
    const found = difference([answer.answer].flat(), expected, allowance);
    return found === undefined ? [] : [`${name}: ${found}${sameInJavaScript(program, episodes, knobs, expected)}`];
  });
  // One of a kind will do.
  return [...new Map(found.map((text) => [text.replace(/[0-9]+/g, "#"), text])).values()].slice(0, 20);
}

/** Whose fault it is. */
function sameInJavaScript(program: Program, episodes: Episode[], knobs: Knobs, expected: unknown): string {
  const module = runJavaScript(printJavaScript(program));
  const given = structuredClone(episodes);
  const actual = given.length > 1 ? module.scoreGroup!(given, knobs) : [module.score(given[0], knobs)];
  return isDeepStrictEqual(actual, expected) ? "" : " (and in JavaScript)";
}

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), "utf8");

describe.runIf(hasPython)("in Python", () => {
  it("all recorded cases of real rewards", () => {
    const names = readdirSync(new URL("../parity/cases/", import.meta.url)).map((file) => file.replace(/\.json$/, ""));
    const trials = names.flatMap((name): Trial[] => {
      const { cases, group } = JSON.parse(read(`../parity/cases/${name}.json`)) as {
        group?: boolean;
        cases: { inputs: Row | Row[] }[];
      };
      const program = compile(read(`../parity/specs/${name}.reward`)).programs[0]!;
      const allowance = allowanceOf(printJavaScript(program));
      return cases.flatMap(({ inputs }, index) => {
        const episodes =
          group && Array.isArray(inputs)
            ? inputs.map((row) => ({ id: String(index), group: "g", steps: [row] }))
            : [{ id: String(index), steps: [inputs].flat() }];
        return [{ name: `${name} ${index}`, program, episodes, knobs: {}, allowance }];
      });
    });
    expect(trials.length).toBeGreaterThan(500);
    expect(differences(trials)).toEqual([]);
  }, 120_000);

  it("random programs on random episodes", () => {
    const trials = fc
      .sample(tapes(600), { numRuns: PROGRAMS, seed: Number(process.env.TELOS_SEED ?? Date.now()) })
      .flatMap((tape, index): Trial[] => {
        const choices = readChoices(tape);
        const program = makeProgram(choices);
        const text = printJavaScript(program);
        const grouped = /^export function scoreGroup\b/m.test(text);
        return Array.from({ length: 4 }, (_, k) => {
          const size = grouped && choices.chance(70) ? 2 + choices.below(3) : 1;
          const episodes = Array.from({ length: size }, () => makeEpisode(choices, program));
          if (size > 1) for (const episode of episodes) episode.group = "g";
          const knobs = makeKnobs(
            choices,
            program.params.map(({ name }) => name),
          );
          return { name: `${index}.${k}`, program, episodes, knobs, allowance: allowanceOf(text) };
        });
      });
    expect(differences(trials)).toEqual([]);
  }, 120_000);

  it("every reward of the suites, on random episodes", () => {
    const folder = new URL("../language/", import.meta.url);
    const suites = readdirSync(folder).filter((file) => file.endsWith(".md"));
    const texts = suites.flatMap((suite) => readSuite(new URL(suite, folder)).map(({ name, text }) => [name, text] as const));
    const random = fc.sample(tapes(300), { numRuns: texts.length, seed: Number(process.env.TELOS_SEED ?? 7) });
    const trials = texts.flatMap(([name, text], k) =>
      compile(text).programs.flatMap((program): Trial[] => {
        const choices = readChoices(random[k]);
        const allowance = allowanceOf(printJavaScript(program));
        return [0, 1, 2].map(() => ({ name, program, episodes: [makeEpisode(choices, program)], knobs: {}, allowance }));
      }),
    );
    expect(trials.length).toBeGreaterThan(100);
    expect(differences(trials)).toEqual([]);
  }, 120_000);

  it("values as array libraries give them", () => {
    const { programs } = compile(`reward R {
      horizon 5 steps
      signal v : vector(2)
      signal hit : bool
      objective near = norm(v)
      objective there once = if hit then 1 else 0
    }`);
    const source = `${printPython(programs[0]!)}
class Scalar:
    def __init__(self, value): self.value = value
    def tolist(self): return self.value

def score_arrays():
    rows = [{"v": Scalar([3, 4]), "hit": Scalar(True)}, {"v": (Scalar(6), Scalar(8.0)), "hit": Scalar(False)}]
    return score({"steps": tuple(rows)})["rewards"]

def score_wrongly():
    return score({"id": "a", "steps": [{"v": [1, 2], "hit": "no"}]}, {"on_invalid": "throw"})
`;
    const [right, wrong] = ["score_arrays", "score_wrongly"].map(
      (name) => askPython([{ source, function: name, arguments: [] }])[0],
    );
    expect(right).toEqual({ answer: [6, 10] });
    expect(wrong).toMatchObject({
      error: expect.stringContaining('ValueError: episode "a": hit on step 0 is not true or false'),
    });
  });

  it("lines of episodes, when it is run", () => {
    const { programs } = compile("reward R {\n  signal right : bool\n  objective good = right\n}");
    const folder = mkdtempSync(join(tmpdir(), "telos-python-"));
    const file = join(folder, "reward.py");
    writeFileSync(file, printPython(programs[0]!));
    const ran = spawnSync(python, ["-W", "error", file], { input: '{"right": true}\n\n{"id": "b"}\n', encoding: "utf8" });
    rmSync(folder, { recursive: true });
    expect(ran.stderr).toBe("");
    const results = ran.stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as { id: string; return: number });
    expect(results.map(({ id, return: paid }) => [id, paid])).toEqual([
      ["", 1],
      ["b", 0],
    ]);
  });

  it("every example of every operator", () => {
    const ofShaping = ["potential", "progress"];
    const trials = operators.flatMap(({ category, name, examples }) => {
      if (category === "scenario" || ofShaping.includes(name)) return [];
      return examples.flatMap((example): Trial[] => {
        const program = exampleProgram(example.expression, example.steps, example.value);
        const steps = Array.from({ length: example.steps ?? 1 }, () => ({ x: 0 }));
        const allowance = allowanceOf(printJavaScript(program));
        return [{ name: example.expression, program, episodes: [{ id: "one", steps }], knobs: {}, allowance }];
      });
    });
    expect(trials.length).toBeGreaterThan(400);
    expect(differences(trials)).toEqual([]);
  }, 120_000);
});

/** A probe is a number: a text is compared, and a list looked at element by element. */
function exampleProgram(expression: string, steps: number | undefined, value: unknown): Program {
  const settings = steps === undefined ? "" : `horizon ${steps} steps\n  dt 0.1 [s]`;
  const several = Array.isArray(value) && steps === undefined;
  const probe =
    typeof value === "string"
      ? `probe p = (${expression}) == ${JSON.stringify(value)}`
      : several
        ? `let list = ${expression}\n  ${value.map((_, k) => `probe p${k} = list[${k}]`).join("\n  ")}`
        : `probe p = ${expression}`;
  const attempt = (text: string) => compile(`reward Example {\n  ${settings}\n  signal x : number\n  ${text}\n}`);
  const { programs, diagnostics } = attempt(probe);
  const broken = diagnostics.some(({ severity }) => severity === "error");
  return broken || programs[0] === undefined
    ? attempt(`let list = ${expression}\n  probe p = length(list)`).programs[0]!
    : programs[0];
}

it("every support function has a Python text", () => {
  const texts = Object.values(support).flatMap((entry) => (entry.kind === "value" ? [javaScriptOf(entry)] : []));
  const translated = translateModule(texts.join("\n\n"), ["All support functions."]);
  expect(translated.match(/^def [a-z]/gm)!.length).toBeGreaterThanOrEqual(texts.length);
});
