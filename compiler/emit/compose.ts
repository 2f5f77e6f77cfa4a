// Node → expression, given the expressions of what it reads. It must not know the target language (syntax.ts does) nor where
// the text goes. Vectors are composed by element, so that `a - b * 2` over vectors becomes one loop and not two.
import { operatorByName } from "../../runtime/operators/index.ts";
import { type Operator, type ParameterType, takesWhole } from "../../runtime/operators/operator.ts";
import type { Node, NodeId, Program, ValueType } from "../../runtime/program.ts";
import { composeFor } from "./compose-for.ts";
import type { Code, Syntax } from "./syntax.ts";

/** An expression for a value; for a vector also that of element `i`, where one can be written without the whole. */
export interface Composed {
  whole: Code;
  element?: Code;
}

export interface Composer {
  /** What has been composed or named so far. */
  known: Map<NodeId, Composed>;
  /** The node's expression from those of its arguments; undefined for what only the rows know (signals, states …). */
  compose(id: NodeId): Composed | undefined;
  /** A reduction by its operator's name; `guarded` where an argument may be missing as a whole. */
  fold(operator: string, args: readonly Code[], guarded: boolean): Code;
  /** From now on the node is this identifier. */
  name(id: NodeId, identifier: string): void;
  /** `value`, or `otherwise` where it is missing: of a vector, component by component. */
  fallback(type: ValueType, value: Operand, otherwise: Operand): Code;
  /** A node as an argument of element-wise code. */
  operand(id: NodeId): Operand;
  /** A variable of this type, likewise. */
  variable(identifier: string, type: ValueType): Operand;
}

/** The whole, and what stands for one element; of a scalar the same. */
export type Operand = Required<Composed>;

/** `index` is the variable that counts elements; `claim` gives a name that is not taken. */
export function createComposer(program: Program, syntax: Syntax, index: string, claim: (name: string) => string): Composer {
  const known = new Map<NodeId, Composed>();
  const i = syntax.name(index);
  const whole = (id: NodeId): Code => known.get(id)?.whole ?? syntax.missing;
  const typeOf = (id: NodeId): ValueType => program.nodes[id].type;

  /** The argument's own element, or the same scalar for every element. */
  const elementOf = (id: NodeId): Code => {
    if (typeOf(id).kind !== "vector") return whole(id);
    return known.get(id)?.element ?? syntax.at(whole(id), i);
  };

  const helper = (name: string, args: readonly Code[]): Code => syntax.helper(name, args);

  /** One value per element where the node is a vector or list, else one value. `split`: arguments that are taken apart. */
  const elementwise = (
    node: Node,
    args: readonly NodeId[],
    split: readonly boolean[],
    apply: (codes: readonly Code[]) => Code,
  ): Composed => {
    if (node.type.kind === "vector" && args.every((id, k) => !split[k] || typeOf(id).kind !== "list")) {
      const element = apply(args.map((id, k) => (split[k] ? elementOf(id) : whole(id))));
      return { element, whole: syntax.each(node.type.size, index, element) };
    }
    const types = args.map((id, k) => (split[k] ? typeOf(id) : undefined));
    return { whole: overLists(args.map(whole), types, 0, apply) };
  };

  /** Level by level, as deep as the deepest argument; less deep ones serve every element. */
  const overLists = (
    codes: readonly Code[],
    types: readonly (ValueType | undefined)[],
    level: number,
    apply: (codes: readonly Code[]) => Code,
  ): Code => {
    const depths = types.map((type) => (type === undefined ? 0 : depthOf(type)));
    const deepest = Math.max(0, ...depths);
    if (deepest === 0) return apply(codes);
    const taken = codes.flatMap((_, k) => (depths[k] === deepest ? [k] : []));
    const names = taken.map((_, n) => `${ELEMENTS[n] ?? `element${n}`}${level === 0 ? "" : level + 1}`);
    const inner = codes.map((code, k) => (depths[k] === deepest ? syntax.name(names[taken.indexOf(k)]) : code));
    const lower = types.map((type, k) => (depths[k] === deepest ? innerType(type!) : type));
    return syntax.eachOf(
      taken.map((k) => codes[k]),
      names,
      overLists(inner, lower, level + 1, apply),
      taken.every((k) => types[k]!.kind === "vector"),
    );
  };

  const component = (node: Node & { op: "component" }): Composed => {
    const [first] = node.components;
    const of = node.args[0];
    if (typeOf(of).kind === "list") {
      return { whole: overLists([whole(of)], [asItems(typeOf(of))], 0, ([vector]) => picked(vector, node)) };
    }
    const at = (k: number) => syntax.at(whole(of), syntax.number(k));
    if (node.scalar) return { whole: at(first) };
    const all = syntax.list(node.components.map(at));
    const run = node.components.every((k, n) => k === first + n);
    return run ? { whole: all, element: syntax.at(whole(of), syntax.shifted(i, first)) } : { whole: all };
  };

  /** Components of a vector inside a list, which may not be there. */
  const picked = (vector: Code, { components, scalar }: Node & { op: "component" }): Code => {
    const values = components.map((k) => helper("elementAt", [vector, syntax.number(k)]));
    return scalar ? values[0] : syntax.list(values);
  };

  const apply = (node: Node & { op: "apply" }): Composed => {
    const record = operatorByName.get(node.operator);
    if (record?.evaluate === undefined) return { whole: missingOf(node.type, syntax) };
    const split = node.args.map((_, k) => record.elementwise && !isWhole(record, k));
    const guarded = node.args.some((arg, k) => isWhole(record, k) && typeOf(arg).kind === "list");
    const guard = guarded ? (isItem(node.type) ? "item" : "number") : undefined;
    if (!record.elementwise) {
      if (node.type.kind !== "vector" || !node.args.some((arg) => typeOf(arg).kind === "list"))
        return { whole: syntax.operator(record, node.args.map(whole), guard) };
      // A list may be missing, or of another length than the vector should have.
      const made = syntax.operator(record, node.args.map(whole), guarded ? "item" : undefined);
      return { whole: helper("vectorOf", [syntax.number(node.type.size), made]) };
    }
    const each = guarded ? (isItem(elementType(node.type)) ? "item" : "number") : undefined;
    return elementwise(node, node.args, split, (codes) => syntax.operator(record, codes, each));
  };

  const compose = (id: NodeId): Composed | undefined => {
    const node = program.nodes[id];
    switch (node.op) {
      case "constant":
        return { whole: constant(node.value, syntax) };
      case "infinity":
        return { whole: syntax.infinity };
      case "pattern":
        if ("args" in node) return { whole: syntax.template(node.pattern, node.flags, node.args.map(whole)) };
        return { whole: node.literal ? syntax.text(node.pattern) : syntax.pattern(node.pattern, node.flags) };
      case "vector": {
        const parts = node.args.flatMap((arg) => {
          const type = typeOf(arg);
          if (type.kind !== "vector" || node.type.kind === "list") return [whole(arg)];
          return Array.from({ length: type.size }, (_, k) => syntax.at(whole(arg), syntax.number(k)));
        });
        return { whole: syntax.list(parts) };
      }
      case "component":
        return component(node);
      case "element":
        if (node.type.kind === "vector")
          return { whole: helper("vectorAt", [...node.args.map(whole), syntax.number(node.type.size)]) };
        return { whole: helper(isNumeric(node.type) ? "elementAt" : "itemAt", node.args.map(whole)) };
      case "if": {
        const items = !isNumeric(elementType(node.type));
        const choice = (codes: readonly Code[]) => helper(items ? "chooseItem" : "choose", codes);
        if (node.type.kind === "list" && depthOf(typeOf(node.args[0])) === 0)
          return { whole: helper("chooseItem", node.args.map(whole)) };
        return elementwise(node, node.args, [true, true, true], choice);
      }
      case "default":
        return isItem(node.type)
          ? { whole: helper("itemOrElse", node.args.map(whole)) }
          : elementwise(node, node.args, [true, true], (codes) => helper("orElse", codes));
      case "reduce":
        return { whole: fold(node.operator, node.args.map(whole), typeOf(node.args[0]).kind === "list") };
      case "apply":
        return apply(node);
      case "for":
        return { whole: composeFor(id, { program, syntax, known, compose, claim, name }) };
      default:
        return undefined;
    }
  };

  const name = (id: NodeId, identifier: string): void => void known.set(id, variable(identifier, typeOf(id)));

  function fold(operator: string, args: readonly Code[], guarded: boolean): Code {
    const record = operatorByName.get(operator);
    if (record?.reduce === undefined) return syntax.number(Number.NaN);
    return syntax.reduction(record, args, guarded);
  }

  const variable = (identifier: string, type: ValueType): Operand => {
    const code = syntax.name(identifier);
    return { whole: code, element: type.kind === "vector" ? syntax.at(code, i) : code };
  };

  return {
    known,
    compose,
    fold,
    variable,
    name,
    operand: (id) => ({ whole: whole(id), element: elementOf(id) }),
    fallback(type, value, otherwise) {
      if (isItem(type)) return helper("itemOrElse", [value.whole, otherwise.whole]);
      if (type.kind !== "vector") return helper("orElse", [value.whole, otherwise.whole]);
      return syntax.each(type.size, index, helper("orElse", [value.element, otherwise.element]));
    },
  };
}

/** What the elements of lists side by side are called. */
const ELEMENTS = ["element", "other", "third"];

/** Texts and lists: missing is null, not NaN. */
export const isItem = (type: ValueType): boolean => type.kind === "text" || type.kind === "list";

function constant(value: (Node & { op: "constant" })["value"], syntax: Syntax): Code {
  if (Array.isArray(value)) return syntax.list((value as (number | string)[]).map((item) => constant(item, syntax)));
  return typeof value === "string" ? syntax.text(value) : syntax.number(Number(value));
}

const missingOf = (type: ValueType, syntax: Syntax): Code => (isNumeric(type) ? syntax.number(Number.NaN) : syntax.missing);

export const isNumeric = (type: ValueType): boolean => type.kind === "number" || type.kind === "bool";

function elementType(type: ValueType): ValueType {
  if (type.kind === "vector") return { kind: type.of };
  return type.kind === "list" ? elementType(type.of) : type;
}

/** What a vector or list holds. */
function innerType(type: ValueType): ValueType {
  if (type.kind === "vector") return { kind: type.of };
  return type.kind === "list" ? type.of : type;
}

/** A list of vectors as a list of items that are not taken apart. */
function asItems(type: ValueType): ValueType {
  return type.kind === "list" ? { kind: "list", of: asItems(type.of) } : { kind: "text" };
}

/** How deep values are nested: 0 for numbers and texts, 1 for vectors and lists of them. */
function depthOf(type: ValueType): number {
  if (type.kind === "list") return 1 + depthOf(type.of);
  return type.kind === "vector" ? 1 : 0;
}

/** Whether the operator takes this evaluated argument as a whole; a range is two of them. */
function isWhole(operator: Operator, index: number): boolean {
  const kinds = operator.parameters.flatMap((parameter) => (parameter.type === "range" ? ["range", "range"] : [parameter.type]));
  return takesWhole((kinds[index] ?? kinds.at(-1)) as ParameterType);
}
