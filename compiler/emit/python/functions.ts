// Functions in Python: `lambda` where one expression says it, else `def`, before the statement that mentions it.
// It must not know statements, only where they are printed.
import { docLines } from "./comments.ts";
import { rawText, value, valueText } from "./expressions.ts";
import { isKept } from "./kinds.ts";
import { atom, type Code, fresh, indent, level, type Printer, prelude } from "./printer.ts";
import { statements, takeApart } from "./statements.ts";
import type { Expression, FunctionNode, Parameter } from "./tree.ts";

/** A function as a value. */
export function functionText(p: Printer, node: FunctionNode): Code {
  if (!Array.isArray(node.body) && !node.assigns) {
    const inner = enter(p, node);
    const heads = node.parameters.map((parameter) => lambdaParameter(inner, parameter));
    if (!heads.includes(undefined)) {
      const body = value(inner, node.body);
      if (inner.before.length === 0) {
        // JavaScript lets a function ignore what it is given.
        const head = heads.length === 0 ? "*_" : heads.join(", ");
        return { text: `lambda ${head}: ${body.level >= level.lambda ? body.text : `(${body.text})`}`, level: level.lambda };
      }
    }
  }
  const name = fresh(p, "function_");
  p.before.push(...defineFunction(p, name, node));
  return atom(name);
}

const enter = (p: Printer, node: FunctionNode): Printer => ({
  ...p,
  inside: node,
  before: [],
  within: new Map(),
  onContinue: [],
});

/** Parts of a list are read where they are used. */
function lambdaParameter(p: Printer, { to, otherwise, rest }: Parameter): string | undefined {
  if (to.t === "name") return `${rest ? "*" : ""}${to.binding!.python}${otherwise ? `=${rawText(p, otherwise)}` : ""}`;
  if (to.t === "record" || otherwise || rest || !to.items.every(({ t }) => t === "name")) return undefined;
  const name = fresh(p, "parts_");
  to.items.forEach((item, k) => {
    if (item.t === "name") item.binding!.python = `${name}[${k}]`;
  });
  return name;
}

/** Functions whose first parameter is what a caller has given. */
const READERS = new Set(["readNumber", "readVector", "readText", "readList", "recordedFlag"]);

/** `def name(…):`, with what the comments before it say. */
export function defineFunction(p: Printer, name: string, node: FunctionNode, comments: readonly string[] = []): string[] {
  const inner = enter(p, node);
  const opening: string[] =
    node.name !== undefined && READERS.has(node.name) ? [`raw = ${prelude(p, "_plain", "raw").text}`] : [];
  const heads = node.parameters.map((parameter) => parameterText(inner, parameter, opening));
  const outer = [...node.outer].map(({ python }) => python);
  const body = Array.isArray(node.body) ? statements(inner, node.body) : returned(inner, node.body, isKept(node.kind));
  const lines = [
    ...docLines(comments),
    ...(outer.length > 0 ? [`nonlocal ${[...new Set(outer)].join(", ")}`] : []),
    ...opening,
    ...body,
  ];
  return [`def ${name}(${heads.join(", ")}):`, ...indent(lines.length === 0 ? ["pass"] : lines)];
}

function returned(p: Printer, node: Expression, whole: boolean): string[] {
  const text = whole ? rawText(p, node) : valueText(p, node);
  return [...p.before.splice(0), `return ${text}`];
}

function parameterText(p: Printer, { to, otherwise, rest }: Parameter, opening: string[]): string {
  const name = to.t === "name" ? to.binding!.python : fresh(p, "given_");
  if (to.t !== "name") opening.push(...takeApart(p, to, name));
  if (rest) return `*${name}`;
  if (otherwise === undefined) return name;
  const text = to.t === "name" && isKept(to.binding?.kind) ? rawText(p, otherwise) : valueText(p, otherwise);
  // A list or record of Python's would be shared by all calls.
  if (otherwise.t !== "array" && otherwise.t !== "object") return `${name}=${text}`;
  if (name === "options") {
    p.shared.used.add("_options");
    opening.push(`${name} = _options(${name})`);
  } else opening.push(`if ${name} is None:`, `    ${name} = ${text}`);
  return `${name}=None`;
}
