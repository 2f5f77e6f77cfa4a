// The loop over the steps: reading the row, computing its values, keeping those needed afterwards. It must not know payment.
import type { NodeId } from "../../runtime/program.ts";
import { anyHolds, defineBuiltin } from "./builtins.ts";
import { type Emission, typeText } from "./emission.ts";
import { readSignal, readSignals } from "./inputs.ts";
import { declareTracks, definePrev, defineTrack, type Memory } from "./memory.ts";
import { propertyKey } from "./names.ts";
import { type Phase, ROW } from "./phases.ts";
import { ENDED } from "./plan.ts";
import { defineValue } from "./statements.ts";
import { indent } from "./text.ts";
import { defineWindow } from "./window.ts";

/** Everything that happens step by step before the terms are paid; nothing for a reward without steps. */
export function printSteps(emission: Emission): string[] {
  const { program, plan, typed } = emission;
  const signals = readSignals(emission).filter(({ timing }) => timing === "step");
  if (signals.length === 0 && plan.columns.size === 0 && program.ends.length === 0) return [];
  const memory = declareTracks(emission, ROW);
  const read = signals.map((signal) => readSignal(emission, signal, `row.${signal.name}`, "t"));
  const values = defineRowValues(emission, ROW, memory, plan.looksBack);
  const kept = keepColumns(emission);
  const potentials = program.shapings.filter(({ node }) => plan.columns.has(node));
  const before = potentials.map(({ name, node }) => `before.${name} = ${emission.text(node)};`);
  const body = [
    ...(typed ? [] : ["/** @type {Start} */"]),
    `const row${emission.typing("Start")} = (t < 0 ? episode.start : steps[t]) ?? {};`,
    ...read,
    ...(plan.looksBack || values.length + kept.length === 0 ? [] : ["if (t < 0) continue;"]),
    ...values,
    ...(plan.looksBack ? onSteps(kept, before) : kept),
    // Only now, because what is kept may still read the row before.
    ...memory.remember,
  ];
  return [
    ...declareColumns(emission),
    ...memory.declare,
    ...(potentials.length > 0 ? [`const before = { ${potentials.map(({ name }) => `${name}: NaN`).join(", ")} };`] : []),
    "// Step by step; t is -1 in the state before the first step.",
    "for (let t = episode.start ? -1 : 0; t < n; t++) {",
    ...indent(body),
    "}",
  ];
}

/** What is kept of a step, and of the state before the first one. */
function onSteps(kept: readonly string[], before: readonly string[]): string[] {
  if (before.length > 0) return ["if (t < 0) {", ...indent(before), "} else {", ...indent(kept), "}"];
  return kept.length > 0 ? ["if (t >= 0) {", ...indent(kept), "}"] : [];
}

/** The values of one phase on one row, each after what it reads. `start`: the row may be the state before the first step. */
export function defineRowValues(emission: Emission, phase: Phase, memory: Memory, start: boolean): string[] {
  const { program, plan, composer } = emission;
  const define = (id: NodeId): string[] => {
    const node = program.nodes[id];
    if (node.op === "builtin") return defineBuiltin(emission, id, node.name, start);
    // Declared or not, they are what the end of an episode is settled by.
    if (node.op === "signal" && (node.name === "terminated" || node.name === "truncated"))
      return defineBuiltin(emission, id, node.name, start);
    if (node.op === "prev") return definePrev(emission, id, memory);
    if (node.op === "state") return defineTrack(emission, id, memory);
    if (node.op === "window") return defineWindow(emission, id, memory, start);
    return defineValue(emission, id);
  };
  return plan.order.flatMap((id) => (plan.phases[id] === phase && !composer.known.has(id) ? define(id) : []));
}

function declareColumns({ program, plan, typed }: Emission): string[] {
  const entries = [...plan.columns].map(([id, key]) => {
    const { type } = program.nodes[id];
    const numbers = type.kind === "number" || type.kind === "bool";
    return `${propertyKey(key)}: ${numbers ? "new Float64Array(n)" : typed ? `[] as (${typeText(type)})[]` : "[]"},`;
  });
  if (program.ends.length > 0) entries.unshift(`${ENDED}: new Float64Array(n),`);
  return entries.length === 0 ? [] : ["const columns = {", ...indent(entries), "};"];
}

function keepColumns(emission: Emission): string[] {
  const { program, plan } = emission;
  const ended = program.ends.length > 0 ? [`columns.${ENDED}[t] = ${anyHolds(emission, false)};`] : [];
  return [...ended, ...[...plan.columns].map(([id, key]) => `columns.${key}[t] = ${emission.text(id)};`)];
}
