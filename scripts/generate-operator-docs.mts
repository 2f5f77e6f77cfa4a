// Writes docs/operators/ from the records of the catalogue: an index and one page per category. With --check it only compares.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { operators } from "../runtime/operators/index.ts";
import type { Category, Operator } from "../runtime/operators/operator.ts";
import { categories } from "../server/reference/categories.ts";
import { headingOf, operatorBody } from "../server/reference/operator-page.ts";

const folder = join(dirname(fileURLToPath(import.meta.url)), "../docs/operators");
const used = (Object.keys(categories) as Category[]).filter((category) =>
  operators.some((operator) => operator.category === category),
);

/** Every page by file name, as it should be. */
export function operatorPages(): Map<string, string> {
  const pages = used.map((category): [string, string] => {
    const { title, text } = categories[category];
    const members = operators.filter((operator) => operator.category === category);
    const all = members.map((operator) => link(operator, `#${operator.name}`)).join(" · ");
    const parts = [`# ${title}`, `${text} [All operators](README.md).`, all, ...members.map(entry)];
    return [`${category}.md`, `${parts.join("\n\n")}\n`];
  });
  return new Map([["README.md", index()], ...pages]);
}

function entry(operator: Operator): string {
  const title = operator.symbol === undefined ? operator.name : `\`${headingOf(operator)}\``;
  const target = (other: Operator) => (other.category === operator.category ? `#${other.name}` : addressOf(other));
  return `<a id="${operator.name}"></a>\n## ${title}\n\n${operatorBody(operator, target)}`;
}

const cell = (text: string) => text.replaceAll("|", "\\|");
const addressOf = ({ category, name }: Operator) => `${category}.md#${name}`;
const link = (operator: Operator, address: string) => `[\`${headingOf(operator)}\`](${address})`;

function index(): string {
  const contents = used.map((category) => {
    const { title } = categories[category];
    return `[${title}](#${title
      .toLowerCase()
      .replace(/[^a-z -]/g, "")
      .replaceAll(" ", "-")})`;
  });
  const sections = used.map((category) => {
    const { title, text } = categories[category];
    const rows = operators
      .filter((operator) => operator.category === category)
      .map((operator) => `| ${cell(link(operator, addressOf(operator)))} | ${cell(operator.summary)} |`);
    return `## ${title}\n\n${text}\n\n| operator | what it gives |\n|---|---|\n${rows.join("\n")}`;
  });
  return `${[
    "# Operators",
    `The ${operators.length} operators of the language, by what they are for; the [alphabetical index](#index) is at the end. The pages are made from the records in \`runtime/operators/\`, and their examples are run by the tests. In the editor *Telos: Search the Reference* finds them by name or by what they do, on a terminal \`telos explain\`.`,
    contents.join(" · "),
    ...sections,
    `## Index\n\n${alphabet().join("\n\n")}`,
  ].join("\n\n")}\n`;
}

/** Names and aliases, one paragraph a letter. */
function alphabet(): string[] {
  const rows = operators.flatMap((operator) =>
    [operator.name, ...(operator.aliases ?? [])].map((name) => ({ name, to: addressOf(operator) })),
  );
  rows.sort((a, b) => (a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1));
  const letters = [...new Set(rows.map(({ name }) => name[0]!.toUpperCase()))];
  return letters.map((letter) => {
    const links = rows.filter(({ name }) => name[0]!.toUpperCase() === letter).map(({ name, to }) => `[\`${name}\`](${to})`);
    return `**${letter}** ${links.join(" · ")}`;
  });
}

/** Names of the pages on disk that differ. */
export function stalePages(): string[] {
  return [...operatorPages()].filter(([name, text]) => read(join(folder, name)) !== text).map(([name]) => name);
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}

if (/generate-operator-docs\.m[tj]s$/.test(process.argv[1] ?? "")) {
  const stale = stalePages();
  if (!process.argv.includes("--check")) {
    mkdirSync(folder, { recursive: true });
    for (const [name, text] of operatorPages()) writeFileSync(join(folder, name), text);
  } else if (stale.length > 0) {
    console.error(`out of date in docs/operators: ${stale.join(", ")}. Run npm run generate`);
    process.exitCode = 1;
  }
}
