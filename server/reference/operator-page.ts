// The whole page of an operator in Markdown, from its record: the editor, the terminal and docs/operators show it.
import { operators } from "../../runtime/operators/index.ts";
import type { Example, Operator, Parameter } from "../../runtime/operators/operator.ts";
import { blocks, inlineCode } from "../describe/code.ts";
import { directionText, kindText, rangeText, unitRuleText } from "./in-words.ts";

/** `a + b`, `not a`, `clip`: how the operator is named in headings. */
export function headingOf({ name, symbol, parameters }: Operator): string {
  if (symbol === undefined) return name;
  const [a, b] = parameters.map((parameter) => (parameter.type === "range" ? "a..b" : parameter.name));
  return b === undefined ? `${symbol}${/\w/.test(symbol) ? " " : ""}${a}` : `${a} ${symbol} ${b}`;
}

/** `ramp(x, a..b) : number`. */
export function callOf(operator: Operator): string {
  if (operator.symbol !== undefined) return `${headingOf(operator)} : ${operator.result}`;
  const written = operator.parameters.map((parameter) => {
    if (parameter.type === "range" && parameter.default === undefined) return "a..b";
    if (parameter.variadic) return "…";
    if (parameter.collected) return `${parameter.name}: …`;
    return parameter.default === undefined ? parameter.name : `${parameter.name}: ${defaultText(parameter)}`;
  });
  return `${operator.name}(${written.join(", ")}) : ${operator.result}`;
}

const defaultText = ({ type, default: value }: Parameter) => (type === "range" ? String(value) : JSON.stringify(value));

/** Everything under the heading. `link` says where the entry of another operator stands. */
export function operatorBody(operator: Operator, link: (other: Operator) => string): string {
  const { aliases = [], summary, doc, parameters, examples, source } = operator;
  const facts = [
    ["Direction", directionText(operator)],
    ["Range", rangeText(operator)],
    ["Units", unitRuleText(operator)],
    ["Also written", aliases.map(inlineCode).join(", ")],
    ["Source", source],
    [
      "See also",
      relatives(operator)
        .map((other) => `[${inlineCode(headingOf(other))}](${link(other)})`)
        .join(", "),
    ],
  ].filter(([, text]) => text !== "");
  return blocks(
    summary,
    `\`\`\`reward-expression\n${callOf(operator)}\n\`\`\``,
    doc,
    "**Arguments**",
    parameters.map(parameterLine).join("\n"),
    "**Examples**",
    examples.map(exampleLine).join("\n"),
    "**More**",
    facts.map(([title, text]) => `- **${title}**: ${text}`).join("\n"),
  );
}

function parameterLine(parameter: Parameter): string {
  const { name, doc, default: value, collected } = parameter;
  const left = collected
    ? " Left out: the values of the whole group."
    : value === undefined
      ? ""
      : ` Left out: ${inlineCode(defaultText(parameter) ?? "")}.`;
  return `- ${inlineCode(name)} (${kindText(parameter)}): ${doc}${left}`;
}

function exampleLine({ expression, value, steps }: Example): string {
  const shown = Array.isArray(value) ? value.map((part) => JSON.stringify(part)).join(", ") : JSON.stringify(value);
  const perStep = Array.isArray(value) && steps !== undefined;
  const over = steps === undefined ? "" : perStep ? ` on steps 0 to ${steps - 1}` : ` in an episode of ${steps} steps`;
  return `- ${inlineCode(expression)} → ${inlineCode(Array.isArray(value) && !perStep ? `[${shown}]` : (shown ?? ""))}${over}`;
}

/** Names that stand as code in the text: `clip`, `clip(x, 0..1)`. */
const named = ({ summary, doc, parameters }: Operator) =>
  new Set(
    [...[summary, doc, ...parameters.map((parameter) => parameter.doc)].join("\n").matchAll(/`([a-z]\w*)[`(]/g)].map(
      ([, word]) => word!,
    ),
  );
const namedBy = new Map(operators.map((operator) => [operator, named(operator)]));

/** Those its text names, those whose text names it, and those of its name's family. */
function relatives(operator: Operator): Operator[] {
  const names = [operator.name, ...(operator.aliases ?? [])];
  const own = namedBy.get(operator)!;
  const parameters = new Set(operator.parameters.map(({ name }) => name));
  const family = (name: string) => name.split("_")[0]!;
  const isNear = (other: Operator) =>
    (own.has(other.name) && !parameters.has(other.name)) ||
    names.some((name) => namedBy.get(other)!.has(name) && !other.parameters.some((parameter) => parameter.name === name)) ||
    (other.category === operator.category && other.name.includes("_") && family(other.name) === family(operator.name));
  return operators.filter((other) => other !== operator && isNear(other)).slice(0, 8);
}
