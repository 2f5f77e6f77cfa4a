// The named values of one phase, as `const` statements: what the spec names, what is shared, what would make a line too long.
// It must not know rows or payment.
import type { Node, NodeId } from "../../runtime/program.ts";
import { type Composed, isItem } from "./compose.ts";
import { type Emission, typeText } from "./emission.ts";
import { groupText } from "./group.ts";
import { labelOf, nameOf } from "./labels.ts";
import { ONCE, type Phase, ROW, TOTAL, TRACE } from "./phases.ts";
import type { Code } from "./syntax.ts";
import { docComment } from "./text.ts";

/** Longer expressions get a name of their own. */
const LONG = 84;

/** `const` statements for the nodes of one phase that need a name; the others are composed for later use. */
export function defineValues(emission: Emission, phase: Phase): string[] {
  const { plan, composer } = emission;
  const lines: string[] = [];
  for (const id of plan.order) {
    if (plan.phases[id] !== phase || composer.known.has(id)) continue;
    lines.push(...defineValue(emission, id));
  }
  return lines;
}

export function defineValue(emission: Emission, id: NodeId): string[] {
  const { composer } = emission;
  const composed = composeAggregate(emission, id) ?? composer.compose(id);
  if (composed === undefined) return [];
  composer.known.set(id, composed);
  if (!needsName(emission, id)) return [];
  return defineAs(emission, id, composed.whole.text);
}

/** Aggregates read the column the steps have left, or the one value of an episode that is scored alone. */
function composeAggregate(emission: Emission, id: NodeId): Composed | undefined {
  const { program, composer, text } = emission;
  const node = program.nodes[id];
  if (node.op !== "aggregate") return undefined;
  const [values, ...extra] = node.args;
  const along = (id: NodeId) => (node.axis === "steps" ? columnText(emission, id) : groupText(emission, id));
  const column =
    node.where === undefined ? along(values) : `${emission.use("whereTrue")}(${along(values)}, ${along(node.where)})`;
  if (node.operator === "collect") return { whole: { text: `Array.from(${column})`, level: 18 } };
  if (isItem(node.type)) return { whole: pickItem(column, node.operator) };
  const codes = [column, ...extra.map(text)].map((code) => ({ text: code, level: 0 }));
  return { whole: composer.fold(node.operator, codes, false) };
}

/** The first or last of several texts or lists. */
export function pickItem(list: string, operator: string): Code {
  return { text: `(${list}.at(${operator === "first" ? 0 : -1}) ?? null)`, level: 20 };
}

/** The column of a value on every step: kept by the loop, looking ahead, or one value throughout. */
export function columnText(emission: Emission, id: NodeId): string {
  const { program, plan, traces, text } = emission;
  if (plan.phases[id] === TRACE) return traces.get(id) ?? `${emission.use("onSteps")}(n, (t) => ${text(id)})`;
  const key = plan.columns.get(id);
  if (key !== undefined) return `columns.${key}`;
  const isNumber = ["number", "bool"].includes(program.nodes[id].type.kind);
  return isNumber ? `new Float64Array(n).fill(${text(id)})` : `Array.from({ length: n }, () => ${text(id)})`;
}

/** One `const`, with the comment of the declaration it is named after. */
export function defineAs(emission: Emission, id: NodeId, text: string, label?: string): string[] {
  const { program, plan, composer, names } = emission;
  const named = [...program.tracks, ...program.lets, ...program.goals, ...program.probes].find((entry) => entry.node === id);
  const identifier = names.claim(named?.name ?? label ?? plan.labels.get(id) ?? labelOf(program.nodes[id]), "Value");
  composer.name(id, identifier);
  // A variable that remembers a text or list is narrowed by what it is assigned, which would make the types circular.
  const node = program.nodes[id];
  const type =
    isItem(node.type) && (node.op === "state" || node.op === "prev" || node.op === "window")
      ? emission.typing(typeText(node.type))
      : "";
  return [...docComment(named?.doc), `const ${identifier}${type} = ${text};`];
}

function needsName(emission: Emission, id: NodeId): boolean {
  const { program, plan, composer } = emission;
  const node = program.nodes[id];
  const composed = composer.known.get(id)!;
  if (isPlain(node)) return node.type.kind === "vector" && isTakenApart(emission, id);
  if (nameOf(program, id) !== undefined && !isOnlyKept(emission, id)) return true;
  const vector = node.type.kind === "vector";
  if ((plan.uses.get(id) ?? 0) > 1 && !(node.op === "component" && node.scalar)) return true;
  if (vector && (isPickedFrom(emission, id) || (composed.element === undefined && isTakenApart(emission, id)))) return true;
  if (readers(emission, id).some(({ op }) => op === "prev") && plan.phases[id] === ROW) return true;
  if (plan.phases[id] === ONCE && isReadBySteps(emission, id)) return true;
  if (!vector && node.op !== "component" && isSpreadOut(emission, id)) return true;
  return composed.whole.text.length > LONG && !plan.columns.has(id) && readers(emission, id).length > 0;
}

const isPlain = (node: Node): boolean => ["constant", "infinity", "pattern"].includes(node.op) && !("args" in node);

/** Only written to its column: the column's key already carries the name. */
const isOnlyKept = ({ plan }: Emission, id: NodeId): boolean => plan.columns.has(id) && (plan.uses.get(id) ?? 0) <= 1;

const readers = ({ program, plan }: Emission, id: NodeId): Node[] =>
  (plan.readers.get(id) ?? []).map((reader) => program.nodes[reader]);

/** Some reader looks at its components one by one. */
const isTakenApart = (emission: Emission, id: NodeId): boolean =>
  readers(emission, id).some((reader) => {
    if (reader.op === "state") return reader.args[1] === id;
    return reader.op === "prev" || (reader.type.kind === "vector" && reader.op !== "aggregate");
  });

/** Some reader picks single components, or remembers the whole. */
const isPickedFrom = (emission: Emission, id: NodeId): boolean =>
  readers(emission, id).some(({ op }) => op === "component" || op === "vector" || op === "prev");

const isReadBySteps = ({ plan }: Emission, id: NodeId): boolean =>
  (plan.readers.get(id) ?? []).some((reader) => plan.phases[reader] === ROW || plan.phases[reader] === TOTAL);

/** A call that would be repeated for every element of a reader. */
function isSpreadOut(emission: Emission, id: NodeId): boolean {
  if (!/\w\(/.test(emission.composer.known.get(id)!.whole.text)) return false;
  return readers(emission, id).some(
    ({ op, type }) =>
      (type.kind === "vector" || type.kind === "list") && ["apply", "if", "default", "prev", "state"].includes(op),
  );
}
