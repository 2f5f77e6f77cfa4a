// Random lists made by `for`, windows over the last steps, and lists collected along an axis. It must not know rewards.
import { openBounds } from "../../runtime/bodies.ts";
import type { NodeId, ValueType } from "../../runtime/program.ts";
import { add, BOOL, constant, elementType, list, NUMBER, type Scope, TEXT, vector, type Workshop } from "./arbitrary-leaf.ts";

type Express = (type: ValueType, scope: Scope, depth: number) => NodeId;

/** Ways to make a list (or a vector, whose length then follows from what it goes through). */
export function foldForms(shop: Workshop, type: ValueType, scope: Scope, depth: number, express: Express): (() => NodeId)[] {
  const { choices } = shop;
  const isElement = type.kind === "number" || type.kind === "bool";
  const forms: (() => NodeId)[] = [];
  if (type.kind === "list" || type.kind === "vector") forms.push(() => each(shop, type, scope, depth, express));
  if (shop.elements.length > 0) return forms;
  if (type.kind === "list" && scope === "end") forms.push(() => along(shop, "collect", type.of, type, depth, express));
  if (isElement && scope === "step") {
    forms.push(() => {
      const operator = type.kind === "bool" ? choices.pick(["any", "all"]) : choices.pick(["sum", "mean", "max", "last"]);
      return window(shop, operator, type, type, depth, express);
    });
  }
  if (type.kind === "text" && scope === "step")
    forms.push(() => window(shop, choices.pick(["first", "last"]), type, type, depth, express));
  if (type.kind === "list" && scope === "step") forms.push(() => window(shop, "collect", type.of, type, depth, express));
  return forms;
}

function each(
  shop: Workshop,
  type: ValueType & { kind: "list" | "vector" },
  scope: Scope,
  depth: number,
  express: Express,
): NodeId {
  const { choices } = shop;
  const through =
    type.kind === "vector"
      ? vector(type.size, choices.pick(["number", "bool"] as const))
      : list(choices.pick([NUMBER, TEXT, BOOL]));
  const collection = express(through, scope, depth - 1);
  const element = elementType(through);
  const bound = add(shop, { op: "bound", args: [collection], name: choices.pick(["x", "speed", "d"]) }, element, scope);
  shop.elements.push(bound);
  const body = express(type.kind === "vector" ? { kind: type.of } : type.of, scope, depth - 1);
  const where = type.kind === "list" && choices.chance(40) ? express(BOOL, scope, depth - 1) : undefined;
  shop.elements.pop();
  const args: [number, number] | [number, number, number] = where === undefined ? [collection, body] : [collection, body, where];
  return add(shop, { op: "for", args, bound }, type, scope);
}

function window(shop: Workshop, operator: string, element: ValueType, type: ValueType, depth: number, express: Express): NodeId {
  const value = express(element, "step", depth - 1);
  const where = shop.choices.chance(30) ? { where: express(BOOL, "step", depth - 1) } : {};
  return add(shop, { op: "window", operator, steps: 1 + shop.choices.below(3), args: [value], ...where }, type, "step");
}

/** Values along the steps or the group as a list. */
function along(shop: Workshop, operator: string, element: ValueType, type: ValueType, depth: number, express: Express): NodeId {
  const axis = !shop.hasSteps || shop.choices.chance(30) ? "group" : "steps";
  const scope: Scope = axis === "group" ? "end" : "step";
  const value = express(element, scope, depth - 1);
  const where = shop.choices.chance(30) ? { where: express(BOOL, scope, depth - 1) } : {};
  if (waitsForGroup(shop, value) || ("where" in where && waitsForGroup(shop, where.where!))) return constant(shop, [], type);
  return add(shop, { op: "aggregate", operator, axis, args: [value], ...where }, type, "end");
}

/** Whether a value comes from a group already: those of a group of groups do not exist. */
export function waitsForGroup(shop: Workshop, id: NodeId): boolean {
  const late: boolean[] = [];
  for (const [at, node] of shop.nodes.entries()) {
    const args: readonly NodeId[] = "args" in node ? node.args : [];
    late[at] = (node.op === "aggregate" && node.axis === "group") || args.some((arg) => late[arg]);
  }
  return late[id] === true;
}

/** Whether a node reads the element of some `for`, so that it means nothing outside. */
export function isInside(shop: Workshop, id: NodeId): boolean {
  return openBounds(shop.nodes)[id] !== undefined;
}
