// Random expressions as people write them, by type, over the whole catalogue. Not all of them have a meaning: units agree (there are
// none), but a record may ask for more than its parameters say. It must not know rewards.
import { operators } from "../../runtime/operators/index.ts";
import type { Operator, Parameter } from "../../runtime/operators/operator.ts";
import type { Choices } from "../emit/choices.ts";

export type Kind = "number" | "bool" | "text" | "vector" | "list" | "texts" | "quaternion" | "vectors";

/** What an expression may name, by kind, and whether it stands on a step. */
export interface Scene {
  choices: Choices;
  names: Readonly<Record<Kind, readonly string[]>>;
  timing: "step" | "end";
  /** Elements that a `for` around it is at. */
  elements: { name: string; kind: Kind }[];
}

const NUMBERS = ["0", "1", "2", "0.5", "3", "0.25", "10", "-1", "1e-3"];
const TEXTS = ['""', '"a"', '"so \\\\boxed{42}"', '"a b, c"', '"12 3.5"', '"ünï 🙂"'];
const PATTERNS = ['"a"', 'r"\\d+"', 'r"\\\\boxed\\{([^{}]+)\\}"', 'r"^so"i', 'r"(a|b)c?"'];

const calls = operators.filter(
  ({ symbol, category, name }) => symbol === undefined && category !== "scenario" && !isSpecial(name),
);

/** Written differently, or only somewhere. */
function isSpecial(name: string): boolean {
  return [
    "potential",
    "progress",
    "to",
    "regex",
    "collect",
    "always",
    "eventually",
    "until",
    "robustness",
    "discounted",
  ].includes(name);
}

const resultOf: Readonly<Record<string, Kind>> = {
  number: "number",
  count: "number",
  "number?": "number",
  "count?": "number",
  bool: "bool",
  "bool?": "bool",
  text: "text",
  "text?": "text",
  "list of number": "list",
  "list of text": "texts",
  "list of text?": "texts",
  quaternion: "quaternion",
  vector: "vector",
  "as first": "vector",
  "element?": "number",
};

const missing: Readonly<Partial<Record<Kind, string>>> = { number: "0", bool: "false", text: '"-"', texts: '["-"]' };

export function expression(scene: Scene, kind: Kind, depth: number): string {
  const { choices } = scene;
  if (depth <= 0) return leaf(scene, kind);
  const forms = [
    () => leaf(scene, kind),
    () => call(scene, kind, depth),
    () => call(scene, kind, depth),
    ...formsOf(scene, kind, depth),
  ];
  return choices.pick(forms)() ?? leaf(scene, kind);
}

function leaf({ choices, names, elements, timing }: Scene, kind: Kind): string {
  const known = [...names[kind], ...names[kind], ...elements.filter((element) => element.kind === kind).map(({ name }) => name)];
  if (known.length > 0 && choices.chance(75)) return choices.pick(known);
  switch (kind) {
    case "number":
      return timing === "step" && choices.chance(15) ? choices.pick(["t", "time / 1 [s]"]) : choices.pick(NUMBERS);
    case "bool":
      return choices.pick(timing === "step" ? ["true", "false", "first", "ending"] : ["true", "false"]);
    case "text":
      return choices.pick(TEXTS);
    case "vector":
      return choices.pick(["[1, 0.5, -2]", "[0, 0, 1]"]);
    case "list":
      return choices.pick(["[0.5, 1]", 'numbers_in("1 2 3")']);
    case "texts":
      return choices.pick(['["a", "b"]', 'words("a b a")']);
    case "vectors":
      return "rows([1, 2, 3, 4, 5, 6], 3)";
    case "quaternion":
      return "quaternion(w: 1, x: 0, y: 0, z: 0)";
  }
}

function formsOf(scene: Scene, kind: Kind, depth: number): (() => string | undefined)[] {
  const { choices } = scene;
  const part = (of: Kind) => expression(scene, of, depth - 1);
  const inner: (() => string | undefined)[] = [() => `(if ${part("bool")} then ${part(kind)} else ${part(kind)})`];
  if (kind === "number") {
    inner.push(
      () => `(${part("number")} ${choices.pick(["+", "-", "*", "/", "%"])} ${part("number")})`,
      () => `(${part("number")} ^ ${choices.pick(["2", "3", "0.5"])})`,
      () => `-${part("number")}`,
      () => `${choices.pick(scene.names.vector)}.${choices.pick(["x", "y", "z"])}`,
      () => `(${choices.pick(scene.names.list)}[${choices.below(3)}] ?? ${part("number")})`,
      () => `${fold(choices)}(${part(choices.pick(["vector", "list"]))})`,
      () => overElements(scene, fold(choices), "number", depth),
      () => `(match ${part("text")} { "a" => ${part("number")}, else => ${part("number")} })`,
      () => axis(scene, fold(choices), "number", depth),
    );
  }
  if (kind === "bool") {
    inner.push(
      () => `(${part("number")} ${choices.pick(["<", "<=", ">", ">=", "==", "!="])} ${part("number")})`,
      () => `(${part("bool")} ${choices.pick(["and", "or"])} ${part("bool")})`,
      () => `not ${part("bool")}`,
      () => `(${part("number")} in 0..${choices.below(5)})`,
      () => `(${part("text")} matches ${choices.pick(PATTERNS)})`,
      () => overElements(scene, choices.pick(["any", "all"]), "bool", depth),
      () => axis(scene, choices.pick(["any", "all"]), "bool", depth),
    );
    if (scene.timing === "end" && scene.elements.length === 0) {
      const steps = { ...scene, timing: "step" as const, names: scene.names };
      inner.push(
        () =>
          `${choices.pick(["always", "eventually"])}(${expression(steps, "bool", depth - 1)}${choices.pick(["", ", within: 0..2"])})`,
        () => `until(${expression(steps, "bool", depth - 1)}, ${expression(steps, "bool", depth - 1)})`,
      );
    }
  }
  if (kind === "vector" || kind === "list") {
    inner.push(
      () => `(${part(kind)} ${choices.pick(["+", "-", "*"])} ${part(choices.chance(50) ? kind : "number")})`,
      () => `${choices.pick(["abs", "exp", "tanh", "floor"])}(${part(kind)})`,
    );
  }
  if (kind === "vector") inner.push(() => `[${part("number")}, ${part("number")}, ${part("number")}]`);
  if (kind === "list" || kind === "texts") inner.push(() => builder(scene, kind === "list" ? "number" : "text", depth));
  if (kind === "text") inner.push(() => `(${part("text")} + ${part("text")})`);
  return inner;
}

const fold = (choices: Choices): string => choices.pick(["sum", "mean", "min", "max", "median", "std", "product"]);

const VARIABLES = ["k", "d", "el"];

function through<T>(scene: Scene, depth: number, use: (inside: Scene, name: string, source: string) => T): T {
  const { choices } = scene;
  const kind = choices.pick<Kind>(["vector", "list", "texts"]);
  const source = choices.chance(20) ? `0..${choices.below(4)}` : expression(scene, kind, depth - 1);
  const element: Kind = kind === "texts" && !source.includes("..") ? "text" : "number";
  const name = VARIABLES[scene.elements.length % VARIABLES.length]!;
  return use({ ...scene, elements: [...scene.elements, { name, kind: element }] }, name, source);
}

function overElements(scene: Scene, operator: string, kind: Kind, depth: number): string {
  return through(scene, depth, (inside, name, source) => {
    const where = scene.choices.chance(30) ? ` where ${expression(inside, "bool", depth - 1)}` : "";
    return `${operator}(${expression(inside, kind, depth - 1)} for ${name} in ${source}${where})`;
  });
}

function builder(scene: Scene, kind: Kind, depth: number): string {
  return through(scene, depth, (inside, name, source) => `[${expression(inside, kind, depth - 1)} for ${name} in ${source}]`);
}

function axis(scene: Scene, operator: string, kind: Kind, depth: number): string | undefined {
  if (scene.elements.length > 0) return undefined;
  const steps: Scene = { ...scene, timing: "step" };
  const where = scene.choices.chance(25) ? ` where ${expression(steps, "bool", depth - 1)}` : "";
  const along = scene.timing === "end" ? "steps" : `last ${1 + scene.choices.below(3)} steps`;
  return `(${operator}(${expression(steps, kind, depth - 1)}${where}) over ${along})`;
}

function call(scene: Scene, kind: Kind, depth: number): string | undefined {
  const fitting = calls.filter(
    ({ result, elementwise, category, reduce, evaluate }) =>
      resultOf[result] === kind &&
      (category !== "sequence" || (scene.timing === "step" && scene.elements.length === 0)) &&
      (elementwise || reduce !== undefined || evaluate !== undefined || category === "sequence"),
  );
  if (fitting.length === 0) return undefined;
  const operator = scene.choices.pick(fitting);
  const text = `${operator.name}(${argumentsOf(scene, operator, depth).join(", ")})`;
  return operator.result.endsWith("?") ? `(${text} ?? ${missing[kind] ?? "0"})` : text;
}

function argumentsOf(scene: Scene, operator: Operator, depth: number): string[] {
  const { choices } = scene;
  return operator.parameters.flatMap((parameter) => {
    if (parameter.default !== undefined && choices.chance(65)) return [];
    const value = argument(scene, parameter, depth);
    const named = parameter.default !== undefined ? `${parameter.name}: ${value}` : value;
    return parameter.variadic && choices.chance(30) ? [named, argument(scene, parameter, depth)] : [named];
  });
}

function argument(scene: Scene, parameter: Parameter, depth: number): string {
  const { choices } = scene;
  const part = (kind: Kind) => expression(scene, kind, depth - 1);
  switch (parameter.type) {
    case "option":
      return JSON.stringify(choices.pick(parameter.options ?? [""]));
    case "count":
      return String(choices.below(3));
    case "number":
      return parameter.constant ? choices.pick(["0.1", "0.5", "1", "2"]) : part("number");
    case "range":
      return `${choices.pick(["-1", "0", "0.5"])}..${choices.pick(["1", "2", "inf"])}`;
    case "pattern":
      return choices.pick(PATTERNS);
    case "values":
      return part(choices.pick(["vector", "list"]));
    case "list":
      return part(choices.pick(["vector", "list", "texts"]));
    case "any":
      return part(choices.pick(["number", "text", "list"]));
    default:
      return part(parameter.type);
  }
}
