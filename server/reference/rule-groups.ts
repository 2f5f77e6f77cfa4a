// The groups of rules as pages of the reference, and one page that lists them all. It must not know LSP or terminals.
import { type Family, families } from "../../analysis/patterns/families.ts";
import type { Pattern } from "../../analysis/patterns/pattern.ts";
import { blocks } from "../describe/code.ts";
import type { Entry } from "./entry.ts";

const row = ({ code, name, severity, preview, summary }: Pattern) =>
  `- ${code} ${name} (${severity}${preview === true ? ", preview" : ""}): ${summary}`;

const listOf = (patterns: readonly Pattern[]) => patterns.map(row).join("\n");

const setting = (name: string) => `\`{ "rules": { "${name}": "off" } }\` in \`telos.json\` sets all of them.`;

function ofFamily({ name, summary, patterns }: Family): Entry {
  return {
    id: `group/${name}`,
    kind: "group",
    name,
    aliases: [],
    summary: summary || `The rules of ${name}.`,
    text: "",
    page: () => blocks(`# ${name}`, "*group of rules*", summary, listOf(patterns), setting(name)),
  };
}

const preview = families.flatMap(({ patterns }) => patterns.filter((pattern) => pattern.preview === true));

const all: Entry = {
  id: "group/rules",
  kind: "group",
  name: "rules",
  aliases: ["groups", "preview"],
  summary: "All rules about hackable rewards, by group.",
  text: "families telos.json severity",
  page: () =>
    blocks(
      "# rules",
      'Rules about hackable rewards, by group. Each has a page: `telos explain NAME`. Those marked *preview* run only with `"preview": true` in `telos.json`, or where they are named there.',
      ...families.map(({ name, summary, patterns }) => `## ${name}\n\n${summary}\n\n${listOf(patterns)}`),
      `${preview.length} of ${families.reduce((sum, { patterns }) => sum + patterns.length, 0)} rules are in the preview group.`,
    ),
};

export const groupEntries: readonly Entry[] = [all, ...families.map(ofFamily)];
