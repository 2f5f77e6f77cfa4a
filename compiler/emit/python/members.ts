// `a.b` and constants such as `Math.PI` in Python. It must not know calls.

import { quote } from "../syntax-javascript.ts";
import { raw } from "./expressions.ts";
import { kindOf } from "./kinds.ts";
import { atom, type Code, level, type Printer, prelude, preludeName, within } from "./printer.ts";
import { type Expression, unknown } from "./tree.ts";

const CONSTANTS: Readonly<Record<string, string>> = {
  "Number.NaN": "_NAN",
  "Number.POSITIVE_INFINITY": "_INF",
  "Number.NEGATIVE_INFINITY": "_NEGATIVE_INF",
  "Number.EPSILON": "_EPSILON",
  "Number.MAX_VALUE": "_MAX_VALUE",
  "Number.MIN_VALUE": "_MIN_VALUE",
  "Number.MAX_SAFE_INTEGER": "_MAX_SAFE_INTEGER",
  "Math.PI": "math.pi",
  "Math.E": "math.e",
  "Math.LN2": "_LN2",
  "Math.LN10": "_LN10",
  "Math.SQRT2": "_SQRT2",
  "Number.isNaN": "_isnan",
  "Number.isFinite": "_finite",
  "Number.isInteger": "_is_integer",
  "Math.abs": "_abs",
};

/** Records whose fields are all there. */
const COMPLETE = new Set("inputs rules columns weights outcome ledger before group sums shaping rule parsed".split(" "));
const PERHAPS = new Set(["fallback", "alternatives"]);

export function member(p: Printer, node: Expression & { t: "member" }): Code {
  const { of, name, optional } = node;
  if (of.t === "name" && of.binding === undefined && of.name !== "undefined") {
    const constant = CONSTANTS[`${of.name}.${name}`] ?? unknown(`${of.name}.${name}`);
    return constant.startsWith("_") ? preludeName(p, constant) : atom(constant);
  }
  const object = raw(p, of);
  if (!node.field) {
    if (name === "length" || name === "size") return optional ? prelude(p, "_length", object.text) : atom(`len(${object.text})`);
    if (name === "index" && kindOf(of) === "other") return atom(`${within(object, level.atom)}.start`);
    if (name === "value" && of.t === "call" && of.of.t === "member" && of.of.name === "next") return object;
  }
  if (optional) return prelude(p, "_get", object.text, quote(name));
  const all = of.t === "name" && COMPLETE.has(of.name) && !PERHAPS.has(name) && (p.inProgram || of.name !== "group");
  const text = within(object, level.atom);
  return atom(
    all || (p.inProgram && of.t === "name" && of.name === "paid") ? `${text}[${quote(name)}]` : `${text}.get(${quote(name)})`,
  );
}
