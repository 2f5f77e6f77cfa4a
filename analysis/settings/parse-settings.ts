// The text of a `telos.json` → settings, with everything that is wrong in it at its place. What is wrong is left out, the rest applies.
// It must not know files.
import type { Diagnostic } from "../../compiler/diagnostics.ts";
import { nearest } from "../../compiler/elaborate/suggest.ts";
import { globProblem } from "../data/glob.ts";
import { type Complain, codes, membersOf } from "./problems.ts";
import { type JsonValue, readJsonTree } from "./read-json-tree.ts";
import { readRules } from "./read-rules.ts";
import { noSettings, type RuleLayer, type SettingsFile } from "./settings-file.ts";

export interface ParsedSettings {
  settings: SettingsFile;
  problems: Diagnostic[];
}

const KNOWN = ["$schema", "preview", "rules", "overrides"];

/** Never throws. The problems are in order of their places. */
export function parseSettings(text: string): ParsedSettings {
  const problems: Diagnostic[] = [];
  const complain: Complain = ({ start, end }, rule, message, help) => {
    const more = help === undefined ? {} : { help };
    problems.push({ code: codes[rule], rule, severity: "error", start, end, message, ...more });
  };
  const { root, problems: broken } = readJsonTree(text);
  for (const { message, ...at } of broken) complain(at, "broken-settings", message, "What can be read of the file applies.");
  const settings = root === undefined ? noSettings : readFile(root, complain);
  return { settings, problems: problems.sort((a, b) => a.start - b.start) };
}

function readFile(root: JsonValue, complain: Complain): SettingsFile {
  if (root.kind !== "object") {
    complain(root, "wrong-setting", 'The settings are one object: { "rules": { … } }.');
    return noSettings;
  }
  const members = membersOf(root, complain);
  for (const [name, { key }] of members) {
    if (KNOWN.includes(name)) continue;
    const close = nearest(name, KNOWN);
    const help = close === undefined ? `There are "preview", "rules" and "overrides".` : `Did you mean "${close}"?`;
    complain(key, "unknown-setting", `There is no setting ${JSON.stringify(name)}.`, help);
  }
  const preview = members.get("preview")?.value;
  const isWord = preview?.kind === "word" && preview.word !== "null";
  if (preview !== undefined && !isWord) complain(preview, "wrong-setting", '"preview" is true or false.');
  return {
    preview: isWord && preview.word === "true",
    base: readLayer(members.get("rules")?.value, complain),
    overrides: readOverrides(members.get("overrides")?.value, complain),
  };
}

function readLayer(value: JsonValue | undefined, complain: Complain): RuleLayer {
  if (value === undefined) return noSettings.base;
  if (value.kind === "object") return readRules(value, complain);
  complain(value, "wrong-setting", '"rules" is an object with the names of rules: { "stay-alive-farm": "error" }.');
  return noSettings.base;
}

function readOverrides(value: JsonValue | undefined, complain: Complain): SettingsFile["overrides"] {
  if (value === undefined) return [];
  if (value.kind !== "list") {
    complain(value, "wrong-setting", '"overrides" is a list: [{ "files": ["legacy/**"], "rules": { … } }].');
    return [];
  }
  return value.items.flatMap((item) => readOverride(item, complain));
}

function readOverride(item: JsonValue, complain: Complain): SettingsFile["overrides"][number][] {
  if (item.kind !== "object") {
    complain(item, "wrong-setting", 'An override is an object: { "files": ["legacy/**"], "rules": { … } }.');
    return [];
  }
  const members = membersOf(item, complain);
  for (const [name, { key }] of members) {
    if (name !== "files" && name !== "rules")
      complain(key, "unknown-setting", `An override has no ${JSON.stringify(name)}.`, 'It has "files" and "rules".');
  }
  const files = members.get("files")?.value;
  if (files === undefined) {
    const brace = { start: item.start, end: item.start + 1 };
    complain(brace, "wrong-setting", 'This override does not say for which files: "files" is missing.');
    return [];
  }
  return [{ files: readPatterns(files, complain), ...readLayer(members.get("rules")?.value, complain) }];
}

function readPatterns(value: JsonValue, complain: Complain): string[] {
  const items = value.kind === "list" ? value.items : [value];
  return items.flatMap((item) => {
    const problem =
      item.kind === "text" ? globProblem(item.text) : 'A pattern for paths is a text, such as "legacy/**"; "files" lists them.';
    if (problem !== undefined) complain(item, "wrong-setting", problem.replaceAll("workspace folder", "folder of telos.json"));
    return item.kind === "text" && problem === undefined ? [item.text] : [];
  });
}
