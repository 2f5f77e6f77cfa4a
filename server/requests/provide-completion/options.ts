// Arguments by name, the texts an argument may be, and the texts a `match` has to cover.
import { operatorByName } from "../../../runtime/operators/index.ts";
import type { Completion } from "./completion.ts";
import { type CompletionProvider, valueNamed } from "./input.ts";

export const completeOptions: CompletionProvider = (input) => {
  const { place } = input;
  switch (place.kind) {
    case "option":
      return optionsOf(place.call, place.argument).map((label) => ({ label, kind: "option", rank: 1 }));
    case "operand": {
      if (place.call === undefined) return [];
      if (place.argument === undefined) return argumentNames(place.call);
      return optionsOf(place.call, place.argument).map((text) => ({ label: JSON.stringify(text), kind: "option", rank: 0 }));
    }
    case "pattern": {
      const type = valueNamed(input, place.subject)?.info?.type;
      const texts =
        type?.kind === "text"
          ? (type.alternatives ?? []).map((text) => JSON.stringify(text))
          : type?.kind === "bool"
            ? ["true", "false"]
            : [];
      return [...texts, "else"].map((label) => ({
        label,
        kind: "constant",
        snippet: `${label} => $0`,
        rank: label === "else" ? 2 : 1,
      }));
    }
    default:
      return [];
  }
};

function optionsOf(call: string, argument: string): readonly string[] {
  return operatorByName.get(call)?.parameters.find(({ name }) => name === argument)?.options ?? [];
}

function argumentNames(call: string): Completion[] {
  const parameters = operatorByName.get(call)?.parameters ?? [];
  return parameters
    .filter((parameter) => parameter.default !== undefined)
    .map(({ name, doc, options, default: value }) => ({
      label: `${name}:`,
      kind: "option",
      detail: `default ${JSON.stringify(value)}`,
      documentation: doc,
      snippet: options ? `${name}: "\${1|${options.join(",")}|}"` : `${name}: $0`,
      rank: 2,
    }));
}
