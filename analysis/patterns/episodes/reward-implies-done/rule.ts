// RH310: the episode ends where a paid value is, or is not, 0: what was paid is taken for whether it is over.
import { placeOf } from "../../combination.ts";
import type { Finding, Pattern, PatternInput } from "../../pattern.ts";

export const rule: Pattern = {
  code: "RH310",
  name: "reward-implies-done",
  severity: "warning",
  summary: "The end of an episode is concluded from a reward being, or not being, 0.",
  classes: ["missing-termination"],
  evidence: [
    {
      title: "Reward Design for Justifiable Sequential Decision-Making, 2024, released code",
      says: "The data loader takes an episode to be over where its reward is not 0, so that one that ends with 0 never ends.",
    },
  ],
  check,
};

const compares: ReadonlySet<string> = new Set(["equal", "not_equal"]);

function check(input: PatternInput): Finding[] {
  const { facts, program } = input;
  if (program.oneShot) return [];
  return program.ends.flatMap((end): Finding[] => {
    const node = program.nodes[end.node];
    if (node?.op !== "apply" || !compares.has(node.operator)) return [];
    const [left, right] = node.args.map((id) => program.nodes[id]);
    const zero = (found: typeof left) => found?.op === "constant" && found.value === 0;
    const value = zero(right) ? node.args[0] : zero(left) ? node.args[1] : undefined;
    if (value === undefined || !isScore(input, value, node.operator)) return [];
    const term = program.terms.find(
      (paid) => paid.timing === "step" && facts.classes.now[paid.node] === facts.classes.now[value],
    );
    if (term === undefined) return [];
    const unlike =
      node.operator === "not_equal"
        ? "an outcome that is worth 0 never ends the episode"
        : "a step that happens to be worth 0 ends it";
    return [
      {
        at: placeOf(facts, end.source, end.node),
        message: `The episode ends by what '${term.name}' pays: ${unlike}.`,
        why: "Whether it is over and what it is worth are two things. An agent that can bring the value to 0, or keep it there, decides how long the episode is.",
        help: "Declare a signal for the end ('signal done : bool from environment') and write 'ends when done'.",
        related: [{ start: term.source[0], end: term.source[1], message: "pays this value" }],
      },
    ];
  });
}

/** A number that is no count, and, where it ends the episode at 0, can fall below it: lives and fuel may well run out. */
function isScore({ facts, program }: PatternInput, id: number, operator: string): boolean {
  const names = [...facts.reads(id)];
  if (program.nodes[id]?.type.kind !== "number" || names.length === 0) return false;
  const counted = names.every((name) => facts.signals.get(name)?.integer === true);
  return !counted && (operator === "not_equal" || facts.range(id).lo < 0);
}
