// The function `score` of generated code, from its options to its result. It must not know the rest of the module.
import type { Named, NodeId } from "../../runtime/program.ts";
import type { Emission } from "./emission.ts";
import { GROUP_SIZE, printGroup } from "./group.ts";
import { readSignal, readSignals } from "./inputs.ts";
import { propertyKey } from "./names.ts";
import { printRequires, printShapings, printTerms, printTotal, printWeights } from "./payment.ts";
import { AFTER, CONSTANT, ONCE, ROW } from "./phases.ts";
import { printSteps } from "./rows.ts";
import { columnText, defineAs, defineValues } from "./statements.ts";
import { spread, spreadItem } from "./text.ts";
import { defineTraces } from "./traces.ts";

/** Statements of the body. Where the samples of a group look at each other, it is the body of a generator function. */
export function printScoreBody(emission: Emission): string[] {
  const constants = [...printParams(emission), ...defineValues(emission, CONSTANT), ...printWeights(emission)];
  const sections = [
    [...printOnceSignals(emission), ...defineValues(emission, ONCE)],
    printSteps(emission),
    [...printOutcome(emission), ...defineTraces(emission), ...printGroup(emission), ...defineValues(emission, AFTER)],
    printTerms(emission),
    [...printTotal(emission), ...printRequires(emission)],
    printResult(emission),
  ];
  sections.unshift(constants, printFrame(emission, sections.flat()));
  return sections.filter((lines) => lines.length > 0).flatMap((lines, k) => (k === 0 ? lines : ["", ...lines]));
}

function printParams(emission: Emission): string[] {
  const { program, plan, composer, names } = emission;
  const parts: string[] = [];
  const lines: string[] = [];
  for (const id of plan.order) {
    const node = program.nodes[id];
    if (node.op === "builtin" && node.name === "training")
      lines.push(...defineAs(emission, id, "options.training ?? 0", "training"));
    if (node.op !== "param") continue;
    const known = plan.order.find((other) => other !== id && composer.known.has(other) && isParam(emission, other, node.name));
    if (known !== undefined) {
      composer.known.set(id, composer.known.get(known)!);
      continue;
    }
    const identifier = names.claim(node.name, "Value");
    composer.name(id, identifier);
    parts.push(identifier === node.name ? identifier : `${propertyKey(node.name)}: ${identifier}`);
  }
  return parts.length === 0 ? lines : [`const { ${parts.join(", ")} } = { ...params, ...options.params };`, ...lines];
}

function isParam({ program }: Emission, id: NodeId, name: string): boolean {
  const node = program.nodes[id];
  return node.op === "param" && node.name === name;
}

/** What the rest of the body stands on. */
function printFrame(emission: Emission, rest: readonly string[]): string[] {
  const { program, use } = emission;
  const steps = rest.some((line) => /\bsteps\b/.test(line));
  return [
    ...(program.oneShot ? [`const episode = ${use("asEpisode")}${emission.typed ? "<Episode>" : ""}(record);`] : []),
    ...(steps ? ["const { steps } = episode;", "const n = steps.length;"] : ["const n = episode.steps.length;"]),
    `const ledger = ${use("openLedger")}();`,
  ];
}

function printOnceSignals(emission: Emission): string[] {
  const { program, plan, composer, use } = emission;
  const signals = readSignals(emission).filter(({ timing }) => timing !== "step");
  for (const id of plan.order) {
    const node = program.nodes[id];
    if (node.op === "builtin" && node.name === "group_size") composer.name(id, GROUP_SIZE);
  }
  const timings = (["start", "end"] as const).filter((timing) =>
    signals.some((signal) => (signal.timing === "start") === (timing === "start")),
  );
  if (signals.length === 0) return [];
  return [
    ...(program.oneShot ? [] : ["// Known once per episode."]),
    ...timings.map((timing) => `const ${LOOK_UP[timing]} = ${use("lookUp")}(episode, "${timing}");`),
    ...signals.map((signal) =>
      readSignal(emission, signal, `${LOOK_UP[signal.timing === "start" ? "start" : "end"]}("${signal.name}")`, "null"),
    ),
  ];
}

const LOOK_UP = { start: "atStart", end: "atEnd" } as const;

/** A one-shot reward has one step, so there is nothing to tell about its end. */
function printOutcome({ program, use }: Emission): string[] {
  if (program.oneShot && program.ends.length + program.shapings.length === 0) return [];
  return [`const outcome = ${use("settleOutcome")}(steps, ${program.ends.length > 0 ? "columns.ended" : "null"});`];
}

function printResult(emission: Emission): string[] {
  const { program, use } = emission;
  const probes = program.probes.map((probe) => `${propertyKey(probe.name)}: ${probeText(emission, probe)}`);
  const limits = program.limits.map(
    ({ name, node }) => `${propertyKey(name)}: ${node === undefined ? "unshaped" : onceText(emission, node)}`,
  );
  const parts = [
    "episode",
    program.shapings.length > 0 ? "terms: { ...paid, ...shaping }" : "terms: paid",
    "rewards",
    "unshaped",
    `discount: ${program.settings.discount}`,
    "ledger",
    ...(probes.length > 0 ? [spreadItem("probes: { ", probes, " }")] : []),
    ...(limits.length > 0 ? [spreadItem("limits: { ", limits, " }")] : []),
    ...(program.goals.length > 0 ? [`goal: ${goalText(emission)}`] : []),
    ...(printOutcome(emission).length > 0 ? ["notes: outcome.notes"] : []),
    "onInvalid: options.onInvalid",
  ];
  return [
    `const unshaped = ${use("reported")}(${use("sumRows")}(rewards, 0, n), ledger);`,
    ...printShapings(emission),
    ...spread(`return ${use("report")}({ `, parts, " });"),
  ];
}

function probeText(emission: Emission, { node }: Named): string {
  if (emission.plan.phases[node] === ROW) return `Array.from(${columnText(emission, node)}, ${emission.use("orNull")})`;
  return `${emission.use("orNull")}(${emission.text(node)})`;
}

/** A limit that is known beforehand is still one value per episode. */
function onceText(emission: Emission, node: NodeId): string {
  return `${emission.use("orNull")}(${emission.text(node)})`;
}

function goalText(emission: Emission): string {
  const { goals } = emission.program;
  if (goals.length === 0) return "null";
  if (goals.length === 1) return oneGoal(emission, goals[0]);
  return `{ ${goals.map((goal) => `${propertyKey(goal.name)}: ${oneGoal(emission, goal)}`).join(", ")} }`;
}

function oneGoal(emission: Emission, { node }: Named): string {
  const { program, plan, use } = emission;
  const value = plan.phases[node] === ROW ? `${columnText(emission, node)}[n - 1]` : emission.text(node);
  return `${use(program.nodes[node].type.kind === "bool" ? "asTruth" : "orNull")}(${value})`;
}
