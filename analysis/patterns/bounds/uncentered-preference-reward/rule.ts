// RH102: scores that mean something only beside others of the same prompt are paid across prompts.
import type { NodeId, SignalDeclaration } from "../../../../runtime/program.ts";
import { argumentsOf } from "../../../facts/classify-nodes.ts";
import type { Facts } from "../../../facts/facts.ts";
import { goalDependence } from "../../../facts/goal-dependence.ts";
import { placeOf, quoteNames } from "../../combination.ts";
import { wrapReadings } from "../../edit-term.ts";
import type { Finding, Pattern, PatternInput } from "../../pattern.ts";

export const rule: Pattern = {
  code: "RH102",
  name: "uncentered-preference-reward",
  severity: "warning",
  summary: "A Bradley-Terry score is compared across prompts.",
  classes: ["unbounded-learned-proxy"],
  evidence: [
    {
      title: "The Perfect Blend (CGPO), 2024",
      url: "https://arxiv.org/abs/2409.20370",
      says: "Scores are calibrated per prompt against a baseline answer before they are combined.",
    },
    {
      title: "Reward Shaping to Mitigate Reward Hacking in RLHF (PAR), 2025",
      url: "https://arxiv.org/abs/2502.18770",
      says: "The reward is centred on reference scores of the same prompt before it is bounded.",
    },
  ],
  check,
};

const centring: ReadonlySet<string> = new Set([
  "par",
  "calibrate",
  "center",
  "logsig",
  "ref_quantile",
  "rel_tanh",
  "rel_atan",
  "over_references",
  "anchor",
  "frozen_norm",
  "pref_bt",
  "pref_bt_margin",
  "pref_bt_scaled",
  "pref_diff",
]);
const grouped: ReadonlySet<string> = new Set(["grpo", "dr_grpo", "rloo", "gdpo"]);

function check({ facts, program, text }: PatternInput): Finding[] {
  const relative = grouped.has(program.settings.advantage ?? "");
  return goalDependence(facts).paying.flatMap(({ term }) => {
    const bare = [...facts.reads(term.node)]
      .flatMap((name) => facts.signals.get(name) ?? [])
      .filter((signal) => signal.tags.kind === "bradley_terry" && reaches(facts, term.node, signal));
    const [score] = bare;
    if (score === undefined) return [];
    const refs = program.signals.find(
      ({ from, type }) => from?.kind === "reference" && type.kind !== "text" && type.kind !== "number",
    );
    return [
      {
        at: placeOf(facts, term.source, term.node),
        severity: relative ? "hint" : "warning",
        message: `'${term.name}' pays ${quoteNames(bare.map(({ name }) => name))} as it is: such scores are defined only up to a constant per prompt, and comparing them across prompts means nothing.`,
        why: relative
          ? "Within a group of samples of one prompt the constant cancels; in sums with other terms and in thresholds it does not."
          : "Prompts with a high constant are paid whatever the answer. Training moves to answers that make the prompt look like one of those.",
        help: `Compare with reference scores of the same prompt: 'par(${score.name}, refs)', 'calibrate(${score.name}, baseline)', or the difference to one.`,
        related: bare.map(({ source, name }) => ({
          start: source[0],
          end: source[1],
          message: `'${name}' is a Bradley-Terry score`,
        })),
        fixes:
          refs === undefined || score.type.kind !== "number" || bare.length > 1
            ? []
            : wrapReadings(
                text,
                term,
                score.name,
                `Compare with the reference scores: par(${score.name}, ${refs.name})`,
                `par(${score.name}, ${refs.name})`,
              ),
      },
    ];
  });
}

/** Down to the signal on a path that nothing centres. */
function reaches(facts: Facts, id: NodeId, signal: SignalDeclaration): boolean {
  const node = facts.program.nodes[id];
  if (node === undefined || !facts.reads(id).has(signal.name)) return false;
  if (node.op === "signal") return true;
  const args = argumentsOf(node);
  if ("operator" in node && centring.has(node.operator)) return false;
  if (node.op === "aggregate" && node.axis === "group") return false;
  if (node.op === "apply" && node.operator === "subtract" && args.some((arg) => isBaseline(facts, arg))) return false;
  if (
    node.op === "apply" &&
    ["less", "less_equal", "greater", "greater_equal"].includes(node.operator) &&
    args.every((arg) => facts.reads(arg).has(signal.name))
  )
    return false;
  return args.some((arg) => reaches(facts, arg, signal));
}

/** Another score of the same prompt. */
function isBaseline(facts: Facts, id: NodeId): boolean {
  const node = facts.program.nodes[id];
  if (node?.op === "aggregate" && node.axis === "group") return true;
  return [...facts.reads(id)].some((name) => facts.signals.get(name)?.from?.kind === "reference");
}
