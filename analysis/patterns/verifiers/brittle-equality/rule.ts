// RH508: free text is compared with a reference as it stands, so that a space or a comma makes a right answer wrong.
import type { Node, NodeId } from "../../../../runtime/program.ts";
import type { Facts } from "../../../facts/facts.ts";
import { nodesBelow } from "../../../facts/trace-reads.ts";
import { isVouched, textsRead } from "../../../facts/wrong-answer.ts";
import { placeOf } from "../../combination.ts";
import type { Finding, Pattern, PatternInput } from "../../pattern.ts";

export const rule: Pattern = {
  code: "RH508",
  name: "brittle-equality",
  severity: "info",
  summary: "Free text is compared with a reference as it stands, so that a space or a comma makes a right answer wrong.",
  classes: [],
  evidence: [
    {
      title: "Cooper: Co-Optimizing Policy and Reward Models, 2025",
      says: "Rules are precise but brittle: right answers in another notation are graded as wrong.",
    },
  ],
  check,
};

/** Each makes texts the same that mean the same, or reads a number. */
const normalising: ReadonlySet<string> = new Set(
  "lower upper trim replace replace_each words number integer calculate json_items json_value json_get similarity sort".split(
    " ",
  ),
);

function check(input: PatternInput): Finding[] {
  const { facts } = input;
  const seen = new Set<NodeId>();
  if (!facts.program.nodes.some((node) => isBrittle(facts, node))) return [];
  return facts.program.terms.flatMap((term) =>
    [...nodesBelow(facts.program, term.node)].flatMap((id) => {
      if (seen.has(id) || !isBrittle(facts, facts.program.nodes[id])) return [];
      seen.add(id);
      const place = facts.program.nodes[id]?.source;
      return [
        {
          at: place === undefined ? placeOf(facts, term.source, term.node) : ([place[0], place[1]] as [number, number]),
          message:
            "What the policy writes is compared with the reference as it stands: '42 ' is not '42', '1,000' is not '1000'.",
          why: "Right answers in another notation are graded as wrong, so what is learned is a notation; prompts where it differs teach nothing.",
          help: "Normalise both sides ('lower(trim(…))', 'number(…)'), the same way.",
        },
      ];
    }),
  );
}

function isBrittle(facts: Facts, node: Node | undefined): boolean {
  if (node?.op !== "apply" || node.operator !== "equal") return false;
  const sides = node.args.filter((arg) => facts.program.nodes[arg]?.type.kind === "text" && isFree(facts, arg));
  const written = sides.find((arg) => textsRead(facts, arg).some((signal) => !isVouched(signal)));
  const reference = sides.find((arg) => arg !== written && textsRead(facts, arg).every(isVouched));
  if (written === undefined || reference === undefined) return false;
  return [...nodesBelow(facts.program, written)].every((id) => {
    const part = facts.program.nodes[id];
    return part?.op !== "apply" || !normalising.has(part.operator);
  });
}

/** Reads a text that may be anything. */
function isFree(facts: Facts, node: NodeId): boolean {
  return textsRead(facts, node).some(
    ({ type }) => type.kind === "list" || (type.kind === "text" && type.alternatives === undefined),
  );
}
