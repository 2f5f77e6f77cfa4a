// What a reward's scenarios pay and how its expectations fare, computed once per version. It must not know LSP.
import { evaluate } from "../runtime/evaluate.ts";
import { runExpectations } from "../runtime/expectations.ts";
import type { Program } from "../runtime/program.ts";
import { scenarioEpisode } from "../runtime/scenario.ts";
import type { EpisodeResult } from "../runtime/trajectory.ts";
import type { OpenDocument } from "./documents.ts";

/** Steps beyond which scenarios are not evaluated between keystrokes. */
const MOST_STEPS = 50_000;

export interface ScenarioOutcome {
  scenario: string;
  /** Undiscounted, without shaping: what the scenario's name means in an expectation. */
  pays: number | null;
  result: EpisodeResult;
}

export interface ExpectationOutcome {
  name: string;
  status: "passed" | "failed" | "error";
  message: string;
  source: readonly [number, number];
}

/** In source order; undefined where the scenarios are too long to run while typing. */
export function scenarioOutcomes(document: OpenDocument, program: Program): ScenarioOutcome[] | undefined {
  return document.memo(`scenarios ${program.name}`, () => {
    if (stepsOf(program) > MOST_STEPS) return undefined;
    const shown = program.scenarios.filter((scenario) => !scenario.hidden);
    const results = evaluate(
      program,
      shown.map((scenario) => scenarioEpisode(program, scenario)),
    );
    return shown.map(({ name }, index) => ({ scenario: name, pays: results[index]!.unshaped, result: results[index]! }));
  });
}

/** In source order; undefined as above. */
export function expectationOutcomes(document: OpenDocument, program: Program): ExpectationOutcome[] | undefined {
  return document.memo(`expectations ${program.name}`, () =>
    stepsOf(program) > MOST_STEPS ? undefined : runExpectations(program),
  );
}

function stepsOf(program: Program): number {
  return program.scenarios.reduce((sum, { segments }) => sum + segments.reduce((steps, segment) => steps + segment.steps, 1), 0);
}
