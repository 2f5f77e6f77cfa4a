// Writes docs/operators/ from the records of the catalogue: an index and one page per category. With --check it only compares.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { operators } from "../runtime/operators/index.ts";
import type { Category, Example, Operator, Parameter } from "../runtime/operators/operator.ts";

const folder = join(dirname(fileURLToPath(import.meta.url)), "../docs/operators");

const categories: Record<Category, { title: string; text: string }> = {
  arithmetic: { title: "Arithmetic", text: "Written between numbers, vectors and lists; vectors and lists element by element." },
  comparison: { title: "Comparison", text: "True or false. What cannot be evaluated counts as the unfavourable one." },
  logic: { title: "Logic", text: "Conditions joined; only what is needed is evaluated." },
  elementary: { title: "Elementary functions", text: "On numbers; on vectors and lists element by element." },
  bounding: { title: "Bounding and bending", text: "Bring a quantity into a range that can be paid." },
  combining: { title: "Combining", text: "Several signals, scores or models into one reward." },
  credit: { title: "Process rewards and credit", text: "Step scores, shaping, novelty, and who in a group is to be praised." },
  judging: { title: "Likelihood, judges and preferences", text: "What language models say of answers." },
  risk: { title: "Risk", text: "Outcomes that scatter." },
  schedule: { title: "Schedules", text: "What changes through training." },
  vector: { title: "Vectors", text: "Take a vector or a list as a whole." },
  reduction: {
    title: "Reductions",
    text: "Fold a vector or a list (one argument) or, with `over steps` or `over group`, the values along an axis.",
  },
  sequence: {
    title: "Sequences and time",
    text: "Look back over the steps of an episode. They go on also where a branch or a `when` is not taken.",
  },
  temporal: { title: "Temporal logic", text: "Conditions over the course of an episode, and by how much they hold." },
  list: { title: "Lists", text: "Take a vector or a list as a whole." },
  quaternion: { title: "Quaternions", text: "Orientations; the order of the four numbers comes from the type." },
  similarity: { title: "Similarity and n-grams", text: "How much two texts or lists have in common." },
  text: { title: "Text", text: "Lengths and positions count code points. What a pattern is stands in [patterns](patterns.md)." },
  scenario: { title: "Scenario patterns", text: "Only in the entries of a scenario: values that change from step to step." },
};

/** Every page by file name, as it should be. */
export function operatorPages(): Map<string, string> {
  const used = Object.entries(categories).filter(([category]) => operators.some((operator) => operator.category === category));
  const pages = used.map(([category, { title, text }]): [string, string] => {
    const members = operators.filter((operator) => operator.category === category);
    return [`${category}.md`, `${[`# ${title}`, text, ...members.map(describe)].join("\n\n")}\n`];
  });
  return new Map([["README.md", index(used.map(([category]) => category as Category))], ...pages]);
}

function index(used: readonly Category[]): string {
  const sections = used.map((category) => {
    const rows = operators
      .filter((operator) => operator.category === category)
      .map((operator) => `| ${link(operator)} | ${cell(operator.summary)} |`);
    return `## ${categories[category].title}\n\n| operator | |\n|---|---|\n${rows.join("\n")}`;
  });
  return `# Operators\n\nEvery operator of the language, by what it is for. The pages are made from the records in \`runtime/operators/\`.\n\n${sections.join("\n\n")}\n`;
}

const cell = (text: string) => text.replaceAll("|", "\\|");
const link = (operator: Operator) => `[\`${cell(heading(operator))}\`](${operator.category}.md#${operator.name})`;

/** `a + b`, `not a`, `clip`. */
function heading({ name, symbol, parameters }: Operator): string {
  if (symbol === undefined) return name;
  const [a, b] = parameters.map((parameter) => (parameter.type === "range" ? "a..b" : parameter.name));
  return b === undefined ? `${symbol}${/\w/.test(symbol) ? " " : ""}${a}` : `${a} ${symbol} ${b}`;
}

function describe(operator: Operator): string {
  const { name, aliases = [], summary, doc, parameters, examples, source } = operator;
  return [
    `<a id="${name}"></a>\n## ${operator.symbol === undefined ? name : `\`${heading(operator)}\``}`,
    summary,
    operator.symbol === undefined ? `\`\`\`reward-expression\n${signature(operator)}\n\`\`\`` : "",
    doc,
    parameters.map((parameter) => `- \`${parameter.name}\`: ${parameter.doc}${extra(parameter)}`).join("\n"),
    `For example:\n\n${examples.map(example).join("\n")}`,
    [aliases.length > 0 ? `Also written ${aliases.map((alias) => `\`${alias}\``).join(", ")}.` : "", `*Source: ${source}.*`]
      .filter(Boolean)
      .join(" "),
  ]
    .filter(Boolean)
    .join("\n\n");
}

function signature({ name, parameters, result }: Operator): string {
  const written = parameters.map((parameter) => {
    if (parameter.type === "range") return "a..b";
    if (parameter.variadic) return "…";
    return parameter.default === undefined ? parameter.name : `${parameter.name}: ${JSON.stringify(parameter.default)}`;
  });
  return `${name}(${written.join(", ")}) : ${result}`;
}

function extra({ default: value, options }: Parameter): string {
  const choice = options === undefined ? "" : ` One of ${options.map((option) => `\`${option}\``).join(", ")}.`;
  return value === undefined ? choice : `${choice} If left out: \`${value}\`.`;
}

function example({ expression, value, steps }: Example): string {
  const shown = Array.isArray(value) ? value.map((part) => JSON.stringify(part)).join(", ") : JSON.stringify(value);
  const perStep = Array.isArray(value) && steps !== undefined;
  const over = steps === undefined ? "" : perStep ? ` on steps 0 to ${steps - 1}` : ` in an episode of ${steps} steps`;
  return `- \`\`${expression}\`\` is \`${Array.isArray(value) && !perStep ? `[${shown}]` : shown}\`${over}.`;
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
