// RH203: a hazard has a price, or none, that other terms can pay.
import type { Fix } from "../../../../compiler/diagnostics.ts";
import type { SignalDeclaration } from "../../../../runtime/program.ts";
import type { Facts } from "../../../facts/facts.ts";
import type { Paid } from "../../../facts/value-terms.ts";
import { combinationOf, placeOf, quoteNames } from "../../combination.ts";
import { replaceTerm } from "../../edit-term.ts";
import { addLine, sayNever } from "../../forbid.ts";
import type { Finding, Pattern, PatternInput } from "../../pattern.ts";
import { sayNumber, writeNumber } from "../../say-number.ts";
import { isForbidden, priceOf, termsAgainst } from "./price.ts";
import { showPurchase } from "./witness.ts";

export const rule: Pattern = {
  code: "RH203",
  name: "compensable-constraint",
  severity: "error",
  summary: "A hazard is only a cost, and other terms can pay for it.",
  classes: ["side-effect-blind", "scale-domination"],
  evidence: [
    {
      title: "The Perfect Blend: Redefining RLHF with Mixture of Judges (CGPO), 2024",
      url: "https://arxiv.org/abs/2409.20370",
      says: "Reward counts only where every constraint judge passes; this removed the hacking seen with a weighted sum.",
    },
    {
      title: "RecGPT-V2 Technical Report, 2025",
      says: "Summed rewards let the easy objective win; as gates, the side goals let the main one improve.",
    },
  ],
  check,
};

function check(input: PatternInput): Finding[] {
  const { facts } = input;
  if (combinationOf(input.program) === "other") return [];
  return [...facts.signals.values()].flatMap((signal) => {
    const declared = signal.tags.hazard !== undefined && signal.tags.hazard !== false;
    const unwanted = declared || forbiddenByGoal(facts, signal);
    if (!unwanted || isForbidden(facts, signal)) return [];
    return judge(input, signal, declared);
  });
}

/** A bool goal that no episode with this bool reaches; told only where the spec charges for it. */
function forbiddenByGoal(facts: Facts, signal: SignalDeclaration): boolean {
  if (signal.type.kind !== "bool" || termsAgainst(facts, signal).every(({ term }) => term.role !== "penalty")) return false;
  return facts.program.goals.some(
    (goal) => facts.program.nodes[goal.node]?.type.kind === "bool" && goalForbids(facts, goal.node, signal),
  );
}

function goalForbids(facts: Facts, goal: number, signal: SignalDeclaration): boolean {
  if (facts.direction(goal, signal.name) !== "-") return false;
  const assumed = { signals: new Map([[signal.name, { lo: 1, hi: 1 }]]), classes: new Map<number, never>() };
  return facts.rangesUnder(assumed)(goal).hi <= 0;
}

function judge(input: PatternInput, signal: SignalDeclaration, declared: boolean): Finding[] {
  const { facts } = input;
  const charging = termsAgainst(facts, signal);
  const others = facts.paid.filter((paid) => !charging.includes(paid) && paid.weight !== 0);
  const price = priceOf(facts, signal, charging);
  const worth = others.reduce((sum, { episode }) => sum + (episode.hi - episode.lo), 0);
  if (worth === 0 || price > worth) return [];
  const first = charging[0];
  const names = quoteNames(others.slice(0, 3).map(({ term }) => term.name));
  return [
    {
      at: first === undefined ? signal.source : placeOf(facts, first.term.source, first.term.node),
      severity: !declared ? "info" : first === undefined ? "warning" : "error",
      message:
        first === undefined
          ? `'${signal.name}' is a hazard, but nothing forbids it and nothing charges for it.`
          : `'${first.term.name}' charges ${sayNumber(price)} for '${signal.name}', and ${names} can earn ${sayNumber(worth)} with it: enough to pay for it.`,
      why: "In a sum everything has a price. Where breaking a rule brings more than it costs, breaking it is the optimum, and training finds it.",
      help: `Forbid it: 'require' caps what an episode with '${signal.name}' can earn, 'ends when ${signal.name} as failure' stops it there.`,
      related: [
        {
          start: signal.source[0],
          end: signal.source[1],
          message: declared ? `'${signal.name}' is declared a hazard` : `the goal cannot be reached with '${signal.name}'`,
        },
      ],
      fixes: forbiddingFixes(input, signal, first),
      witness: () => showPurchase(input, signal, charging, others),
    },
  ];
}

function forbiddingFixes({ facts, text }: PatternInput, signal: SignalDeclaration, charging: Paid | undefined): Fix[] {
  if (signal.type.kind !== "bool") return [];
  const only = charging !== undefined && charging.term.role === "penalty" && facts.reads(charging.term.node).size === 1;
  const lowest = facts.paid.reduce((sum, paid) => sum + (only && paid === charging ? 0 : paid.episode.lo), 0);
  const cap = Number.isFinite(lowest) ? writeNumber(Math.min(0, Math.floor(lowest))) : "0";
  const never = sayNever(signal);
  const title = `Forbid it: require … = ${never} else ${cap}`;
  if (charging !== undefined && only)
    return replaceTerm(text, charging.term, title, `require ${charging.term.name} = ${never} else ${cap}`);
  return addLine(facts, text, title, `require no_${signal.name} = ${never} else ${cap}`);
}
