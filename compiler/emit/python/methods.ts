// Methods of lists, texts, maps, sets, patterns and generators in Python. It must not know what the receivers are for: a name
// that several of them have goes to a function of the prelude that looks.

import { countText } from "./calls.ts";
import { conditionText, loopOver, mapped } from "./comprehensions.ts";
import { raw, rawText, valueText } from "./expressions.ts";
import { kindOf } from "./kinds.ts";
import { atom, type Code, level, type Printer, prelude, within } from "./printer.ts";
import { type Expression, unknown } from "./tree.ts";

type Member = Expression & { t: "member" };
type Method = (p: Printer, list: string, args: readonly Expression[], of: Expression) => Code;

const called =
  (name: string): Method =>
  (p, list, args) =>
    prelude(p, name, list, ...args.map((arg) => rawText(p, arg)));

const own =
  (name: string): Method =>
  (p, list, args) =>
    atom(`${list}.${name}(${args.map((arg) => rawText(p, arg)).join(", ")})`);

const methods: Readonly<Record<string, Method>> = {
  map: (p, list, [f]) => mapped(p, list, f),
  filter: (p, list, [f]) => filtered(p, list, f),
  some: (p, list, [f]) => questioned(p, "any", list, f),
  every: (p, list, [f]) => questioned(p, "all", list, f),
  flatMap(p, list, [f]) {
    const { head, body } = loopOver(p, list, f);
    return atom(`[_part ${head} for _part in ${body}]`);
  },
  reduce(p, list, [f, first]) {
    const indexed = f.t === "function" && f.function.parameters.length > 2;
    return prelude(p, indexed ? "_reduce_indexed" : "_reduce", rawText(p, f), list, valueText(p, first));
  },
  sort: (p, list, [f]) => (isDifference(f) ? prelude(p, "_sort_numbers", list) : prelude(p, "_sort", list, rawText(p, f))),
  push(p, list, args) {
    const texts = args.map((arg) => (arg.t === "spread" ? `*${rawText(p, arg.of)}` : valueText(p, arg)));
    return args.length === 1 && args[0].t !== "spread"
      ? atom(`${list}.append(${texts[0]})`)
      : atom(`${list}.extend([${texts.join(", ")}])`);
  },
  pop: called("_pop"),
  shift: called("_shift"),
  reverse: called("_reversed"),
  at: called("_at_end"),
  join: (p, list, [by]) => prelude(p, "_join", rawText(p, by), list),
  slice(p, list, args) {
    const texts = args.map((arg) => rawText(p, arg));
    if (!args.every((arg) => kindOf(arg) === "whole")) return prelude(p, "_slice", list, ...texts);
    return atom(`${list}[${texts[0] ?? ""}:${texts[1] ?? ""}]`);
  },
  includes: (p, list, [item]) => ({ text: `${within(raw(p, item), level.shift)} in ${list}`, level: level.compare }),
  indexOf: called("_index_of"),
  fill(p, list, args, of) {
    if (args.length === 1 && of.t === "new")
      return { text: `[${valueText(p, args[0])}] * ${countText(p, of.args[0])}`, level: level.product };
    return prelude(p, "_fill", list, valueText(p, args[0]), ...args.slice(1).map((arg) => rawText(p, arg)));
  },
  get: own("get"),
  set: called("_put"),
  has: called("_has"),
  add: called("_add"),
  charCodeAt: called("_code_at"),
  codePointAt: called("_point_at"),
  toLowerCase: own("lower"),
  toUpperCase: own("upper"),
  startsWith: own("startswith"),
  endsWith: own("endswith"),
  replaceAll: own("replace"),
  replace(p, text, [pattern, by]) {
    if (pattern.t !== "regex") return unknown("a replacement of a text");
    const given = by.t === "text" ? JSON.stringify(by.value.replaceAll("\\", "\\\\").replaceAll("$&", "\\g<0>")) : rawText(p, by);
    return prelude(p, "_replace", raw(p, pattern).text, given, text, pattern.flags.includes("g") ? "0" : "1");
  },
  split(p, text, [by]) {
    return by.t === "regex" ? atom(`${raw(p, by).text}.split(${text})`) : atom(`${text}.split(${rawText(p, by)})`);
  },
  match: (p, text, [pattern]) => prelude(p, "_match_all", rawText(p, pattern), text),
  matchAll: (p, text, [pattern]) => prelude(p, "_matches", rawText(p, pattern), text),
  search: (p, text, [pattern]) => prelude(p, "_search", rawText(p, pattern), text),
  test: (p, pattern, [text]) => ({ text: `${pattern}.search(${rawText(p, text)}) is not None`, level: level.compare }),
  exec: called("_exec"),
  next: called("_resume"),
  trim: (p) => unknown(`trim, which means other white space in Python than in JavaScript${p.inProgram ? " here" : ""}`),
};

export function methodCall(p: Printer, { of, name, optional }: Member, args: readonly Expression[]): Code {
  const method = Object.hasOwn(methods, name) ? methods[name] : undefined;
  if (method === undefined || optional) return unknown(`.${name}(…)`);
  return method(p, within(raw(p, of), level.atom), args, of);
}

function filtered(p: Printer, list: string, f: Expression): Code {
  const element =
    f.t === "function" && f.function.parameters[0].to.t === "name" ? (f.function.parameters[0].to.binding?.python ?? "_x") : "_x";
  const { head, body } = loopOver(p, list, f, f.t === "function" ? conditionText : valueText);
  const name = head.includes(" _x ") ? "_x" : element;
  return atom(`[${name} ${head} if ${body}]`);
}

function questioned(p: Printer, word: "any" | "all", list: string, f: Expression): Code {
  const { head, body } = loopOver(p, list, f, conditionText);
  return atom(`${word}(${body} ${head})`);
}

/** `(a, b) => a - b`: numbers in their order. */
function isDifference(f: Expression): boolean {
  if (f.t !== "function" || Array.isArray(f.function.body)) return false;
  const { body, parameters } = f.function;
  const names = parameters.map(({ to }) => (to.t === "name" ? to.name : ""));
  return (
    body.t === "binary" &&
    body.op === "-" &&
    [body.left, body.right].every((side, k) => side.t === "name" && side.name === names[k])
  );
}
