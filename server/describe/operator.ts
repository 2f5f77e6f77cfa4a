// An operator as Markdown: signature, summary, formula, example, source. It reads the operator's record and nothing else.
import type { Operator, Parameter } from "../../runtime/operators/operator.ts";
import { directionText, rangeText, unitRuleText } from "../reference/in-words.ts";
import { blocks, fence, inlineCode } from "./code.ts";

/** How one parameter is written: `margin: 0`, `lo..hi`, `more…`. */
export function parameterText(parameter: Parameter): string {
  const name = parameter.variadic ? `${parameter.name}…` : parameter.name;
  if (parameter.options) {
    const chosen = parameter.options.map((option) => JSON.stringify(option)).join("|");
    return `${name}: ${parameter.default === undefined ? chosen : JSON.stringify(parameter.default)}`;
  }
  if (parameter.collected) return `${name}: collected`;
  if (typeof parameter.default === "object") return `${name}: […]`;
  if (parameter.default !== undefined) return `${name}: ${parameter.default}`;
  return parameter.type === "range" ? `${name} a..b` : `${name} ${parameter.type}`;
}

/** `ramp(x number, range a..b) : number`; infix operators as they are written. */
export function signatureText(operator: Operator): string {
  if (operator.symbol !== undefined) return infixText(operator);
  return `${operator.name}(${operator.parameters.map(parameterText).join(", ")}) : ${operator.result}`;
}

function infixText({ symbol, parameters, result }: Operator): string {
  const [first, second] = parameters.map((p) => p.name);
  return second === undefined ? `${symbol} ${first} : ${result}` : `${first} ${symbol} ${second} : ${result}`;
}

export function describeOperator(operator: Operator): string {
  const example = operator.examples[0];
  return blocks(
    fence(signatureText(operator)),
    operator.summary,
    operator.doc,
    parametersText(operator.parameters),
    [directionText(operator), rangeText(operator), unitRuleText(operator)].filter(Boolean).join(" "),
    example && `Example: ${inlineCode(example.expression)} is ${inlineCode(JSON.stringify(example.value))}`,
    operator.aliases?.length ? `Also written ${operator.aliases.map(inlineCode).join(", ")}.` : undefined,
    operator.source && `*Source: ${operator.source}*`,
  );
}

function parametersText(parameters: readonly Parameter[]): string | undefined {
  if (parameters.every((p) => p.doc === "")) return undefined;
  return parameters.map((p) => `- ${inlineCode(p.name)}: ${p.doc}`).join("\n");
}
