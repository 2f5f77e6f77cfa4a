// A whole module of generated code: header, declarations, `score`, support functions. It must not know how any of them is made.
import type { Program } from "../../runtime/program.ts";
import { printDeclarations } from "./declarations.ts";
import { type Emission, startEmission } from "./emission.ts";
import { GROUP_SIZE, isGrouped, offerTypes } from "./group.ts";
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

const DOC = "What one episode pays. Values that are missing or impossible never pay; they are listed under `invalid`.";

function printScore(emission: Emission): string[] {
  const { program } = emission;
  const body = printScoreBody(emission);
  const [given, type] = program.oneShot ? ["record", "Completion | Episode"] : ["episode", "Episode"];
  if (isGrouped(emission)) return printGroupScore(emission, given, type, body);
  return printFunction(emission, { doc: DOC, name: "score", parameters: [[given, type]] }, body);
}

interface Signature {
  doc: string;
  name: string;
  parameters: [name: string, type: string][];
  /** Text of the result's type, if not one result. */
  result?: string;
}

/** `export function name(…, options = {}) { … }`, typed in its head or in its comment. */
function printFunction(emission: Emission, signature: Signature, body: readonly string[]): string[] {
  const { typed, use } = emission;
  const { doc, name, parameters } = signature;
  const result = signature.result ?? use("EpisodeResult");
  if (typed) {
    const head = parameters.map(([parameter, type]) => `${parameter}: ${type}`).join(", ");
    return [`/** ${doc} */`, `export function ${name}(${head}, options: Options = {}): ${result} {`, ...indent(body), "}"];
  }
  const tags = parameters.map(([parameter, type]) => `@param {${type}} ${parameter}`);
  const comment = docComment([doc, ...tags, "@param {Options} [options]", `@returns {${result}}`].join("\n"));
  const head = parameters.map(([parameter]) => parameter).join(", ");
  return [...comment, `export function ${name}(${head}, options = {}) {`, ...indent(body), "}"];
}

/** `scoreGroup`, `score` for one sample alone, and the generator function that both play. */
function printGroupScore(emission: Emission, given: string, type: string, body: readonly string[]): string[] {
  const { typed, use } = emission;
  const result = use("EpisodeResult");
  const [one, several] = [given, `${given}s`];
  const list = type.includes("|") ? `(${type})[]` : `${type}[]`;
  const { offer, group } = offerTypes(emission);
  const doc = "What each sample of one group pays: all completions of one prompt, which look at each other.";
  const together = `return ${use("playTogether")}(${several}.map((${one}) => play(${one}, options, ${several}.length)));`;
  const played = typed
    ? [`function* play(${one}: ${type}, options: Options, ${GROUP_SIZE}: number): Generator<${offer}, ${result}, ${group}> {`]
    : [
        ...docComment(
          [
            `@param {${type}} ${one}`,
            "@param {Options} options",
            `@param {number} ${GROUP_SIZE}`,
            `@returns {Generator<${offer}, ${result}, ${group}>}`,
          ].join("\n"),
        ),
        `function* play(${one}, options, ${GROUP_SIZE}) {`,
      ];
  return [
    ...printFunction(emission, { doc, name: "scoreGroup", parameters: [[several, list]], result: `${result}[]` }, [together]),
    "",
    ...printFunction(emission, { doc: `${DOC} A group of one.`, name: "score", parameters: [[one, type]] }, [
      `return scoreGroup([${one}], options)[0];`,
    ]),
    "",
    "/** One sample: it offers what the others look at, and goes on once all have. */",
    ...played,
    ...indent(body),
    "}",
  ];
}
