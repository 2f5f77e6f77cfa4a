// RH212: one of several ways of scoring is chosen by a case, and one case can earn many times what another can.
import type { NodeId } from "../../../../runtime/program.ts";
import type { Facts } from "../../../facts/facts.ts";
import { placeOf } from "../../combination.ts";
import type { Finding, Pattern, PatternInput } from "../../pattern.ts";
import { sayNumber } from "../../say-number.ts";

export const rule: Pattern = {
  code: "RH212",
  name: "partial-or-mixed-route",
  severity: "warning",
  summary: "Cases are scored on scales so different that one of them decides training.",
  classes: ["fail-open-verifier", "scale-domination"],
  thresholds: {
    ratio: { default: 10, doc: "How many times wider the scores of one case may be than those of another.", min: 1 },
  },
  evidence: [
    {
      title: "OCRVerse, 2026",
      says: "One run across domains needs a reward for each domain, all on one scale: structure for tables, meaning for charts.",
    },
    {
      title: "The Perfect Blend: Redefining RLHF with Mixture of Judges (CGPO), 2024",
      url: "https://arxiv.org/abs/2409.20370",
      says: "Each task has its own reward model and judges; their scores are calibrated before they are compared.",
    },
  ],
  check,
};

interface Arm {
  node: NodeId;
  /** The case, as its text says; undefined for all others. */
  key: string | undefined;
}

function check(input: PatternInput): Finding[] {
  const { facts } = input;
  return facts.paid.flatMap(({ term, weight }) => {
    const arms = weight === 0 ? [] : armsOf(facts, term.node);
    const scored = arms
      .map((arm) => ({ ...arm, width: facts.range(arm.node).hi - facts.range(arm.node).lo }))
      .filter(({ width }) => width > 0 && Number.isFinite(width))
      .toSorted((a, b) => b.width - a.width);
    const [wide, narrow] = [scored[0], scored.at(-1)];
    if (wide === undefined || narrow === undefined || !(wide.width > input.threshold("ratio") * narrow.width)) return [];
    const name = (arm: Arm) => (arm.key === undefined ? "all other cases" : `'${arm.key}'`);
    return [
      {
        at: placeOf(facts, term.source, wide.node),
        message: `In '${term.name}' the scores of ${name(wide)} span ${sayNumber(wide.width)}, those of ${name(narrow)} ${sayNumber(narrow.width)}: ${sayNumber(wide.width / narrow.width)} times less.`,
        why: `Training is driven by what moves the reward most. An agent becomes good at ${name(wide)} and lets ${name(narrow)} go, whatever their shares in the data.`,
        help: "Bring all cases to one scale, 0..1, and let a weight say where one should count more.",
        related: [
          {
            start: placeOf(facts, term.source, narrow.node)[0],
            end: placeOf(facts, term.source, narrow.node)[1],
            message: `this spans only ${sayNumber(narrow.width)}`,
          },
        ],
      } satisfies Finding,
    ];
  });
}

/** The branches of a choice by the value of one text. */
function armsOf({ program, classes }: Facts, root: NodeId): Arm[] {
  const arms: Arm[] = [];
  let subject: number | undefined;
  let id = root;
  for (;;) {
    const node = program.nodes[id];
    const test = node?.op === "if" ? program.nodes[node.args[0]] : undefined;
    if (node?.op !== "if" || test?.op !== "apply" || test.operator !== "equal") break;
    const [a, b] = test.args.map((arg) => program.nodes[arg]);
    const key = b?.op === "constant" ? b.value : undefined;
    if (a?.op !== "signal" || typeof key !== "string") break;
    const of = classes.now[test.args[0]!]!;
    if (subject !== undefined && subject !== of) break;
    subject = of;
    arms.push({ node: node.args[1], key });
    id = node.args[2];
  }
  return arms.length === 0 ? [] : [...arms, { node: id, key: undefined }];
}
