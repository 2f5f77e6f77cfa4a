// Writes the pages of the hackable patterns: analysis/patterns/pages.generated.ts (shipped) and docs/rules/ (for reading), from each
// rule.md and the rule's record. With --check nothing is written and a stale file is an error.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describeConfiguration } from "../analysis/patterns/configure.ts";
import { families } from "../analysis/patterns/families.ts";
import { patterns } from "../analysis/patterns/index.ts";
import type { Pattern } from "../analysis/patterns/pattern.ts";
import { ruleFolders } from "./generate-pattern-registry.mts";

const severities = { error: "error", warning: "warning", info: "information", hint: "hint" } as const;

function evidence({ evidence: papers }: Pattern): string {
  return papers
    .map(({ title, url, says }) => `- ${url === undefined ? `*${title}*` : `[*${title}*](${url})`}: ${says}`)
    .join("\n");
}

/** The whole page: what the record says round what rule.md says. */
function page(root: string, pattern: Pattern): string {
  const folder = ruleFolders(root).find((each) => each.endsWith(`/${pattern.name}`));
  if (folder === undefined) throw new Error(`There is no folder analysis/patterns/<family>/${pattern.name}`);
  const body = readFileSync(join(root, "analysis/patterns", folder, "rule.md"), "utf8").trim();
  const [before, configuration] = body.split(/^## Configuration$/m);
  if (before === undefined || configuration === undefined)
    throw new Error(`${pattern.name}/rule.md has no section "## Configuration"`);
  const kind = `${severities[pattern.severity]}${pattern.preview === true ? ", preview: off unless asked for" : ""}`;
  const head = `# ${pattern.code} ${pattern.name}\n\n${pattern.summary} (${kind})`;
  const settings = [configuration.trim(), ...thresholds(pattern)].filter((part) => part !== "").join("\n\n");
  return `${head}\n\n${before.trim()}\n\n## Evidence\n\n${evidence(pattern)}\n\n## Configuration\n\n${settings}\n`;
}

function thresholds(pattern: Pattern): string[] {
  const rows = Object.entries(pattern.thresholds ?? {});
  if (rows.length === 0) return [];
  const lines = rows.map(([name, threshold]) => `| \`${name}\` | ${threshold.default} | ${threshold.doc} |`);
  return [`| threshold | default | meaning |\n|---|---|---|\n${lines.join("\n")}`];
}

function overview(): string {
  const row = ({ code, name, severity, preview, summary }: Pattern) =>
    `| ${code} | [${name}](${name}.md) | ${severities[severity]}${preview === true ? ", preview" : ""} | ${summary} |`;
  const head =
    "# Hackable patterns\n\nWays in which a reward pays for something other than what it means, found before training. Each page shows what to avoid, what to write instead, and who found out the hard way. Severities, thresholds and exceptions are set in [`telos.json`](../configuration.md), for a rule or a whole group; what is marked *preview* is off unless asked for.";
  const groups = families.map(
    ({ name, summary, patterns: own }) =>
      `## ${name}\n\n${summary}\n\n| code | rule | severity | what it finds |\n|---|---|---|---|\n${own.map(row).join("\n")}\n`,
  );
  return `${head}\n\n${groups.join("\n")}`;
}

/** Every generated file with its text, by path from the project root. */
export function rulePages(root: string): Map<string, string> {
  const files = new Map<string, string>([["docs/rules/README.md", overview()]]);
  for (const pattern of patterns) {
    const settings = `${describeConfiguration(pattern)}\n\n[More about settings](../configuration.md)`;
    files.set(`docs/rules/${pattern.name}.md`, `${page(root, pattern)}\n${settings}\n`);
  }
  const entries = patterns.map((pattern) => `  ${JSON.stringify(pattern.name)}: ${JSON.stringify(page(root, pattern))},`);
  const head = "// Generated from the rules' pages by scripts/generate-rule-pages.mts. Do not edit.";
  files.set(
    "analysis/patterns/pages.generated.ts",
    `${head}\nexport const pages: Readonly<Record<string, string>> = {\n${entries.join("\n")}\n};\n`,
  );
  return files;
}

function main(root: string, checking: boolean): void {
  const files = rulePages(root);
  const folder = join(root, "docs/rules");
  const stray = existsSync(folder) ? readdirSync(folder).filter((name) => !files.has(`docs/rules/${name}`)) : [];
  const stale = [...files].filter(
    ([file, text]) => !existsSync(join(root, file)) || readFileSync(join(root, file), "utf8") !== text,
  );
  if (checking) {
    for (const [file] of stale) console.error(`${file} is out of date; run npm run generate`);
    for (const name of stray) console.error(`docs/rules/${name} belongs to no rule; run npm run generate`);
    if (stale.length + stray.length > 0) process.exitCode = 1;
    return;
  }
  mkdirSync(folder, { recursive: true });
  for (const name of stray) rmSync(join(folder, name));
  for (const [file, text] of stale) writeFileSync(join(root, file), text);
}

if (process.argv.some((argument) => argument.endsWith("generate-rule-pages.mts"))) {
  main(join(dirname(fileURLToPath(import.meta.url)), ".."), process.argv.includes("--check"));
}
