// Calls of functions, of what belongs to the language (`Math.max`, `Array.from`) and `new`. It must not know methods of values.
import { arrayFrom } from "./comprehensions.ts";
import { raw, rawText, valueText } from "./expressions.ts";
import { isKept, kindOf } from "./kinds.ts";
import { methodCall } from "./methods.ts";
import { atom, type Code, flagsText, level, type Printer, patternText, prelude, within } from "./printer.ts";
import { type Expression, unknown } from "./tree.ts";

type Call = Expression & { t: "call" };

export function callText(p: Printer, node: Call | (Expression & { t: "new" })): Code {
  if (node.t === "new") return construct(p, node);
  const { of } = node;
  if (of.t === "name" && of.binding !== undefined) return ownCall(p, node, of);
  if (of.t === "name")
    return prelude(p, GLOBALS[of.name] ?? unknown(`${of.name}(…)`), ...node.args.map((arg) => valueText(p, arg)));
  if (of.t !== "member") return atom(`${within(raw(p, of), level.atom)}(${args(p, node.args, rawText)})`);
  if (of.of.t === "name" && of.of.binding === undefined) return languageCall(p, of.of.name, of.name, node.args);
  return methodCall(p, of, node.args);
}

const GLOBALS: Readonly<Record<string, string>> = { Number: "_number", String: "_str", Boolean: "_truthy" };

const args = (p: Printer, nodes: readonly Expression[], print: (p: Printer, node: Expression) => string): string =>
  nodes.map((node) => (node.t === "spread" ? `*${within(raw(p, node.of), level.shift)}` : print(p, node))).join(", ");

function ownCall(p: Printer, node: Call, of: Expression & { t: "name" }): Code {
  if (of.name === "fillPattern") return fillPattern(p, node);
  const callee = of.binding?.callee;
  // Who calls what he was given passes an index as it is.
  if (callee === undefined) return atom(`${raw(p, of).text}(${args(p, node.args, rawText)})`);
  const texts = node.args.map((arg, k) => {
    if (arg.t === "spread") return `*${within(raw(p, arg.of), level.shift)}`;
    const to = callee.parameters[Math.min(k, callee.parameters.length - 1)]?.to;
    return to?.t === "name" && isKept(to.binding?.kind) ? rawText(p, arg) : valueText(p, arg);
  });
  return atom(`${raw(p, of).text}(${texts.join(", ")})`);
}

/** The pieces are regular expressions, whatever they look like. */
function fillPattern(p: Printer, { of, args: [pieces, flags, parts] }: Call): Code {
  if (pieces?.t !== "array" || flags?.t !== "text") return unknown("a pattern that is put together otherwise");
  const texts = pieces.items.map((item) =>
    item.t === "text" ? patternText(p, item.value, flags.value) : unknown("such a piece"),
  );
  return atom(`${raw(p, of).text}([${texts.join(", ")}], ${flagsText(flags.value)}, ${rawText(p, parts)})`);
}

function construct(p: Printer, { name, args: given }: Expression & { t: "new" }): Code {
  const [first] = given;
  switch (name) {
    case "Float64Array":
    case "Int32Array":
    case "Array": {
      const zero = name === "Float64Array" ? "0.0" : name === "Array" ? "None" : "0";
      return { text: `[${zero}] * ${countText(p, first)}`, level: level.product };
    }
    case "Map":
      return given.length === 0 ? atom("{}") : unknown("a map that is not empty");
    case "Set":
      return given.length === 0 ? atom("{}") : prelude(p, "_set", rawText(p, first));
    case "RangeError":
      return atom(`ValueError(${rawText(p, first)})`);
    default:
      return unknown(`new ${name}`);
  }
}

/** A size as Python takes it. */
export function countText(p: Printer, node: Expression): string {
  if (kindOf(node) === "whole") return within(raw(p, node), level.sign);
  return prelude(p, "_count", rawText(p, node)).text;
}

const MATHS = new Set(
  (
    "exp expm1 log log1p log2 log10 sqrt cbrt sin cos tan asin acos atan atan2 sinh cosh tanh asinh acosh atanh floor ceil round trunc " +
    "sign hypot pow abs max min"
  ).split(" "),
);
const NUMBERS: Readonly<Record<string, string>> = {
  isNaN: "_isnan",
  isFinite: "_finite",
  isInteger: "_is_integer",
  isSafeInteger: "_is_safe_integer",
};

function languageCall(p: Printer, owner: string, name: string, given: readonly Expression[]): Code {
  const [first, second] = given;
  switch (owner) {
    case "Math":
      return mathsCall(p, name, given);
    case "Number":
      return numberTest(p, NUMBERS[name] ?? unknown(`Number.${name}`), first);
    case "Array":
      if (name === "isArray") return prelude(p, "_is_array", rawText(p, first));
      return name === "from" ? arrayFrom(p, first, second) : unknown(`Array.${name}`);
    case "Float64Array":
      return name === "from" ? arrayFrom(p, first, second) : unknown(`Float64Array.${name}`);
    case "Object":
      return objectCall(p, name, given);
    case "JSON":
      return prelude(
        p,
        name === "parse" ? "_parse_json" : name === "stringify" ? "_json" : unknown(`JSON.${name}`),
        rawText(p, first),
      );
    case "String":
      if (name !== "fromCharCode" && name !== "fromCodePoint") return unknown(`String.${name}`);
      return prelude(p, "_character", rawText(p, first));
    default:
      return unknown(`${owner}.${name}`);
  }
}

function mathsCall(p: Printer, name: string, given: readonly Expression[]): Code {
  if (!MATHS.has(name)) return unknown(`Math.${name}`);
  const extreme = name === "max" || name === "min";
  if (extreme && given.length === 2 && given.every((arg) => kindOf(arg) === "whole"))
    return atom(`${name}(${args(p, given, rawText)})`);
  const many = extreme && (given.length !== 2 || given.some(({ t }) => t === "spread"));
  return prelude(p, `_${name}${many ? "_of" : ""}`, args(p, given, valueText));
}

/** Only NaN differs from itself. */
function numberTest(p: Printer, test: string, node: Expression): Code {
  const text = raw(p, node).text;
  if (test === "_isnan" && node.t === "name") return { text: `${text} != ${text}`, level: level.compare };
  return prelude(p, test, text);
}

function objectCall(p: Printer, name: string, given: readonly Expression[]): Code {
  const text = within(raw(p, given[0]), level.atom);
  if (name === "keys") return atom(`list(${text})`);
  if (name === "values" || name === "entries") return atom(`list(${text}.${name === "values" ? "values" : "items"}())`);
  if (name === "fromEntries") return atom(`dict(${text})`);
  return name === "hasOwn" ? prelude(p, "_has_own", text, rawText(p, given[1])) : unknown(`Object.${name}`);
}
