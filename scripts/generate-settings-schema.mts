// Writes syntaxes/telos.schema.json: what may stand in a `telos.json`, from the records of the rules. With --check nothing is written and
// a stale file is an error.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { families } from "../analysis/patterns/families.ts";
import { patterns } from "../analysis/patterns/index.ts";
import type { Pattern, Threshold } from "../analysis/patterns/pattern.ts";
import { severities } from "../analysis/settings/read-rules.ts";

const severity = { $ref: "#/definitions/severity" };

function thresholdSchema({ default: usual, doc, min, max }: Threshold) {
  const bounds = { ...(min === undefined ? {} : { minimum: min }), ...(max === undefined ? {} : { maximum: max }) };
  return { type: "number", default: usual, ...bounds, description: doc };
}

function ruleSchema({ code, name, summary, severity: usual, preview, thresholds = {} }: Pattern) {
  const own = Object.entries(thresholds).map(([key, threshold]) => [key, thresholdSchema(threshold)] as const);
  const set =
    own.length === 0 ? {} : { thresholds: { type: "object", additionalProperties: false, properties: Object.fromEntries(own) } };
  const properties = {
    severity: { $ref: "#/definitions/severity", description: `Default: ${preview ? "off" : usual}.` },
    ...set,
  };
  const note = preview ? ", preview" : "";
  return {
    description: `${code} ${name}: ${summary} (${usual}${note})`,
    anyOf: [severity, { type: "object", additionalProperties: false, properties }],
  };
}

function schema() {
  const byName = patterns.map((pattern) => [pattern.name, ruleSchema(pattern)] as const);
  const byCode = patterns.map(
    ({ code, name }) => [code, { $ref: `#/definitions/rules/properties/${name}`, doNotSuggest: true }] as const,
  );
  const byFamily = families.map(
    ({ name, summary }) =>
      [name, { description: `All rules of the group ${name}. ${summary}`.trim(), anyOf: [severity] }] as const,
  );
  return {
    $schema: "http://json-schema.org/draft-07/schema#",
    title: "Settings of Telos",
    description: "How the rules about hackable rewards are applied to the specs below this folder.",
    type: "object",
    additionalProperties: false,
    allowComments: true,
    allowTrailingCommas: true,
    properties: {
      $schema: { type: "string", description: "Where the schema of this file lies." },
      preview: { type: "boolean", default: false, description: "Rules of the preview group run too." },
      rules: { $ref: "#/definitions/rules" },
      overrides: {
        type: "array",
        description: "Other settings for some files. Later ones go before earlier ones.",
        items: {
          type: "object",
          additionalProperties: false,
          required: ["files"],
          properties: {
            files: {
              description:
                "Patterns for paths relative to this file, with *, ** and ?. One without a slash is the name of a file in any folder.",
              anyOf: [{ type: "string" }, { type: "array", items: { type: "string" }, minItems: 1 }],
              examples: [["legacy/**"]],
            },
            rules: { $ref: "#/definitions/rules" },
          },
        },
      },
    },
    definitions: {
      severity: { enum: severities, description: "How a finding is told; with off the rule does not run." },
      rules: {
        type: "object",
        description: "By the name or code of a rule, or by the name of a group: a severity, or a severity and thresholds.",
        additionalProperties: false,
        properties: Object.fromEntries([...byName, ...byFamily, ...byCode]),
      },
    },
  };
}

export const settingsSchema = (): string => `${JSON.stringify(schema(), null, 1)}\n`;

function main(root: string, checking: boolean): void {
  const path = join(root, "syntaxes/telos.schema.json");
  const text = settingsSchema();
  if (existsSync(path) && readFileSync(path, "utf8") === text) return;
  if (!checking) {
    writeFileSync(path, text);
    return;
  }
  console.error("syntaxes/telos.schema.json is out of date; run npm run generate");
  process.exitCode = 1;
}

if (process.argv.some((argument) => argument.endsWith("generate-settings-schema.mts"))) {
  main(join(dirname(fileURLToPath(import.meta.url)), ".."), process.argv.includes("--check"));
}
