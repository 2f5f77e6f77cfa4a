// JavaScript expressions → Python expressions that give the same values and raise nothing. It must not know statements.
// Where Python's own operator could differ or raise, a function of the prelude stands.
import { quote } from "../syntax-javascript.ts";
import { callText } from "./calls.ts";
import { functionText } from "./functions.ts";
import { isKept, kindOf } from "./kinds.ts";
import { member } from "./members.ts";
import { atom, type Code, compiledPattern, level, type Printer, prelude, preludeName, within } from "./printer.ts";
import { type Expression, unknown } from "./tree.ts";

/** The value, every number in it a `float`. */
export function value(p: Printer, node: Expression): Code {
  if (kindOf(node) !== "whole") return raw(p, node);
  if (node.t === "choice") return choice(p, node, value);
  const text = raw(p, node).text;
  return /^-?[0-9]+$/.test(text)
    ? { text: `${text}.0`, level: text.startsWith("-") ? level.sign : level.atom }
    : atom(`float(${text})`);
}

export const valueText = (p: Printer, node: Expression): string => within(value(p, node), level.lambda);

/** The value as it is kept: a whole number may be an `int`. */
export function raw(p: Printer, node: Expression): Code {
  switch (node.t) {
    case "number":
      return atom(kindOf(node) === "whole" ? String(node.value) : floatText(p, node.value));
    case "text":
      return atom(quote(node.value));
    case "template":
      return template(p, node);
    case "regex": {
      const pattern = compiledPattern(p, node.source, node.flags);
      // What matches at one place only keeps that place.
      return node.flags.includes("y") ? atom(`{"pattern": ${pattern.text}, "lastIndex": 0}`) : pattern;
    }
    case "name":
      return name(p, node);
    case "array":
      return atom(
        `[${node.items.map((item) => (item.t === "spread" ? `*${within(raw(p, item.of), level.sum)}` : valueText(p, item))).join(", ")}]`,
      );
    case "object":
      return record(p, node);
    case "unary":
      return unary(p, node);
    case "update":
      return update(p, node);
    case "binary":
      return binary(p, node);
    case "assign":
      if (node.op !== "=" || node.left.t !== "name") return unknown("an assignment inside an expression");
      return { text: `${raw(p, node.left).text} := ${stored(p, node.left, node.right)}`, level: level.walrus };
    case "choice":
      return choice(p, node, kindOf(node) === "other" ? value : raw);
    case "call":
      return callText(p, node);
    case "new":
      return callText(p, node);
    case "member":
      return member(p, node);
    case "index":
      return element(p, node, "_at");
    case "spread":
      return unknown("a spread here");
    case "yield":
      return { text: `yield ${raw(p, node.of).text}`, level: level.walrus };
    case "function":
      return functionText(p, node.function);
  }
}

export const rawText = (p: Printer, node: Expression): string => within(raw(p, node), level.lambda);

/** What a variable is given: whole numbers stay what they are only where nothing else is put there. */
export function stored(p: Printer, into: Expression & { t: "name" }, node: Expression): string {
  return isKept(into.binding?.kind) ? rawText(p, node) : valueText(p, node);
}

function choice(p: Printer, node: Expression & { t: "choice" }, part: typeof raw): Code {
  const [yes, no] = [part(p, node.yes), part(p, node.no)];
  const text = `${within(yes, level.or)} if ${within(condition(p, node.test), level.or)} else ${within(no, level.choice)}`;
  return { text, level: level.choice };
}

function floatText(p: Printer, number: number): string {
  if (!Number.isFinite(number)) return preludeName(p, "_INF").text;
  const text = String(number);
  return /[.e]/.test(text) ? text : `${text}.0`;
}

function name(p: Printer, { name, binding }: Expression & { t: "name" }): Code {
  if (binding !== undefined)
    return binding.python.startsWith("-") ? { text: binding.python, level: level.sign } : atom(binding.python);
  const known: Readonly<Record<string, string>> = {
    null: "None",
    undefined: "None",
    true: "True",
    false: "False",
    NaN: "_NAN",
    Infinity: "_INF",
  };
  const functions: Readonly<Record<string, string>> = { Number: "_number", Boolean: "_truthy", String: "_str" };
  if (functions[name]) return preludeName(p, functions[name]);
  if (known[name]?.startsWith("_")) return preludeName(p, known[name]);
  return atom(known[name] ?? unknown(`the name ${name}`));
}

function template(p: Printer, { pieces, parts }: Expression & { t: "template" }): Code {
  const texts = pieces.flatMap((piece, k) => [
    ...(piece === "" ? [] : [quote(piece)]),
    ...(k < parts.length ? [prelude(p, "_str", rawText(p, parts[k])).text] : []),
  ]);
  return texts.length === 0 ? atom('""') : { text: texts.join(" + "), level: texts.length > 1 ? level.sum : level.atom };
}

function record(p: Printer, { properties }: Expression & { t: "object" }): Code {
  return atom(`{${recordParts(p, properties).join(", ")}}`);
}

export const recordParts = (p: Printer, properties: (Expression & { t: "object" })["properties"]): string[] =>
  properties.map((property) => recordPart(p, property));

export function recordPart(p: Printer, { key, value: node }: (Expression & { t: "object" })["properties"][number]): string {
  // Counts stay whole here: nothing is computed from them.
  if (key !== undefined) return `${quote(key)}: ${/^-?[0-9]+$/.test(rawText(p, node)) ? valueText(p, node) : rawText(p, node)}`;
  if (node.t === "binary" && node.op === "&&") {
    return `**(${rawText(p, node.right)} if ${within(condition(p, node.left), level.or)} else {})`;
  }
  if (node.t === "choice") return `**(${rawText(p, node)})`;
  return `**${prelude(p, "_fields", rawText(p, node)).text}`;
}

function unary(p: Printer, { op, of }: Expression & { t: "unary" }): Code {
  if (op === "!") {
    const inner = condition(p, of);
    return { text: `not ${within(inner, level.not)}`, level: level.not };
  }
  if (op === "+") return prelude(p, "_number", rawText(p, of));
  if (op !== "-") return unknown(op);
  const whole = kindOf(of) === "whole";
  if (of.t === "number" && of.value !== 0 && whole) return { text: `-${raw(p, of).text}`, level: level.sign };
  return { text: `-${within(whole ? value(p, of) : numeric(p, of), level.sign)}`, level: level.sign };
}

function update(p: Printer, { op, prefix, of }: Expression & { t: "update" }): Code {
  if (of.t !== "name") return unknown("counting something other than a variable");
  const [plus, minus] = op === "++" ? ["+", "-"] : ["-", "+"];
  const text = `${raw(p, of).text} := ${raw(p, of).text} ${plus} 1`;
  return prefix ? { text, level: level.walrus } : { text: `(${text}) ${minus} 1`, level: level.sum };
}

/** An operand of arithmetic, where what is not there counts as NaN. */
export function numeric(p: Printer, node: Expression): Code {
  return node.t === "index" ? element(p, node, "_num") : raw(p, node);
}

/** An element of a list; by a function of the prelude where it may not be there. */
export function element(p: Printer, node: Expression & { t: "index" }, otherwise: "_at" | "_num"): Code {
  const { of, index } = node;
  const list = raw(p, of);
  const text = rawText(p, index);
  const counts = index.t === "name" && index.binding?.kind === "whole";
  const known =
    of.t === "name" && index.t === "name" && index.binding && of.binding && p.within.get(index.binding)?.has(of.binding);
  const exists = p.inProgram && (counts || (index.t === "number" && kindOf(index) === "whole"));
  // A row of a column exists wherever rows are walked.
  const isRow = counts && (index.name === "row" || index.name === "t");
  if (!node.optional && (known || exists || isRow)) return atom(`${within(list, level.atom)}[${text}]`);
  return prelude(p, otherwise, list.text, text);
}

const ARITHMETIC: Readonly<Record<string, [own: number, left: number, right: number]>> = {
  "+": [level.sum, level.sum, level.product],
  "-": [level.sum, level.sum, level.product],
  "*": [level.product, level.product, level.sign],
};

function binary(p: Printer, node: Expression & { t: "binary" }): Code {
  const { op, left, right } = node;
  const pair = () => [numeric(p, left), numeric(p, right)];
  switch (op) {
    case "+":
    case "-":
    case "*": {
      const [own, l, r] = ARITHMETIC[op];
      // A whole 0 has no sign.
      const first = op === "*" && kindOf(left) === "whole" && kindOf(right) === "whole" ? value(p, left) : numeric(p, left);
      return { text: `${within(first, l)} ${op} ${within(numeric(p, right), r)}`, level: own };
    }
    case "/": {
      const [a, b] = pair();
      if (right.t !== "number" || right.value === 0) return prelude(p, "_div", a.text, b.text);
      return { text: `${within(a, level.product)} / ${within(b, level.sign)}`, level: level.product };
    }
    case "%":
      return prelude(p, "_mod", ...pair().map(({ text }) => text));
    case "**":
      return prelude(p, "_pow", ...pair().map(({ text }) => text));
    case "&":
      return prelude(p, "_bits", rawText(p, left), rawText(p, right));
    case ">>":
      return { text: `${within(raw(p, left), level.sum)} >> ${within(raw(p, right), level.sum)}`, level: level.shift };
    case "??":
      return fallback(p, left, right);
    case "&&":
    case "||":
      return kindOf(node) === "truth" ? condition(p, node) : eitherValue(p, node);
    case "in":
      return { text: `${within(raw(p, left), level.shift)} in ${within(raw(p, right), level.shift)}`, level: level.compare };
    case "===":
    case "!==":
      return equality(p, node);
    default: {
      const [a, b] = pair();
      return { text: `${within(a, level.shift)} ${op} ${within(b, level.shift)}`, level: level.compare };
    }
  }
}

function fallback(p: Printer, left: Expression, right: Expression): Code {
  const other = value(p, right);
  if (left.t !== "name") return prelude(p, "_default", raw(p, left).text, within(other, level.lambda));
  const text = raw(p, left).text;
  return { text: `${text} if ${text} is not None else ${within(other, level.choice)}`, level: level.choice };
}

/** `a && b`, `a || b` as values that are not truth values. */
function eitherValue(p: Printer, { op, left, right }: Expression & { t: "binary" }): Code {
  const first = value(p, left);
  if (op === "||") return prelude(p, "_or", within(first, level.lambda), valueText(p, right));
  if (left.t !== "name" && kindOf(left) !== "truth") return unknown("`&&` of a value that is computed");
  const test = within(condition(p, left), level.or);
  return { text: `${within(value(p, right), level.or)} if ${test} else ${within(first, level.choice)}`, level: level.choice };
}

const isNothing = (node: Expression): boolean =>
  node.t === "name" && (node.name === "null" || node.name === "undefined") && !node.binding;
const isTruthName = (node: Expression): boolean => node.t === "name" && (node.name === "true" || node.name === "false");

function equality(p: Printer, { op, left, right }: Expression & { t: "binary" }): Code {
  const equal = op === "===";
  if (left.t === "unary" && left.op === "typeof") return typeTest(p, left.of, right, equal);
  const [a, b] = [raw(p, left), raw(p, right)].map((code) => within(code, level.shift));
  const compare = (sign: string): Code => ({ text: `${a} ${sign} ${b}`, level: level.compare });
  if (isNothing(right) || isTruthName(right)) return compare(equal ? "is" : "is not");
  const simple = [left, right].some(
    (node) => node.t === "number" || node.t === "text" || ["whole", "truth"].includes(kindOf(node) ?? ""),
  );
  if (simple || (left.t === "unary" && left.op === "-")) return compare(equal ? "==" : "!=");
  const same = prelude(p, "_same", a, b);
  return equal ? same : { text: `not ${same.text}`, level: level.not };
}

const TYPES: Readonly<Record<string, string>> = {
  number: "_is_number",
  object: "_is_object",
  string: "_is_text",
  boolean: "_is_bool",
};

function typeTest(p: Printer, of: Expression, type: Expression, equal: boolean): Code {
  const test = prelude(p, (type.t === "text" && TYPES[type.value]) || unknown("this type"), rawText(p, of));
  return equal ? test : { text: `not ${test.text}`, level: level.not };
}

/** Something Python may ask `if` of. */
export function condition(p: Printer, node: Expression): Code {
  if (node.t === "binary" && (node.op === "&&" || node.op === "||")) {
    const [word, own] = node.op === "&&" ? (["and", level.and] as const) : (["or", level.or] as const);
    const parts = [condition(p, node.left), condition(p, node.right)].map((part) => within(part, own));
    return { text: parts.join(` ${word} `), level: own };
  }
  if (kindOf(node) === "truth") return raw(p, node);
  return prelude(p, "_truthy", rawText(p, node));
}
