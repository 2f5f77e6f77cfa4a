// A whole module of generated code: header, declarations, `score`, support functions. It must not know how any of them is made.
import type { Program } from "../../runtime/program.ts";
import { printDeclarations } from "./declarations.ts";
import { type Emission, startEmission } from "./emission.ts";
import { printInputRules } from "./inputs.ts";
import { printTermRules } from "./payment.ts";
import { printScoreBody } from "./score.ts";
import { allSupportNames, supportNames, supportTexts } from "./support.ts";
import { docComment, indent } from "./text.ts";

export interface Target {
  /** With types: TypeScript; without: JavaScript, typed by its comments. */
  typed: boolean;
}

/** Self-contained text of a module that exports `score`, its types, `params` and `terms`. */
export function printModule(program: Program, { typed }: Target): string {
  // Which support functions are used does not depend on names, so a first run tells which names to avoid.
  const draft = startEmission(program, typed, allSupportNames());
  printScore(draft);
  const emission = startEmission(program, typed, supportNames(draft.used));
  const score = printScore(emission);
  const groups = [header(program), ...printDeclarations(emission), score, printInputRules(emission), printTermRules(emission)];
  const support = supportTexts(emission.used, typed).map((text) => [text]);
  const rule = "// What follows is the same in every compiled reward: reading inputs, operators, paying.";
  const parts = [...groups.filter((lines) => lines.length > 0), [rule], ...support].map((lines) => lines.join("\n"));
  return `${parts.join("\n\n")}\n`;
}

function header({ name, doc }: Program): string[] {
  const about = (doc ?? "")
    .trim()
    .split(/\r?\n/)
    .filter((line) => line.trim() !== "");
  return [
    ...(about.length > 0 ? [`${name}: ${about[0]}`, ...about.slice(1)] : [name]),
    "",
    "Compiled by Telos from a reward specification; change that, not this file. A truth value is a number: 1 true, 0 false, NaN",
    "where it cannot be evaluated. A missing number is NaN, a missing text or list null.",
  ].map((line) => `// ${line.trim()}`.trimEnd());
}

function printScore(emission: Emission): string[] {
  const { program, typed, use } = emission;
  const body = printScoreBody(emission);
  const result = use("EpisodeResult");
  const [given, type] = program.oneShot ? ["record", "Completion | Episode"] : ["episode", "Episode"];
  const doc = "What one episode pays. Values that are missing or impossible never pay; they are listed under `invalid`.";
  if (typed)
    return [
      `/** ${doc} */`,
      `export function score(${given}: ${type}, options: Options = {}): ${result} {`,
      ...indent(body),
      "}",
    ];
  const comment = docComment([doc, `@param {${type}} ${given}`, "@param {Options} [options]", `@returns {${result}}`].join("\n"));
  return [...comment, `export function score(${given}, options = {}) {`, ...indent(body), "}"];
}
