// Entries of scenarios and data blocks: which signal, and what it may be set to.
import type { Definition } from "../../../compiler/model.ts";
import { describeNumber } from "../../describe/number.ts";
import { keywordDocs } from "../../words/index.ts";
import type { Completion } from "./completion.ts";
import { type CompletionProvider, declared, valueNamed } from "./input.ts";
import { offerDefinition, offerWord } from "./offer.ts";

/** Columns of a log that are no signals. */
const columns: readonly [string, string][] = [
  ["episode", "which episode a record belongs to"],
  ["step", "the order of records within an episode"],
  ["group", "which prompt an episode belongs to"],
  ["terminated", "whether the episode ended on the record"],
  ["truncated", "whether the episode was cut off on the record"],
  ["reward", "the reward that was recorded, for comparison"],
];

export const completeEntries: CompletionProvider = (input) => {
  const { place, document } = input;
  if (place.kind === "entry-value") return valuesFor(valueNamed(input, place.signal));
  if (place.kind !== "entry") return [];
  const signals = declared(input, "signal").map((definition) => ({
    ...offerDefinition(document, definition, 1),
    snippet: `${definition.name} = \${0:${example(definition)}}`,
  }));
  if (place.of === "scenario")
    return [
      ...signals,
      { ...offerWord(keywordDocs.get("steps")!, "keyword", 2), kind: "snippet", snippet: "steps ${1:10} { $0 }" },
    ];
  return [
    ...signals,
    ...columns.map(
      ([label, detail]): Completion => ({ label, kind: "option", detail, snippet: `${label} = "\${0:${label}}"`, rank: 2 }),
    ),
  ];
};

function valuesFor(signal: Definition | undefined): Completion[] {
  const type = signal?.info?.type;
  if (type?.kind === "bool") return ["true", "false"].map((label) => ({ label, kind: "constant", rank: 0 }));
  if (type?.kind === "text" && type.alternatives)
    return type.alternatives.map((text) => ({ label: JSON.stringify(text), kind: "constant", rank: 0 }));
  return signal ? [{ label: example(signal), kind: "constant", detail: "an example", rank: 0 }] : [];
}

/** A value the signal may have, as it is written. */
function example({ info }: Definition): string {
  if (info === undefined) return "0";
  const low = Number.isFinite(info.range.lo) ? info.range.lo : Math.min(0, info.range.hi);
  const number = describeNumber(low <= 0 && info.range.hi >= 0 ? 0 : low);
  switch (info.type.kind) {
    case "bool":
      return "true";
    case "text":
      return JSON.stringify(info.type.alternatives?.[0] ?? "");
    case "vector":
      return `[${Array(info.type.size)
        .fill(info.type.of === "bool" ? "false" : number)
        .join(", ")}]`;
    case "list":
      return "[]";
    default:
      return number;
  }
}
