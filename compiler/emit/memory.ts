// `prev` and tracks in generated code: variables that outlive a row. It must not know the loop around them.
import type { Node, NodeId, ValueType } from "../../runtime/program.ts";
import { isItem } from "./compose.ts";
import { type Emission, typeText } from "./emission.ts";
import { nameOf } from "./labels.ts";
import { camelCase } from "./names.ts";
import type { Phase } from "./phases.ts";
import { defineAs } from "./statements.ts";

export interface Memory {
  /** Before the loop. */
  declare: string[];
  /** At the end of each row. */
  remember: string[];
  /** The variables that hold the tracks' values of the row before. */
  tracks: Map<NodeId, string>;
}

type Of<Op extends Node["op"]> = Extract<Node, { op: Op }>;

/** Declares the variables of the tracks of a phase; their `previous` nodes are known from then on. */
export function declareTracks(emission: Emission, phase: Phase): Memory {
  const { program, plan, composer, names } = emission;
  const memory: Memory = { declare: [], remember: [], tracks: new Map() };
  for (const id of plan.order) {
    const node = program.nodes[id];
    if (node.op !== "state" || plan.phases[id] !== phase) continue;
    const variable = names.claim(prefixed("previous", nameOf(program, id) ?? node.name.replace(/_\d+$/, "")));
    memory.tracks.set(id, variable);
    memory.declare.push(`let ${variable}${declaredType(emission, node.type)} = ${filled(emission, node.type, node.args[0])};`);
  }
  for (const id of plan.order) {
    const node = program.nodes[id];
    if (node.op === "previous" && memory.tracks.has(node.of)) composer.name(id, memory.tracks.get(node.of)!);
  }
  return memory;
}

/** A track on this row: what it was where its next value cannot be computed, and in the state before the first step. */
export function defineTrack(emission: Emission, id: NodeId, memory: Memory): string[] {
  const { program, composer } = emission;
  const node = program.nodes[id] as Of<"state">;
  const variable = memory.tracks.get(id)!;
  const next = composer.fallback(node.type, composer.operand(node.args[1]), composer.variable(variable, node.type));
  const lines = defineAs(emission, id, `t < 0 ? ${variable} : ${next.text}`);
  memory.remember.push(`${variable} = ${emission.text(id)};`);
  return lines;
}

/** `prev(x)` on this row: on the first one `init` or x itself, where the state before does not say. */
export function definePrev(emission: Emission, id: NodeId, memory: Memory): string[] {
  const { program, composer, names } = emission;
  const node = program.nodes[id] as Of<"prev">;
  const [value, init] = node.args;
  const name = nameOf(program, value) ?? "value";
  const variable = names.claim(prefixed("last", name));
  const nothing = isItem(node.type)
    ? "null"
    : node.type.kind === "vector"
      ? `${emission.use("each")}(${node.type.size}, () => NaN)`
      : "NaN";
  memory.declare.push(`let ${variable}${declaredType(emission, node.type)} = ${nothing};`);
  // First, because what is looked back at may be a track's variable, which is about to move on.
  memory.remember.unshift(`${variable} = ${filled(emission, node.type, value)};`);
  const first = composer.fallback(node.type, composer.variable(variable, node.type), composer.operand(init ?? value));
  const before = init === undefined ? "" : `t < 0 ? ${filled(emission, node.type, value)} : `;
  return defineAs(emission, id, `t > 0 ? ${variable} : ${before}${first.text}`, prefixed("previous", name));
}

export const prefixed = (prefix: string, name: string): string => {
  const camel = camelCase(name);
  return `${prefix}${camel.charAt(0).toUpperCase()}${camel.slice(1)}`;
};

/** The value of a node; a scalar fills a vector. */
function filled(emission: Emission, type: ValueType, id: NodeId): string {
  const scalar = type.kind === "vector" && emission.program.nodes[id].type.kind !== "vector";
  return scalar ? `${emission.use("each")}(${type.size}, () => ${emission.text(id)})` : emission.text(id);
}

/** Where TypeScript could not infer it from the first value. */
const declaredType = (emission: Emission, type: ValueType): string => (isItem(type) ? emission.typing(typeText(type)) : "");
