// Values on every step that look at later steps, in generated code: whole columns, once the loop over the steps has run.
// It must not know that loop, nor what the columns are folded to.
import type { NodeId } from "../../runtime/program.ts";
import type { Emission } from "./emission.ts";
import { labelOf } from "./labels.ts";
import { ROW, TRACE } from "./phases.ts";
import { columnText } from "./statements.ts";
import { bound, spread } from "./text.ts";

const FUNCTIONS = { always: "alwaysWithin", eventually: "eventuallyWithin", until: "untilWithin" } as const;

/** `const` statements for the columns; from then on each of their nodes is the element on step `t`. */
export function defineTraces(emission: Emission): string[] {
  const { program, plan, composer } = emission;
  const traces = plan.order.filter((id) => plan.phases[id] === TRACE);
  if (traces.length === 0) return [];
  for (const [id, key] of plan.columns) if (plan.phases[id] === ROW) composer.name(id, `columns.${key}[t]`);
  const lines = traces.flatMap((id) => {
    const node = program.nodes[id];
    if (node.op === "temporal") return defineColumn(emission, id, temporalText(emission, id));
    const composed = composer.compose(id);
    if (composed !== undefined) composer.known.set(id, composed);
    // Read more than once, it becomes a column of its own.
    const isShared = (plan.uses.get(id) ?? 0) > 1 && (node.type.kind === "number" || node.type.kind === "bool");
    return isShared ? defineColumn(emission, id, `${columnText(emission, id)};`) : [];
  });
  return ["// What looks at later steps.", ...lines];
}

function defineColumn({ program, names, composer, traces }: Emission, id: NodeId, text: string): string[] {
  const identifier = names.claim(`${labelOf(program.nodes[id])}Ahead`);
  composer.name(id, `${identifier}[t]`);
  traces.set(id, identifier);
  const [head, ...rest] = text.split("\n");
  return [`const ${identifier} = ${head}`, ...rest];
}

function temporalText(emission: Emission, id: NodeId): string {
  const node = emission.program.nodes[id];
  if (node.op !== "temporal") return "NaN";
  const size = node.nothing === undefined ? undefined : (node.nothing ?? Number.POSITIVE_INFINITY);
  const bounds = size === undefined ? "[0, 1]" : `[-${size}, ${size}]`;
  const columns = node.args.map((arg) => columnText(emission, arg));
  const args = [...columns, String(node.from), node.to === null ? "Infinity" : bound(node.to), bounds];
  return spread(`${emission.use(FUNCTIONS[node.operator])}(`, args, ");").join("\n");
}
