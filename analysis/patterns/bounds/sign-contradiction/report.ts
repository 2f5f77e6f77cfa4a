// What is said about a formula that is counted the wrong way round, and about a cost with two sides.
import type { Fix, Witness } from "../../../../compiler/diagnostics.ts";
import type { NodeId } from "../../../../runtime/program.ts";
import { oneRecord } from "../../../witness/build-episode.ts";
import { confirmWitness } from "../../../witness/play-episodes.ts";
import { paidBy, searchRecord } from "../../../witness/search-record.ts";
import { sliceProgram } from "../../../witness/slice-program.ts";
import { placeOf, placeOfPart } from "../../combination.ts";
import type { Finding, PatternInput } from "../../pattern.ts";
import { sayNumber } from "../../say-number.ts";
import { textAt } from "../../term-text.ts";
import type { Reversed } from "./reversed-parts.ts";
import { signFixes } from "./sign-fixes.ts";
import type { SignedError } from "./signed-errors.ts";

export function reportReversed(input: PatternInput, { paid, node, change, wanted, goal, graded }: Reversed): Finding {
  const { term } = paid;
  const named = nameOf(input, node);
  const pays = change
    ? `pays when ${named} ${wanted === "+" ? "falls" : "rises"}`
    : `pays ${wanted === "+" ? "less" : "more"} for more ${named}`;
  return {
    at: placeOf(input.facts, term.source, term.node),
    severity: graded ? "error" : "warning",
    message: `'${term.name}' ${pays}, but the goal '${goal.name}' ${wanted === "+" ? "rises" : "falls"} with it.`,
    why: "The optimum of this term is the opposite of what is wanted, and it trains that well.",
    help: change ? "Turn the difference round: 'delta(x)' pays a rise of x, '-delta(x)' a fall." : "Turn the sign round.",
    related: [
      { start: goal.source[0], end: goal.source[1], message: `the goal wants ${wanted === "+" ? "more" : "less"} of it` },
    ],
    fixes: change ? turnedFix(input, paid.term) : signFixes(input.text, paid),
  };
}

export function reportSigned(input: PatternInput, error: SignedError): Finding {
  const { facts } = input;
  const { paid, node, range, kind, deviation } = error;
  const { term } = paid;
  const named = nameOf(input, node);
  const sides = `${sayNumber(range.lo)}..${sayNumber(range.hi)}`;
  const pays = Number.isFinite(error.pays) ? `up to ${sayNumber(error.pays)}` : "without bound";
  const messages = {
    deviation: `'${term.name}' moves one way with ${named}, which lies in ${sides}: one side of it pays ${pays}, but ${deviation?.by} looks at its size.`,
    kernel: `'${term.name}' is exp of minus ${named}, which lies in ${sides}: where it is negative the kernel is above 1, ${pays}.`,
    cost: `'${term.name}' charges for ${named}, which lies in ${sides}: where it is negative the charge is a pay, ${pays}.`,
  };
  return {
    at: placeOfPart(facts, term.source, term.node),
    severity: "warning",
    message: messages[kind],
    why: `An error, a distance or a divergence is never negative; ${named} can be, and an agent will push it to the side that pays.`,
    help: "Charge for its size: 'abs(x)', 'x^2', or 'max(0, x)' where only one side is bad; for a divergence use an estimate that is never negative.",
    related:
      deviation === undefined
        ? []
        : [{ start: deviation.source[0], end: deviation.source[1], message: `${deviation.by} wants it near 0` }],
    fixes: sizeFix(input, error),
    witness: () => showPayingSide(input, error),
  };
}

function nameOf({ program, text }: PatternInput, node: NodeId): string {
  const source = program.nodes[node]?.source;
  const written = source === undefined ? "" : text.slice(source[0], source[1]);
  return written === "" || written.length > 40 || written.includes("\n") ? "it" : `'${written}'`;
}

function turnedFix({ program, text }: PatternInput, term: Reversed["paid"]["term"]): Fix[] {
  const source = program.nodes[term.node]?.source;
  if (source === undefined || source[0] < term.source[0] || source[1] > term.source[1] || term.role === "penalty") return [];
  const written = text.slice(source[0], source[1]);
  const replaced = written.startsWith("-") && !/[-+]/.test(written.slice(1)) ? written.slice(1).trim() : `-(${written})`;
  return [{ title: "Turn the difference round", safe: false, edits: [{ start: source[0], end: source[1], text: replaced }] }];
}

/** abs(…) round what has two sides, where it is written in the term. */
function sizeFix({ program, text }: PatternInput, { paid, node }: SignedError): Fix[] {
  const source = program.nodes[node]?.source;
  const { term } = paid;
  if (source === undefined || source[0] < term.source[0] || source[1] > term.source[1] || node === term.node) return [];
  const bare = textAt(text, { start: source[0], end: source[1] }).replace(/^\((.*)\)$/s, "$1");
  return [
    {
      title: `Charge for its size: abs(${bare})`,
      safe: false,
      edits: [{ start: source[0], end: source[1], text: `abs(${bare})` }],
    },
  ];
}

/** What pays best, against the same with the signals behind it quiet. */
function showPayingSide({ facts, program }: PatternInput, { paid, node }: SignedError): Witness | undefined {
  const names = [paid.term.name];
  const reads = facts.reads(node);
  const best = searchRecord(sliceProgram(program, names), reads, {}, (result) => paidBy(result, names));
  const said = Object.entries(best).flatMap(([name, value]) =>
    typeof value === "number" ? [`${name} = ${sayNumber(value)}`] : [],
  );
  if (said.length === 0 || said.length > 3) return undefined;
  return confirmWitness(
    program,
    oneRecord(program, "pushed", best),
    oneRecord(program, "none", {}),
    (earned, honestly) => `With ${said.join(", ")} it earns ${sayNumber(earned)}; with no error at all ${sayNumber(honestly)}.`,
  );
}
