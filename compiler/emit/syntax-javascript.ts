// JavaScript and TypeScript expressions: literals, calls, parentheses where precedence asks for them. It must not know nodes.
import { regexLiteral } from "../../runtime/pattern.ts";
import type { Operator } from "../../runtime/operators/operator.ts";
import type { Code, Syntax } from "./syntax.ts";

/** Binding levels, tightest last. */
const LOOSEST = 0;
const ARROW = 2;
const SUM = 12;
const PRODUCT = 13;
const PREFIX = 15;
const POSTFIX = 18;
const ATOM = 20;

/** Level of the whole, and the least level each argument may have without parentheses. Rounding forbids regrouping `a + (b + c)`. */
const INFIX: Readonly<Record<string, { level: number; args: readonly number[] }>> = {
  add: { level: SUM, args: [SUM, PRODUCT] },
  subtract: { level: SUM, args: [SUM, PRODUCT] },
  multiply: { level: PRODUCT, args: [PRODUCT, PREFIX] },
  divide: { level: PRODUCT, args: [PRODUCT, PREFIX] },
  negate: { level: PREFIX, args: [PREFIX] },
  not: { level: SUM, args: [PRODUCT] },
};

const atom = (text: string): Code => ({ text, level: ATOM });
const within = (code: Code, least: number): string => (code.level >= least ? code.text : `(${code.text})`);
const plain = (codes: readonly Code[]): string => codes.map((code) => within(code, LOOSEST)).join(", ");

/** The expressions of a module that has the support functions named by `support`: operator name → function name. */
export function javascriptSyntax(support: (record: Operator) => string, helper: (name: string) => string): Syntax {
  const number = (value: number): Code => {
    if (Number.isNaN(value)) return atom("NaN");
    const text = Object.is(value, -0) ? "-0" : String(value);
    return { text, level: text.startsWith("-") ? PREFIX : ATOM };
  };
  const call = (name: string, args: readonly Code[]): Code => ({ text: `${name}(${plain(args)})`, level: POSTFIX });
  return {
    number,
    infinity: atom("Infinity"),
    text: (value) => atom(quote(value)),
    missing: atom("null"),
    name: atom,
    pattern: (source, flags) => atom(regexLiteral(source, flags)),
    list: (items) => atom(`[${plain(items)}]`),
    property: (of, name) => ({ text: `${within(of, POSTFIX)}.${name}`, level: POSTFIX }),
    at: (of, index) => ({ text: `${within(of, POSTFIX)}[${index.text}]`, level: POSTFIX }),
    shifted: (index, by) => (by === 0 ? index : { text: `${within(index, SUM)} + ${by}`, level: SUM }),
    call,
    operator(record, args) {
      if (record.print === undefined) return call(support(record), args);
      const infix = INFIX[record.name];
      if (infix === undefined) return printed(record.print(args.map((arg) => within(arg, ARROW))));
      return { text: record.print(args.map((arg, i) => within(arg, infix.args[i]))), level: infix.level };
    },
    each: (size, index, element) => call(helper("each"), [number(size), arrow([index], element)]),
    eachOf: (lists, elements, element) => call(helper("eachOf"), [atom(`[${plain(lists)}]`), arrow([`[${elements.join(", ")}]`], element)]),
  };
}

const arrow = (parameters: readonly string[], body: Code): Code => ({
  text: `(${parameters.join(", ")}) => ${within(body, ARROW)}`,
  level: ARROW,
});

/** A text in double quotes, with nothing in it that an editor would not show. */
export const quote = (text: string): string =>
  JSON.stringify(text).replace(/[\u007f-\u009f\u00ad\u200b-\u200f\u2028-\u202e\u2060\ufeff]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`);

/** What a record printed that is no known infix operator: a single call stands as it is, anything else in parentheses. */
function printed(text: string): Code {
  return isOneCall(text) ? { text, level: POSTFIX } : atom(`(${text})`);
}

function isOneCall(text: string): boolean {
  const head = /^[A-Za-z_$][\w$.]*\(/.exec(text);
  if (!head) return false;
  let depth = 1;
  let at = head[0].length;
  for (; at < text.length && depth > 0; at++) {
    const skipped = /^(?:"(?:[^"\\]|\\.)*"|\/(?:[^/\\\n]|\\.)+\/)/.exec(text.slice(at));
    if (skipped && text[at] === '"') at += skipped[0].length - 1;
    else if (text[at] === "(") depth++;
    else if (text[at] === ")") depth--;
  }
  return depth === 0 && at === text.length;
}
