// `xs.map(…)`, `Array.from(…, …)` and the like as comprehensions. It must not know other methods.
import { countText } from "./calls.ts";
import { condition, raw, rawText, valueText } from "./expressions.ts";
import { functionText } from "./functions.ts";
import { atom, type Code, level, type Printer, within } from "./printer.ts";
import type { Expression, FunctionNode, Target } from "./tree.ts";

/** `for …` of a comprehension, and the text of what its function gives. */
interface Loop {
  head: string;
  body: string;
}

type Print = (p: Printer, node: Expression) => string;

export const conditionText: Print = (p, node) => within(condition(p, node), level.or);

/** A loop over `list` that calls `f`; where its body is one expression the call disappears. */
export function loopOver(p: Printer, list: string, f: Expression, print: Print = valueText): Loop {
  if (f.t === "function") {
    const inner: Printer = { ...p, inside: f.function, before: [], within: new Map(p.within) };
    const names = targetsOf(f.function, p);
    if (names !== undefined && !Array.isArray(f.function.body) && !f.function.assigns) {
      const body = print(inner, f.function.body);
      const [element = "_", index] = names;
      if (inner.before.length === 0)
        return index === undefined
          ? { head: `for ${element} in ${list}`, body }
          : { head: `for ${index}, ${element} in enumerate(${list})`, body };
    }
  }
  const called = within(f.t === "function" ? functionText(p, f.function) : raw(p, f), level.atom);
  const indexed = f.t === "function" && f.function.parameters.length > 1;
  const test = print === conditionText ? " == True" : "";
  return indexed
    ? { head: `for _i, _x in enumerate(${list})`, body: `${called}(_x, _i)${test}` }
    : { head: `for _x in ${list}`, body: `${called}(_x)` };
}

/** Names of element and index, where they can stand after `for`. */
function targetsOf(node: FunctionNode, p: Printer): string[] | undefined {
  const texts = node.parameters.map(({ to, otherwise, rest }) => (otherwise || rest ? undefined : targetText(to, p)));
  return texts.includes(undefined) ? undefined : (texts as string[]);
}

function targetText(to: Target, p: Printer): string | undefined {
  if (to.t === "name") return to.binding?.python;
  if (to.t === "record") return undefined;
  const items = to.items.map((item) => targetText(item, p));
  return items.includes(undefined) ? undefined : `(${items.join(", ")}${items.length === 1 ? "," : ""})`;
}

export function mapped(p: Printer, list: string, f: Expression): Code {
  const { head, body } = loopOver(p, list, f);
  return atom(`[${body} ${head}]`);
}

/** `Array.from(list)`, `Array.from(list, f)`, `Array.from({ length: n }, f)`. */
export function arrayFrom(p: Printer, from: Expression, f: Expression | undefined): Code {
  const size = from.t === "object" && from.properties[0]?.key === "length" ? from.properties[0].value : undefined;
  if (size === undefined) {
    const list = rawText(p, from);
    return f === undefined ? atom(`list(${list})`) : mapped(p, list, f);
  }
  const range = `range(${countText(p, size)})`;
  if (f?.t !== "function") return mapped(p, range, f ?? from);
  // Only the index is known there.
  const [, index] = f.function.parameters;
  const counted: FunctionNode = { ...f.function, parameters: index === undefined ? [] : [index] };
  return mapped(p, range, { t: "function", function: counted });
}
