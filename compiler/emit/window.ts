// The last values up to a row, in generated code: a list that slides along. It must not know the loop around it.
import type { NodeId, ValueType } from "../../runtime/program.ts";
import { isItem } from "./compose.ts";
import { type Emission, typeText } from "./emission.ts";
import { labelOf, nameOf } from "./labels.ts";
import { type Memory, prefixed } from "./memory.ts";
import { defineAs, pickItem } from "./statements.ts";

function listText(type: ValueType): string {
  const text = typeText(type);
  return text.includes("|") ? `(${text})[]` : `${text}[]`;
}

/** A window folded on this row; nothing has happened where `start` allows the state before the first step. */
export function defineWindow(emission: Emission, id: NodeId, memory: Memory, start: boolean): string[] {
  const { program, composer } = emission;
  const node = program.nodes[id];
  if (node.op !== "window") return [];
  const [values, ...extras] = node.args;
  const slides = (read: NodeId): string => {
    const variable = emission.names.claim(prefixed("recent", nameOf(program, read) ?? labelOf(program.nodes[read])));
    memory.declare.push(`const ${variable}${emission.typing(listText(program.nodes[read].type))} = [];`);
    return `${emission.use("slide")}(${variable}, ${emission.text(read)}, ${node.steps})`;
  };
  const recent = slides(values);
  const list = node.where === undefined ? recent : `${emission.use("whereTrue")}(${recent}, ${slides(node.where)})`;
  const codes = [list, ...extras.map(emission.text)].map((text) => ({ text, level: 0 }));
  const picks = isItem(node.type) ? pickItem(list, node.operator) : composer.fold(node.operator, codes, false);
  const folded = node.operator === "collect" ? `[...${list}]` : picks.text;
  const text = start ? `t < 0 ? ${isItem(node.type) ? "null" : "NaN"} : ${folded}` : folded;
  return defineAs(emission, id, text);
}
