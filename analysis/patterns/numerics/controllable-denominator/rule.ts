// RH911: a division or logarithm by something the agent can push towards zero, where nearly all of the pay is.
import type { Fix, Witness } from "../../../../compiler/diagnostics.ts";
import type { Node } from "../../../../runtime/program.ts";
import type { Paid } from "../../../facts/value-terms.ts";
import { oneRecord } from "../../../witness/build-episode.ts";
import { confirmWitness } from "../../../witness/play-episodes.ts";
import { paidBy, searchRecord, spread } from "../../../witness/search-record.ts";
import { sliceProgram } from "../../../witness/slice-program.ts";
import { placeOfPart } from "../../combination.ts";
import type { Finding, Pattern, PatternInput } from "../../pattern.ts";
import { sayNumber, writeNumber } from "../../say-number.ts";
import { type Quotient, quotientsOf } from "./quotients.ts";

export const rule: Pattern = {
  code: "RH911",
  name: "controllable-denominator",
  severity: "warning",
  summary: "A term divides by something the agent can push towards zero, and pays most where it is smallest.",
  classes: ["controllable-denominator"],
  thresholds: {
    end: { default: 0.01, min: 0, max: 0.5, doc: "Part of the divisor's range, at its lower end, that is looked at." },
    share: { default: 0.9, min: 0, max: 1, doc: "Share of what a smaller divisor can gain that must be gained there." },
    logarithm: { default: 0.5, min: 0, max: 1, doc: "The same for a logarithm." },
  },
  evidence: [
    {
      title: "FlashInfer kernel benchmark: outputs cached between identical calls",
      says: "The reward was the reference time over the measured time; a cached output makes the measured time, and so the divisor, nearly nothing.",
    },
    {
      title: "Sharpe ratio as the reward of a trading agent",
      says: "Trading almost nothing sends the standard deviation towards zero and the ratio up, without any profit.",
    },
  ],
  check,
};

function check(input: PatternInput): Finding[] {
  const seen = new Set<number>();
  return input.facts.paid.flatMap((paid) =>
    quotientsOf(input.facts, paid, input.threshold("end")).flatMap((quotient) => {
      if (quotient.share < input.threshold(quotient.logarithm ? "logarithm" : "share") || seen.has(quotient.divisor)) return [];
      seen.add(quotient.divisor);
      return [report(input, paid, quotient)];
    }),
  );
}

function report(input: PatternInput, paid: Paid, quotient: Quotient): Finding {
  const { facts, program, text } = input;
  const { term } = paid;
  const at = placeOfPart(facts, term.source, quotient.divisor);
  const own = program.nodes[quotient.divisor]?.source;
  const written = own?.[0] === at[0] && own[1] === at[1] ? text.slice(at[0], at[1]) : "";
  const name = written !== "" && written.length <= 40 && !written.includes("\n") ? `'${written}'` : "the divisor";
  const node = program.nodes[quotient.node]!;
  const kind = node.op === "apply" && node.operator === "divide" ? "divides by" : "takes the logarithm of";
  const amount = (value: number) => (Number.isFinite(value) ? sayNumber(value) : "without bound");
  return {
    at,
    message: `'${term.name}' ${kind} ${name}, which can fall to ${sayNumber(quotient.lowest)}: there it is ${amount(quotient.atLowest)}, at ${sayNumber(quotient.near)} only ${amount(quotient.atNear)}.`,
    why: `Making ${name} small pays far more than making anything else better: an agent will do as little as it can, or find a way to have it measured as nearly nothing.`,
    help: foldsSpread(node, program.nodes)
      ? "Pay the mean minus a multiple of the spread instead of their ratio, or give the divisor a floor that is not small beside its range."
      : "Give the divisor a floor that is not small beside its range ('max(…, …)'), cap the result with 'min', or divide by a constant.",
    fixes: floorFix(at, quotient, written),
    witness: () => showSmallDivisor(input, paid, quotient),
  };
}

function foldsSpread(node: Node, nodes: readonly Node[]): boolean {
  const divisor = node.op === "apply" ? nodes[node.args[1] ?? -1] : undefined;
  const parts = divisor?.op === "apply" ? divisor.args.map((arg) => nodes[arg]) : [divisor];
  return parts.some((part) => (part?.op === "aggregate" || part?.op === "window") && ["std", "var"].includes(part.operator));
}

function floorFix(at: readonly [number, number], { near }: Quotient, written: string): Fix[] {
  const floor = writeNumber(near);
  if (written === "" || written.includes("\n")) return [];
  return [
    {
      title: `Give it a floor: max(…, ${floor})`,
      safe: false,
      edits: [{ start: at[0], end: at[1], text: `max(${written}, ${floor})` }],
    },
  ];
}

/** The divisor, where it is a signal, at its lowest and a little above it, everything else as it pays best. */
function showSmallDivisor({ facts, program }: PatternInput, { term }: Paid, quotient: Quotient): Witness | undefined {
  const node = program.nodes[quotient.divisor];
  const signal = node?.op === "signal" ? facts.signals.get(node.name) : undefined;
  if (signal === undefined || signal.type.kind !== "number") return undefined;
  const { name } = signal;
  const small = { [name]: spread(signal, quotient.lowest) };
  const best = searchRecord(sliceProgram(program, [term.name]), facts.reads(term.node), small, (result) =>
    paidBy(result, [term.name]),
  );
  return confirmWitness(
    program,
    oneRecord(program, "smallest", best),
    oneRecord(program, "small", { ...best, [name]: spread(signal, quotient.near) }),
    (earned, honestly) =>
      `${name} = ${sayNumber(quotient.lowest)} earns ${sayNumber(earned)}; ${name} = ${sayNumber(quotient.near)} earns ${sayNumber(honestly)}, all else the same.`,
  );
}
