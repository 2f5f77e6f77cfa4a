// Random well-typed expressions over the operator catalogue, as nodes. It must not know rewards.
import { operators } from "../../runtime/operators/index.ts";
import { type Operator, type Parameter, takesWhole } from "../../runtime/operators/operator.ts";
import type { NodeId, Timing, ValueType } from "../../runtime/program.ts";
import { collectionForms } from "./arbitrary-collections.ts";
import { foldForms, isInside, waitsForGroup } from "./arbitrary-folds.ts";
import {
  add,
  BOOL,
  constant,
  elementType,
  leaf,
  list,
  literal,
  NUMBER,
  type Scope,
  sameType,
  TEXT,
  vector,
  type Workshop,
} from "./arbitrary-leaf.ts";

const PATTERNS: [pattern: string, flags: string, literal: boolean][] = [
  ["a", "", true],
  ["\\d+", "", false],
  ["\\\\boxed\\{([^{}]+)\\}", "", false],
  ["^so", "i", false],
  ["/[/]", "", false],
];

const applicable = operators.filter((operator) => operator.evaluate !== undefined && operator.rewritten !== true);
const reductions = operators.filter((operator) => operator.reduce !== undefined);

/** An expression of a type; deeper ones are larger. */
export function express(shop: Workshop, type: ValueType, scope: Scope, depth: number): NodeId {
  const { choices } = shop;
  if (depth <= 0) return leaf(shop, type, scope);
  const makers = [() => leaf(shop, type, scope), () => apply(shop, type, scope, depth), ...formsOf(shop, type, scope, depth)];
  return choices.pick(makers)() ?? leaf(shop, type, scope);
}

function formsOf(shop: Workshop, type: ValueType, scope: Scope, depth: number): (() => NodeId | undefined)[] {
  const { choices } = shop;
  const inner = (of: ValueType) => express(shop, of, scope, depth - 1);
  const forms: (() => NodeId | undefined)[] = [
    () => apply(shop, type, scope, depth),
    () => apply(shop, type, scope, depth),
    () =>
      add(
        shop,
        { op: "if", args: [inner(type.kind === "vector" ? splitting(shop, type, BOOL) : BOOL), inner(type), inner(type)] },
        type,
        scope,
      ),
    () => add(shop, { op: "default", args: [inner(type), inner(type)] }, type, scope),
    () => reuse(shop, type, scope),
    ...foldForms(shop, type, scope, depth, (of, at, deep) => express(shop, of, at, deep)),
  ];
  if ((scope === "step" || scope === "total") && shop.elements.length === 0) {
    forms.push(() => {
      const value = inner(type);
      return add(shop, { op: "prev", args: choices.chance(40) ? [value, inner(type)] : [value] }, type, scope);
    });
  }
  if (type.kind === "vector") {
    const { size } = type;
    forms.push(() =>
      add(shop, { op: "vector", args: Array.from({ length: size }, () => inner(elementType(type))) }, type, scope),
    );
    forms.push(() => {
      const wide = size + choices.below(2);
      const components = Array.from({ length: size }, (_, k) => (choices.chance(70) ? k + wide - size : choices.below(wide)));
      return add(shop, { op: "component", args: [inner(vector(wide, type.of))], components, scalar: false }, type, scope);
    });
  }
  if (type.kind === "number" || type.kind === "bool") {
    forms.push(() => {
      const size = 2 + choices.below(2);
      return add(
        shop,
        { op: "component", args: [inner(vector(size, type.kind))], components: [choices.below(size)], scalar: true },
        type,
        scope,
      );
    });
    forms.push(() => reduce(shop, type, scope, depth));
    forms.push(() =>
      add(
        shop,
        {
          op: "element",
          args: [inner(choices.pick([list(type), vector(2, type.kind)])), constant(shop, choices.pick([0, 1, 5]), NUMBER)],
        },
        type,
        scope,
      ),
    );
    if (scope === "end" && shop.elements.length === 0)
      forms.push(
        () => aggregate(shop, type, depth),
        () => aggregate(shop, type, depth),
        ...(shop.hasSteps ? [() => formula(shop, type, depth)] : []),
      );
  }
  const collections = collectionForms(shop, type, scope, inner);
  if (collections.length > 0)
    forms.push(
      () => choices.pick(collections)(),
      () => choices.pick(collections)(),
    );
  if (type.kind === "text") {
    forms.push(() =>
      add(shop, { op: "element", args: [inner(list(TEXT)), constant(shop, choices.pick([0, 1]), NUMBER)] }, type, scope),
    );
  }
  return forms;
}

/** An element type as it is, or as the container `like`: what element-wise operators accept. */
function splitting(shop: Workshop, like: ValueType, element: ValueType): ValueType {
  if (!shop.choices.chance(60)) return element;
  if (like.kind === "vector" && element.kind !== "text") return vector(like.size, element.kind === "bool" ? "bool" : "number");
  return like.kind === "list" ? list(element) : element;
}

function reuse(shop: Workshop, type: ValueType, scope: Scope): NodeId | undefined {
  const reach: Timing[] = {
    constant: ["constant"],
    start: ["constant", "start"],
    step: ["constant", "start", "step"],
    end: ["constant", "start", "end"],
    total: [],
  }[scope] as Timing[];
  const candidates = shop.nodes.flatMap((node, id) =>
    sameType(node.type, type) && node.op !== "pattern" && reach.includes(node.timing) && !isInside(shop, id) ? [id] : [],
  );
  return candidates.length === 0 ? undefined : shop.choices.pick(candidates);
}

const RESULTS: Readonly<Record<string, string>> = {
  number: "number",
  count: "number",
  bool: "bool",
  "bool?": "bool",
  text: "text",
  "text?": "text",
  "number?": "number",
  "count?": "number",
  "list of text": "list",
};

function apply(shop: Workshop, type: ValueType, scope: Scope, depth: number): NodeId | undefined {
  const wanted = elementType(type).kind;
  const fitting = applicable.filter((operator) => {
    if (operator.result === "list of text") return type.kind === "list" && type.of.kind === "text";
    return RESULTS[operator.result] === wanted && (operator.elementwise || type.kind === wanted);
  });
  if (fitting.length === 0) return undefined;
  const operator = shop.choices.pick(fitting);
  // Which argument a list result follows from is only clear where none is taken whole.
  if (operator.elementwise && type.kind === "list" && operator.parameters.some((parameter) => takesWhole(parameter.type)))
    return undefined;
  const whole = type.kind === "vector" || (type.kind === "list" && operator.result !== "list of text") ? type : undefined;
  const args = argumentsOf(shop, operator, whole, scope, depth);
  const isSplit = (k: number) => !takesWhole((operator.parameters[k] ?? operator.parameters.at(-1)!).type);
  if (whole !== undefined && !args.some((id, k) => isSplit(k) && shop.nodes[id].type.kind === whole.kind)) return undefined;
  const types = args.map((id) => shop.nodes[id].type);
  const stated = operator.elementwise
    ? undefined
    : operator.resultType?.(
        types,
        args.map(() => undefined),
      );
  if (stated !== undefined && "problem" in stated) return undefined;
  return add(shop, { op: "apply", operator: operator.name, args }, type, scope);
}

/** `whole`: the vector or list the result shall be; its arguments may be containers of the same size. */
function argumentsOf(shop: Workshop, operator: Operator, whole: ValueType | undefined, scope: Scope, depth: number): NodeId[] {
  const { choices } = shop;
  const shaped = (element: ValueType) =>
    express(shop, whole === undefined ? element : splitting(shop, whole, element), scope, depth - 1);
  const anything = choices.pick(operator.name === "equal" || operator.name === "not_equal" ? [NUMBER, BOOL, TEXT] : [NUMBER]);
  const alike = choices.pick([list(NUMBER), list(TEXT), vector(2)]);
  const sequence = choices.pick([TEXT, TEXT, list(NUMBER), list(TEXT), vector(2)]);
  const one = (parameter: Parameter): NodeId[] => {
    switch (parameter.type) {
      case "bool":
        return [shaped(BOOL)];
      case "text":
        return [shaped(TEXT)];
      case "count":
        return [constant(shop, choices.below(3), NUMBER)];
      case "option":
        return [constant(shop, choices.pick(parameter.options ?? [""]), TEXT)];
      case "pattern": {
        const [pattern, flags, literal] = choices.pick(PATTERNS);
        return choices.chance(20) ? [shaped(TEXT)] : [add(shop, { op: "pattern", pattern, flags, literal }, TEXT, "constant")];
      }
      case "range":
        return [shaped(NUMBER), shaped(NUMBER)];
      case "values":
        return [
          present(
            shop,
            express(
              shop,
              operator.name === "dot" ? vector(3) : choices.pick([vector(2), vector(3), list(NUMBER)]),
              scope,
              depth - 1,
            ),
            scope,
          ),
        ];
      case "quaternion":
        return [express(shop, vector(4), scope, depth - 1)];
      case "texts":
        return [present(shop, express(shop, list(TEXT), scope, depth - 1), scope)];
      case "list":
        if (operator.name === "one_of") return [constant(shop, ["a", "b c"], list(TEXT))];
        return [present(shop, express(shop, choices.pick([list(NUMBER), list(TEXT)]), scope, depth - 1), scope)];
      case "any":
        if (operator.name === "length") return [express(shop, choices.pick([TEXT, list(TEXT), vector(2)]), scope, depth - 1)];
        if (operator.name === "ngram_repetition")
          return [express(shop, choices.pick([TEXT, list(TEXT), vector(2)]), scope, depth - 1)];
        if (operator.category === "similarity") return [express(shop, sequence, scope, depth - 1)];
        if (operator.name === "one_of") return [shaped(TEXT)];
        if (operator.name === "same") return [express(shop, alike, scope, depth - 1)];
        return [shaped(anything)];
      default:
        return parameter.constant ? [constant(shop, choices.pick([0.1, 0.5, 1]), NUMBER)] : [shaped(NUMBER)];
    }
  };
  return operator.parameters.flatMap((parameter) =>
    parameter.variadic ? [...one(parameter), ...(choices.chance(30) ? one(parameter) : [])] : one(parameter),
  );
}

/** A list that is there: operators on whole lists do not take a missing one. */
function present(shop: Workshop, id: NodeId, scope: Scope): NodeId {
  const { type } = shop.nodes[id];
  return type.kind === "list" ? add(shop, { op: "default", args: [id, literal(shop, type)] }, type, scope) : id;
}

function reducing(shop: Workshop, kind: "number" | "bool"): { operator: Operator; element: "number" | "bool"; extra: NodeId[] } {
  const fitting = reductions.filter(({ result }) => (kind === "bool" ? result === "bool" : result !== "bool"));
  const operator = shop.choices.pick(fitting);
  const conditions = ["any", "all", "count"].includes(operator.name);
  const settings = operator.evaluate === undefined ? operator.parameters.slice(1) : [];
  const extra = settings.map(({ type }) =>
    constant(shop, type === "count" ? shop.choices.below(2) : shop.choices.pick([0.25, 0.5, 1]), NUMBER),
  );
  return { operator, element: conditions ? "bool" : "number", extra };
}

function reduce(shop: Workshop, type: ValueType & { kind: "number" | "bool" }, scope: Scope, depth: number): NodeId {
  const { operator, element, extra } = reducing(shop, type.kind);
  const container = shop.choices.pick([vector(2, element), vector(3, element), list({ kind: element })]);
  return add(
    shop,
    { op: "reduce", operator: operator.name, args: [express(shop, container, scope, depth - 1), ...extra] },
    type,
    scope,
  );
}

function aggregate(shop: Workshop, type: ValueType & { kind: "number" | "bool" }, depth: number): NodeId {
  const { operator, element, extra } = reducing(shop, type.kind);
  const group = !shop.hasSteps || shop.choices.chance(10);
  const value = express(shop, { kind: element }, group ? "end" : "step", depth - 1);
  if (group && waitsForGroup(shop, value)) return leaf(shop, type, "end");
  return add(
    shop,
    { op: "aggregate", operator: operator.name, axis: group ? "group" : "steps", args: [value, ...extra] },
    type,
    "end",
  );
}

/** A temporal formula, or its margin, on the first or the last step. */
function formula(shop: Workshop, type: ValueType & { kind: "number" | "bool" }, depth: number): NodeId {
  const { choices } = shop;
  const combine = type.kind === "bool" ? "and" : "max";
  // They look at later steps, so nothing else may take them: no expression reuses what is known per group.
  const make = (operation: Parameters<typeof add>[1]) => {
    const id = add(shop, operation, type, "end");
    shop.nodes[id].timing = "group";
    return id;
  };
  const temporal = (level: number): NodeId => {
    const from = choices.below(3);
    const operator = choices.pick(["always", "eventually", "until"] as const);
    const part = () => (level > 0 && choices.chance(60) ? between(level - 1) : express(shop, type, "step", depth - 1));
    return make({
      op: "temporal",
      operator,
      args: operator === "until" ? [part(), part()] : [part()],
      from,
      to: choices.chance(40) ? null : from + choices.below(3),
      ...(type.kind === "number" ? { nothing: choices.pick([1, null]) } : {}),
    });
  };
  const between = (level: number): NodeId => {
    const inner = temporal(level);
    if (choices.chance(40)) return inner;
    return make({ op: "apply", operator: combine, args: [choices.chance(30) ? inner : express(shop, type, "step", 0), inner] });
  };
  const operator = choices.pick(["first", "last"]);
  return add(shop, { op: "aggregate", operator, axis: "steps", args: [between(2)] }, type, "end");
}
