// Writes analysis/patterns/registry.generated.ts: every folder analysis/patterns/<family>/<rule>/ that holds a rule.ts. With --check
// nothing is written and a stale file is an error.
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** `family/rule` of every rule, in order. */
export function ruleFolders(root: string): string[] {
  const folder = join(root, "analysis/patterns");
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((file) => file.replaceAll("\\", "/"))
    .filter((file) => /^[a-z]+\/[a-z0-9-]+\/rule\.ts$/.test(file))
    .map((file) => dirname(file))
    .sort();
}

function registry(root: string): string {
  const rules = ruleFolders(root).map((folder) => ({ folder, name: camelCase(folder.split("/")[1]!) }));
  const imports = rules.map(({ folder, name }) => `import { rule as ${name} } from "./${folder}/rule.ts";`);
  const head = "// Generated from the folders of the rules by scripts/generate-pattern-registry.mts. Do not edit.";
  const list = rules.map(({ name }) => `  ${name},`);
  const families = rules.map(
    ({ folder }) => `  ${JSON.stringify(folder.split("/")[1])}: ${JSON.stringify(folder.split("/")[0])},`,
  );
  return `${head}\nimport type { Pattern } from "./pattern.ts";\n${imports.join("\n")}\n\nexport const registry: readonly Pattern[] = [\n${list.join("\n")}\n];\n\n/** The family of each rule, by the rule's name. */\nexport const familyOf: Readonly<Record<string, string>> = {\n${families.join("\n")}\n};\n`;
}

const camelCase = (name: string): string => name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());

function main(root: string, checking: boolean): void {
  const path = join(root, "analysis/patterns/registry.generated.ts");
  const text = registry(root);
  if (existsSync(path) && readFileSync(path, "utf8") === text) return;
  if (!checking) {
    writeFileSync(path, text);
    return;
  }
  console.error("analysis/patterns/registry.generated.ts is out of date; run npm run generate");
  process.exitCode = 1;
}

if (process.argv.some((argument) => argument.endsWith("generate-pattern-registry.mts"))) {
  main(join(dirname(fileURLToPath(import.meta.url)), ".."), process.argv.includes("--check"));
}
