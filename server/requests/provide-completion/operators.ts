// Catalogue operators that are called by name, with a placeholder for each obligatory argument.
import { operators } from "../../../runtime/operators/index.ts";
import type { Operator } from "../../../runtime/operators/operator.ts";
import { describeOperator, signatureText } from "../../describe/operator.ts";
import type { Completion } from "./completion.ts";
import { type CompletionProvider, declaredInFiles } from "./input.ts";

/** What a shaping pays by. */
const potentials: ReadonlySet<string> = new Set(["potential", "progress"]);

export const completeOperators: CompletionProvider = (input) => {
  const { place } = input;
  if (place.kind !== "operand") return [];
  const called = operators.filter((operator) => operator.symbol === undefined && /^[a-z]/.test(operator.name));
  const shadowed = new Set(declaredInFiles(input, "fn").map(({ name }) => name));
  const shaping = place.head?.word === "shaping";
  return called
    .filter(({ name }) => !shadowed.has(name) && (shaping || !potentials.has(name)))
    .map((operator) => (potentials.has(operator.name) ? { ...offerOperator(operator), rank: 0 } : offerOperator(operator)));
};

function offerOperator(operator: Operator): Completion {
  return {
    label: operator.name,
    kind: "operator",
    detail: signatureText(operator),
    documentation: describeOperator(operator),
    snippet: callSnippet(operator),
    rank: 3,
  };
}

/** `ramp(${1:x}, ${2:a..b})`: arguments with a default are left to the writer. */
export function callSnippet({ name, parameters }: Operator): string {
  const wanted = parameters.filter((parameter) => parameter.default === undefined && !parameter.collected);
  const places = wanted.map((parameter, index) => `\${${index + 1}:${parameter.type === "range" ? "0..1" : parameter.name}}`);
  return `${name}(${places.join(", ")})`;
}
