// Writes server/reference/guide.generated.ts: the sections of docs/language/ by page and heading, for looking things up. With --check
// nothing is written and a stale file is an error.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const target = join(root, "server/reference/guide.generated.ts");

/** The sections of one page: `## ` begins one, outside fences. What stands before the first belongs to the page's title. */
export function sectionsOf(text: string): { title: string; text: string }[] {
  const sections: { title: string; lines: string[] }[] = [];
  let fenced = false;
  for (const line of text.split("\n")) {
    if (line.startsWith("```")) fenced = !fenced;
    const heading = fenced ? null : /^##? (.+)$/.exec(line);
    if (heading) sections.push({ title: heading[1]!, lines: [] });
    else sections.at(-1)?.lines.push(line);
  }
  // Where it is shown links between pages lead nowhere.
  const unlinked = (lines: string[]) =>
    lines
      .join("\n")
      .trim()
      .replace(/\[([^\]\n]+)\]\([\w./#-]+\)/g, "$1");
  return sections.map(({ title, lines }) => ({ title, text: unlinked(lines) })).filter((section) => section.text !== "");
}

export function guideModule(): string {
  const folder = join(root, "docs/language");
  const pages = readdirSync(folder)
    .filter((name) => name.endsWith(".md"))
    .sort();
  const rows = pages.flatMap((page) =>
    sectionsOf(readFileSync(join(folder, page), "utf8")).map(({ title, text }) => ({ page: page.slice(0, -3), title, text })),
  );
  const head = "// Generated from docs/language by scripts/generate-guide.mts. Do not edit.";
  const type = "readonly { page: string; title: string; text: string }[]";
  return `${head}\nexport const guide: ${type} = [\n${rows.map((row) => `  ${JSON.stringify(row)},`).join("\n")}\n];\n`;
}

if (/generate-guide\.m[tj]s$/.test(process.argv[1] ?? "")) {
  const text = guideModule();
  const isStale = (() => {
    try {
      return readFileSync(target, "utf8") !== text;
    } catch {
      return true;
    }
  })();
  if (!process.argv.includes("--check")) writeFileSync(target, text);
  else if (isStale) {
    console.error("out of date: server/reference/guide.generated.ts. Run npm run generate");
    process.exitCode = 1;
  }
}
