// Runs generated Python modules in one interpreter. It must not know how they were made.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { noPython, python } from "../../scripts/python.mjs";

const driver = fileURLToPath(new URL("./python-driver.py", import.meta.url));

/** Whether there is a Python that generated code may run on. */
export const hasPython = noPython() === undefined;

export interface Question {
  source: string;
  function: string;
  arguments: unknown[];
}

export type Answer = { answer: unknown } | { error: string };

/** The answer to each question, in their order; numbers JSON has not are told as they are. */
export function askPython(questions: readonly Question[]): Answer[] {
  const numbers = new Map<string, number>();
  const lines: string[] = [];
  const own: number[] = [];
  for (const { source, function: name, arguments: given } of questions) {
    if (!numbers.has(source)) {
      numbers.set(source, numbers.size);
      lines.push(JSON.stringify({ module: numbers.get(source), source }));
    }
    own.push(lines.length);
    lines.push(JSON.stringify({ module: numbers.get(source), function: name, arguments: encode(given) }));
  }
  const ran = spawnSync(python, [driver], {
    input: `${lines.join("\n")}\n`,
    encoding: "utf8",
    maxBuffer: 1 << 30,
    env: { ...process.env, PYTHONIOENCODING: "utf-8", PYTHONDONTWRITEBYTECODE: "1" },
  });
  if (ran.status !== 0) throw new Error(`${python}: ${ran.stderr}`);
  const answers = ran.stdout
    .trim()
    .split("\n")
    .map((line) => decode(JSON.parse(line)) as Answer);
  const broken = answers.find((answer, k) => "error" in answer && !own.includes(k));
  if (broken && "error" in broken) throw new Error(`a module cannot be read: ${broken.error}`);
  return own.map((k) => answers[k]);
}

function encode(value: unknown): unknown {
  if (typeof value === "number" && !Number.isFinite(value)) return { number: String(value) };
  // JSON would forget the sign.
  if (Object.is(value, -0)) return { number: "-0" };
  if (Array.isArray(value)) return value.map(encode);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, encode(part)]));
}

function decode(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(decode);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value);
  if (entries.length === 1 && entries[0][0] === "number" && typeof entries[0][1] === "string") return Number(entries[0][1]);
  return Object.fromEntries(entries.map(([key, part]) => [key, decode(part)]));
}
