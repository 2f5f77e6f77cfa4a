// `[body for x in xs where c]` as an expression: a function of one element, applied to each. It must not know the target language.
import { bodyOf, readsOf } from "../../runtime/bodies.ts";
import type { Node, NodeId, Program } from "../../runtime/program.ts";
import type { Composed } from "./compose.ts";
import { camelCase } from "./names.ts";
import type { Code, Syntax } from "./syntax.ts";

/** What is needed of the composer around it. */
interface Around {
  program: Program;
  syntax: Syntax;
  known: Map<NodeId, Composed>;
  compose(id: NodeId): Composed | undefined;
  claim(name: string): string;
  name(id: NodeId, identifier: string): void;
}

export function composeFor(id: NodeId, around: Around): Code {
  const { program, syntax, known } = around;
  const node = program.nodes[id] as Node & { op: "for" };
  const [collection, body, where] = node.args;
  const bound = program.nodes[node.bound] as Node & { op: "bound" };
  const outside = known.get(node.bound);
  const element = around.claim(camelCase(bound.name));
  around.name(node.bound, element);
  const parts = where === undefined ? [body] : [body, where];
  const functions = parts.map((root) => composeFunction(id, root, element, around));
  if (outside === undefined) known.delete(node.bound);
  else known.set(node.bound, outside);
  const list = known.get(collection)?.whole ?? syntax.missing;
  const helper = node.type.kind === "vector" ? "mapVector" : "mapEach";
  return syntax.helper(helper, [list, ...functions]);
}

/** What one element gives. What is read more than once gets a name, so that nothing is written out many times. */
function composeFunction(id: NodeId, root: NodeId, element: string, around: Around): Code {
  const { program, syntax, known } = around;
  const { nodes } = program;
  const inner = innerOf(nodes, id, root);
  const uses = new Map<NodeId, number>();
  for (const each of inner) for (const read of writtenIn(nodes, each)) uses.set(read, (uses.get(read) ?? 0) + 1);
  const definitions: [string, Code][] = [];
  const added: NodeId[] = [];
  for (const each of inner) {
    if (known.has(each)) continue;
    const composed = around.compose(each);
    if (composed === undefined) continue;
    known.set(each, composed);
    added.push(each);
    const repeated = (uses.get(each) ?? 0) > 1 || (nodes[each].type.kind === "vector" && each !== root);
    if (!repeated) continue;
    const name = around.claim(labelFor(nodes[each]));
    definitions.push([name, composed.whole]);
    around.name(each, name);
  }
  const result = known.get(root)?.whole ?? syntax.missing;
  for (const each of added) known.delete(each);
  return syntax.lambda(element, definitions, result);
}

/** The nodes of this body that are written here: not those that only a `for` inside it writes. */
function innerOf(nodes: readonly Node[], id: NodeId, root: NodeId): NodeId[] {
  const body = new Set(bodyOf(nodes, id).inner);
  const found = new Set<NodeId>(body.has(root) ? [root] : []);
  for (const each of found) for (const read of writtenIn(nodes, each)) if (body.has(read)) found.add(read);
  return [...found].sort((a, b) => a - b);
}

/** What the text of a node is made of: of a `for` its collection and what its body takes from around it. */
function writtenIn(nodes: readonly Node[], id: NodeId): readonly NodeId[] {
  const node = nodes[id];
  if (node.op === "bound") return [];
  if (node.op !== "for") return readsOf(node);
  const inside = new Set(closed(nodes, id));
  const reads = [...inside].flatMap((each) => readsOf(nodes[each]));
  return [...new Set([node.args[0], ...node.args.slice(1), ...reads])].filter((read) => !inside.has(read));
}

/** Nodes that read the element of this very `for`. */
function closed(nodes: readonly Node[], id: NodeId): NodeId[] {
  const node = nodes[id] as Node & { op: "for" };
  const reading = new Set([node.bound]);
  for (const each of bodyOf(nodes, id).inner) if (readsOf(nodes[each]).some((read) => reading.has(read))) reading.add(each);
  return [...reading];
}

const labelFor = (node: Node): string => ("operator" in node ? camelCase(node.operator) : "part");
