// JavaScript and TypeScript expressions: literals, calls, parentheses where precedence asks for them. It must not know nodes.

import { regexLiteral, toTemplate } from "../../runtime/pattern.ts";
import type { Code, Syntax } from "./syntax.ts";

/** Binding levels, tightest last. */
const ARROW = 2;
const SUM = 12;
const PRODUCT = 13;
const POWER = 14;
const PREFIX = 15;
const POSTFIX = 18;
const ATOM = 20;

/** Level of the whole, and the least level each argument may have without parentheses. Rounding forbids regrouping `a + (b + c)`. */
const INFIX: Readonly<Record<string, { level: number; args: readonly number[] }>> = {
  add: { level: SUM, args: [SUM, PRODUCT] },
  subtract: { level: SUM, args: [SUM, PRODUCT] },
  multiply: { level: PRODUCT, args: [PRODUCT, PREFIX] },
  divide: { level: PRODUCT, args: [PRODUCT, PREFIX] },
  power: { level: POWER, args: [POSTFIX, PREFIX] },
  negate: { level: PREFIX, args: [PREFIX] },
  not: { level: SUM, args: [PRODUCT] },
};

const atom = (text: string): Code => ({ text, level: ATOM });
const within = (code: Code, least: number): string => (code.level >= least ? code.text : `(${code.text})`);
const plain = (codes: readonly Code[]): string => codes.map((code) => code.text).join(", ");

/** Where the names of support functions come from: those of an operator, by its name, and the printer's own. */
export interface Support {
  evaluate(operator: string): string;
  reduce(operator: string): string;
  helper(name: string): string;
}

export function javascriptSyntax(support: Support): Syntax {
  const number = (value: number): Code => {
    if (Number.isNaN(value)) return atom("NaN");
    const text = Object.is(value, -0) ? "-0" : String(value);
    return { text, level: text.startsWith("-") ? PREFIX : ATOM };
  };
  const call = (name: string, args: readonly Code[]): Code => ({ text: `${name}(${plain(args)})`, level: POSTFIX });
  const guard = (name: string, args: readonly Code[], helper = "unlessMissing"): Code =>
    call(support.helper(helper), [atom(name), ...args]);
  return {
    number,
    infinity: atom("Infinity"),
    text: (value) => atom(quote(value)),
    missing: atom("null"),
    name: atom,
    pattern: (source, flags) => atom(regexLiteral(source, flags)),
    template(source, flags, parts) {
      const { pieces, flags: letters } = toTemplate(source, flags);
      const texts = pieces.map((piece) => quote(piece)).join(", ");
      return call(support.helper("fillPattern"), [atom(`[${texts}]`), atom(quote(letters)), atom(`[${plain(parts)}]`)]);
    },
    list: (items) => atom(`[${plain(items)}]`),
    property: (of, name) => ({ text: `${within(of, POSTFIX)}.${name}`, level: POSTFIX }),
    at: (of, index) => ({ text: `${within(of, POSTFIX)}[${index.text}]`, level: POSTFIX }),
    shifted: (index, by) => (by === 0 ? index : { text: `${within(index, SUM)} + ${by}`, level: SUM }),
    helper: (name, args) => call(support.helper(name), args),
    operator(record, args, guarded) {
      if (guarded === "item") return guard(support.evaluate(record.name), args, "itemUnlessMissing");
      if (guarded === "number") return guard(support.evaluate(record.name), args);
      if (record.print === undefined) return call(support.evaluate(record.name), args);
      if (isOneCall(record.print(args.map((_, k) => `x${k}`))))
        return { text: record.print(args.map(({ text }) => text)), level: POSTFIX };
      const infix = INFIX[record.name];
      if (infix) return { text: record.print(args.map((arg, k) => within(arg, infix.args[k]))), level: infix.level };
      return atom(`(${record.print(args.map((arg) => within(arg, POSTFIX)))})`);
    },
    reduction: (record, args, guarded) => (guarded ? guard : call)(support.reduce(record.name), args),
    each: (size, index, element) => call(support.helper("each"), [number(size), arrow([index], element)]),
    eachOf: (lists, elements, element, vectors) =>
      call(support.helper(vectors ? "eachIn" : "eachOf"), [
        atom(`[${plain(lists)}]`),
        arrow([`[${elements.join(", ")}]`], element),
      ]),
    lambda(element, definitions, result) {
      if (definitions.length === 0) return arrow([element], result);
      const lines = definitions.map(([name, value]) => `const ${name} = ${value.text}; `).join("");
      return { text: `(${element}) => { ${lines}return ${result.text}; }`, level: ARROW };
    },
  };
}

const arrow = (parameters: readonly string[], body: Code): Code => ({
  text: `(${parameters.join(", ")}) => ${within(body, ARROW)}`,
  level: ARROW,
});

/** A text in double quotes, with nothing in it that an editor would not show. */
export const quote = (text: string): string =>
  JSON.stringify(text).replace(
    /[\u007f-\u009f\u00ad\u200b-\u200f\u2028-\u202e\u2060\ufeff]/g,
    (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );

/** Whether a text without literals is a single call, such as `Math.min(Math.max(x0, x1), x2)`. */
function isOneCall(text: string): boolean {
  let depth = 0;
  for (const [at, c] of [...text].entries()) {
    if (c === "(") depth++;
    else if (c === ")" && --depth === 0) return at === text.length - 1 && /^[A-Za-z_$][\w$.]*\(/.test(text);
    else if (depth === 0 && !/[\w$.]/.test(c)) return false;
  }
  return false;
}
