// Scenarios: small trajectories written by hand. `like` is resolved here; a program knows only whole scenarios.
import type * as ast from "../../grammar/ast.ts";
import type { Scenario } from "../../runtime/program.ts";
import { changeTo, complain, didYouMean } from "../elaborate/complain.ts";
import { scenarioNamed } from "../elaborate/context.ts";
import { noteReference } from "../elaborate/notes.ts";
import { nearest } from "../elaborate/suggest.ts";
import { membersOf, origin, type Work } from "./reward-parts.ts";
import { isGroup, readGroup } from "./scenario-groups.ts";
import { extend } from "./worlds.ts";

export function readScenarios(work: Work): void {
  const scenarios = membersOf(work, "scenario").filter((scenario) => work.definitionOf.has(scenario));
  for (const scenario of scenarios) for (const next of basesFirst(scenario, work)) readScenario(next, work);
  for (const scenario of scenarios) readGroup(scenario, work);
  work.parts.scenarios.push(...scenarios.flatMap((scenario) => work.scenarioNamed.get(scenario.name.text) ?? []));
}

/** The scenario and those it is like that are not read yet, the furthest first. Not recursive: chains may be long. */
function basesFirst(scenario: ast.Scenario, work: Work): ast.Scenario[] {
  const chain = new Set<ast.Scenario>();
  let next: ast.Scenario | undefined = scenario;
  while (next !== undefined && !work.scenarioNamed.has(next.name.text)) {
    if (chain.has(next)) {
      complainCircle([...chain], work);
      return [];
    }
    chain.add(next);
    next = next.like && (scenarioNamed(next.like.text, work.context)?.declaration as ast.Scenario | undefined);
  }
  return [...chain].reverse();
}

/** Told once for every circle, where it is closed. */
function complainCircle(chain: readonly ast.Scenario[], work: Work): void {
  for (const { name } of chain) work.scenarioNamed.set(name.text, undefined);
  const { name, like = name } = chain.at(-1)!;
  const names = [...chain.map((scenario) => scenario.name.text), like.text].join(" → ");
  complain(work.context, like, "N017", "circular-definition", `'${like.text}' is like itself: ${names}.`, {
    help: "Let one of them stand for itself.",
  });
}

function readScenario(scenario: ast.Scenario, work: Work): void {
  const name = scenario.name.text;
  if (isGroup(scenario)) return void work.scenarioNamed.set(name, undefined);
  const base = scenario.like && baseOf(scenario.like, work);
  // What it says itself is checked, whatever it is like.
  const world = extend(base, scenario.world, work);
  const isWhole = scenario.like === undefined || base !== undefined;
  const made: Scenario | undefined = isWhole ? { name, ...world, ...origin(scenario) } : undefined;
  work.scenarioNamed.set(name, made);
  if (made === undefined) return;
  checkLength(made, scenario, work);
  hintSingleStep(made, scenario, work);
}

function baseOf(like: ast.Name, work: Work): Scenario | undefined {
  const { context } = work;
  const definition = scenarioNamed(like.text, context);
  noteReference(context, like, definition);
  // One that has no meaning has its error where it is declared.
  if (definition !== undefined) return work.scenarioNamed.get(like.text) ?? context.fail();
  if (like.text === "") return undefined;
  const names = [...context.scope.worlds.values()].filter(({ kind }) => kind === "scenario").map(({ name }) => name);
  const close = nearest(like.text, names);
  return complain(context, like, "N018", "unknown-scenario", `There is no scenario '${like.text}'.`, {
    help: didYouMean(close, "Declare it, or leave 'like' out."),
    fixes: changeTo(like, close),
  });
}

/** What depends on the step shows nothing where there is but one; others may be like it and add the steps. */
function hintSingleStep(made: Scenario, scenario: ast.Scenario, { context }: Work): void {
  if (context.oneShot || made.segments.length > 0) return;
  if (!made.entries.some(({ node }) => context.builder.nodes[node]?.timing === "step")) return;
  complain(
    context,
    scenario.name,
    "M038",
    "single-step",
    `'${made.name}' has values that change with the step, but a single step.`,
    {
      severity: "hint",
      help: "Say how long it is, for example 'steps 100'.",
    },
  );
}

/** Steps of a scenario at most. */
const MOST_STEPS = 1_000_000;

function checkLength(made: Scenario, scenario: ast.Scenario, { context }: Work): void {
  const steps = made.segments.reduce((sum, segment) => sum + segment.steps, 0);
  const { horizon } = context.settings;
  if (steps > MOST_STEPS) {
    complain(
      context,
      scenario.name,
      "M030",
      "segment-steps",
      `'${made.name}' has ${steps} steps; a scenario has at most ${MOST_STEPS.toLocaleString("en")}.`,
      {
        help: "Shorten its segments.",
      },
    );
  } else if (horizon !== undefined && steps > horizon) {
    complain(
      context,
      scenario.name,
      "M037",
      "longer-than-horizon",
      `'${made.name}' has ${steps} steps, but an episode has at most ${horizon}.`,
      {
        severity: "warning",
        why: "What is known of every episode, such as the bounds of its return, need not hold for one that is longer than the horizon.",
        help: "Shorten its segments, or raise the horizon.",
      },
    );
  }
}
