// What people write out of habit from Python and elsewhere, and what it is called here. It must not know types or programs.
import type * as ast from "../../grammar/ast.ts";
import { functionNames, modules } from "../../grammar/foreign-words.ts";
import { operatorByName } from "../../runtime/operators/index.ts";
import type { Fix } from "../diagnostics.ts";
import { fix, isWhole, replace, safeFix } from "./complain.ts";

interface Habit {
  /** What to write, for the help. */
  write: string;
  fixes: Fix[];
}

const typeNames: ReadonlyMap<string, string> = new Map([
  ...["float", "double", "real", "num", "float32", "float64", "scalar", "decimal"].map((name) => [name, "number"] as const),
  ...["int", "integer", "uint", "int32", "int64", "long", "natural"].map((name) => [name, "count"] as const),
  ...["str", "string", "String"].map((name) => [name, "text"] as const),
  ...["boolean", "Bool", "Boolean"].map((name) => [name, "bool"] as const),
]);

/** The type that another language calls so. */
export const typeCalled = (name: string): string | undefined => typeNames.get(name);

const unitNames: ReadonlyMap<string, string> = new Map(
  Object.entries({
    m: "meter meters metre metres",
    s: "sec secs second seconds",
    deg: "degree degrees °",
    rad: "radian radians rads",
    kg: "kilogram kilograms kilo",
    min: "minute minutes mins",
    h: "hour hours hr hrs",
    N: "newton newtons Newton Newtons",
    J: "joule joules Joule Joules",
    W: "watt watts Watt Watts",
    V: "volt volts Volt Volts",
    Hz: "hertz hz Hertz",
    K: "kelvin Kelvin",
    ms: "millisecond milliseconds msec",
    mm: "millimeter millimeters millimetre millimetres",
    cm: "centimeter centimeters centimetre centimetres",
    km: "kilometer kilometers kilometre kilometres",
    tok: "token tokens toks",
    word: "words",
    char: "chars character characters",
    usd: "dollar dollars USD",
    percent: "pct",
  }).flatMap(([name, others]) => others.split(" ").map((other) => [other, name] as const)),
);

/** The unit that is spelled out so. */
export const unitCalled = (name: string): string | undefined => unitNames.get(name);

interface Form {
  count: number;
  write(args: string[]): string;
  example: string;
}

const power: Form = { count: 2, write: ([a, b]) => `${tight(a)} ^ ${tight(b)}`, example: "x ^ 2" };
const square: Form = { count: 1, write: ([a]) => `${tight(a)} ^ 2`, example: "x ^ 2" };
const rectified: Form = { count: 1, write: ([a]) => `max(0, ${a})`, example: "max(0, x)" };
const choice: Form = { count: 3, write: ([a, b, c]) => `(if ${a} then ${b} else ${c})`, example: "if c then a else b" };

/** Calls that are written in another form, with their arguments by position. */
const forms: ReadonlyMap<string, Form> = new Map([
  ["pow", power],
  ["power", power],
  ["square", square],
  ["sqr", square],
  ["relu", rectified],
  ["ReLU", rectified],
  ["where", choice],
  ["ifelse", choice],
  ["cond", choice],
]);

const tight = (text: string | undefined): string => (text !== undefined && isWhole(text) ? text : `(${text})`);

/** A function of another language: its name here, or the form that takes its place. */
export function functionCalled(call: ast.Call, text: string): Habit | undefined {
  const name = call.callee.text;
  const renamed = functionNames.get(name);
  const operator = renamed === undefined ? undefined : operatorByName.get(renamed);
  if (renamed !== undefined && operator !== undefined) {
    return { write: `${renamed}(…)`, fixes: [fix(`Write '${renamed}'`, replace(call.callee, renamed))] };
  }
  const form = forms.get(name);
  if (form === undefined) return undefined;
  const isPlain = call.args.length === form.count && call.args.every((argument) => argument.name === undefined);
  const args = call.args.map(({ value }) => text.slice(value.start, value.end));
  return { write: form.example, fixes: isPlain ? [fix(`Write ${form.write(args)}`, replace(call, form.write(args)))] : [] };
}

const valueNames: ReadonlyMap<string, string> = new Map([
  ["True", "true"],
  ["False", "false"],
  ["TRUE", "true"],
  ["FALSE", "false"],
  ["yes", "true"],
  ["no", "false"],
  ["Infinity", "inf"],
  ["infinity", "inf"],
  ["INF", "inf"],
  ["PI", "pi"],
  ["Pi", "pi"],
]);
const nothing: ReadonlySet<string> = new Set(["None", "null", "nil", "NULL", "undefined", "nan", "NaN", "NA"]);

/** A value of another language: a sentence about it, and what to write. */
export function valueCalled(name: ast.NameRef, text: string): { message: string; help: string; fixes: Fix[] } | undefined {
  const written = valueNames.get(name.name);
  if (written !== undefined) {
    const fixes = [safeFix(`Write '${written}'`, replace(name, written))];
    return { message: `'${name.name}' is written '${written}' here.`, help: `Replace it by '${written}'.`, fixes };
  }
  if (nothing.has(name.name)) {
    const before = /([A-Za-z_][\w.]*)\s*(==|!=)\s*$/.exec(text.slice(0, name.start));
    if (before !== null) {
      const asked = before[2] === "==" ? `missing(${before[1]})` : `(not missing(${before[1]}))`;
      return {
        message: `There is no value '${name.name}': a value is there, or it is missing.`,
        help: `Ask for it: '${asked}'.`,
        fixes: [safeFix(`Write ${asked}`, replace({ start: before.index, end: name.end }, asked))],
      };
    }
    const help = "Ask for it with 'missing(x)', or say what to use instead with 'x ?? 0'.";
    return { message: `There is no value '${name.name}': a value is there, or it is missing.`, help, fixes: [] };
  }
  const member = modules.has(name.name) ? /^\.(\w+)/.exec(text.slice(name.end))?.[1] : undefined;
  if (member === undefined) return undefined;
  const fixes = [fix(`Write '${member}'`, replace({ start: name.start, end: name.end + 1 }, ""))];
  return {
    message: `There are no modules: '${name.name}.${member}' is written '${member}'.`,
    help: `Leave '${name.name}.' out.`,
    fixes,
  };
}
