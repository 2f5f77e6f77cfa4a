// Runs the expectations of a program over its scenarios. It must not know test runners or editors.
import { emptyBlock } from "./block.ts";
import { describeExpectation, labelOf } from "./describe-expectation.ts";
import { prepare } from "./evaluate.ts";
import { makePlan } from "./plan.ts";
import type { Expectation, Node, NodeId, Program, Source } from "./program.ts";
import { groupEpisodes, scenarioEpisode } from "./scenario.ts";
import { dependencies } from "./schedule.ts";
import type { EpisodeResult, Knobs } from "./trajectory.ts";

export interface ExpectationResult {
  /** As written. */
  name: string;
  kind: "expect";
  /** "error" where it cannot be evaluated, such as when a scenario has no return. */
  status: "passed" | "failed" | "error";
  /** What the scenarios paid, and the margins. */
  message: string;
  source: Source;
}

/** What each scenario paid; each sample of a group under its own name, and all under that of the group. */
type Played = Map<string, EpisodeResult[]>;

export type ScenarioNode = Node & { op: "scenario" };

/** In source order. A scenario's name is its return without shaping. */
export function runExpectations(program: Program, knobs: Knobs = {}): ExpectationResult[] {
  if (program.expectations.length === 0) return [];
  const named = new Set(
    program.nodes.filter((node): node is ScenarioNode => node.op === "scenario").map((node) => node.scenario),
  );
  const episodes = [
    ...program.scenarios.filter(({ name }) => named.has(name)).map((scenario) => scenarioEpisode(program, scenario, knobs)),
    ...groupEpisodes(program, knobs),
  ];
  const resultOf: Played = new Map();
  for (const result of prepare(program).run(episodes, knobs)) {
    resultOf.set(result.id, [result]);
    if (result.group !== undefined) resultOf.set(result.group, [...(resultOf.get(result.group) ?? []), result]);
  }
  const nodesOf = new Map(program.expectations.map((expectation) => [expectation, everything(program, expectation.node)]));
  const numberAt = evaluateNodes(program, [...nodesOf.values()].flat(), resultOf, knobs);
  return program.expectations.map((expectation) => judge(program, expectation, nodesOf.get(expectation)!, resultOf, numberAt));
}

function judge(
  program: Program,
  expectation: Expectation,
  nodes: readonly NodeId[],
  resultOf: Played,
  numberAt: (id: NodeId) => number,
): ExpectationResult {
  const { text, node, source } = expectation;
  const value = numberAt(node);
  const unknown = nodes.find((id) => program.nodes[id].op === "scenario" && !Number.isFinite(numberAt(id)));
  const message = describeExpectation(program, node, numberAt);
  const result = { name: text, kind: "expect" as const, source };
  if (unknown !== undefined) {
    const asked = program.nodes[unknown] as ScenarioNode;
    return { ...result, status: "error", message: describeUnknown(asked, resultOf.get(asked.scenario)) };
  }
  if (value !== 0 && value !== 1) return { ...result, status: "error", message: `It cannot be evaluated. ${message}` };
  return { ...result, status: value === 1 ? "passed" : "failed", message };
}

/** Why a scenario has no number here, and where the fault is. */
function describeUnknown(node: ScenarioNode, results: readonly EpisodeResult[] | undefined): string {
  if (!results) return `There is no scenario ${node.scenario}.`;
  const fault = results.find(({ invalid }) => invalid.length > 0)?.invalid[0];
  const what = `${labelOf(node)} has no value`;
  if (!fault) return `${what}: it cannot be evaluated in this scenario.`;
  const where = fault.step === null ? "once per episode" : `on step ${fault.step}`;
  const whose = fault.signal === null ? (fault.term ?? "what is paid") : fault.signal;
  return `${what}: ${where}, ${whose}: ${fault.reason}. Give the scenario values with which it can be computed.`;
}

/** Every node an expectation reads, itself included, in order of their ids. */
function everything(program: Program, root: NodeId): NodeId[] {
  const seen = new Set([root]);
  for (const id of seen) for (const next of dependencies(program, id)) seen.add(next);
  return [...seen].filter((id) => id < program.nodes.length).sort((a, b) => a - b);
}

function evaluateNodes(program: Program, nodes: readonly NodeId[], resultOf: Played, knobs: Knobs): (id: NodeId) => number {
  const plan = makePlan(program, { nodes: nodes.map((id) => ({ id })) });
  plan.current.knobs = knobs;
  plan.current.read = (node) => (node.op === "scenario" ? valueOfAll(node, resultOf.get(node.scenario) ?? []) : undefined);
  plan.prepare();
  plan.run(emptyBlock(0));
  return (id) => plan.column(id).data[0] ?? Number.NaN;
}

/** Of a group the mean; of its goals whether all are reached. */
function valueOfAll(node: ScenarioNode, results: readonly EpisodeResult[]): number | boolean | null {
  const values = results.map((result) => scenarioValue(node, result));
  if (values.length <= 1) return values[0] ?? null;
  if (values.includes(null)) return null;
  if (values.every((value) => typeof value === "boolean")) return values.every(Boolean);
  return values.reduce<number>((sum, value) => sum + Number(value), 0) / values.length;
}

/** A return, the sum of a term, a goal, or a probe (on the last step if it has a value on each). */
function scenarioValue(node: ScenarioNode, result: EpisodeResult | undefined): number | boolean | null {
  if (!result) return null;
  const { member } = node;
  if (member === undefined) return result.unshaped;
  if (member.kind === "term") return result.terms[member.name]?.reduce((sum, paid) => sum + paid, 0) ?? null;
  if (member.kind === "goal") {
    const { goal } = result;
    return typeof goal === "object" && goal !== null ? (goal[member.name] ?? null) : goal;
  }
  const probe = result.probes[member.name];
  return (Array.isArray(probe) ? probe.at(-1) : probe) ?? null;
}
