// RH612: a length is taken in characters where the budget, or the goal, is in tokens or words.
import { type LengthUnit, lengthNames, lengthUnits } from "../../../facts/length-units.ts";
import { nodesBelow } from "../../../facts/trace-reads.ts";
import type { Paid } from "../../../facts/value-terms.ts";
import { placeOf } from "../../combination.ts";
import type { Finding, Pattern, PatternInput } from "../../pattern.ts";

export const rule: Pattern = {
  code: "RH612",
  name: "wrong-length-unit",
  severity: "warning",
  summary: "A length in characters stands where tokens or words are meant.",
  classes: ["unit-mismatch"],
  evidence: [
    {
      title: "open-r1: soft overlong punishment, as first released",
      url: "https://github.com/huggingface/open-r1",
      says: "The length of the completion text, in characters, was compared with a budget in tokens, so that answers of a quarter of the budget were charged.",
    },
  ],
  check,
};

const why =
  "How many characters a token has depends on what is written: about four in English prose, one or two in digits and formulas. A limit in the wrong unit charges honest answers, or is slipped under by writing what takes few characters for its tokens.";

function check(input: PatternInput): Finding[] {
  return [...meetings(input), ...besideGoal(input)];
}

const comparing: ReadonlySet<string> = new Set([
  "less",
  "less_equal",
  "greater",
  "greater_equal",
  "subtract",
  "min",
  "max",
  "add",
  "ramp",
]);

/** Two lengths meet whose units were divided away. */
function meetings({ program, facts }: PatternInput): Finding[] {
  const roots = program.terms.flatMap(({ node, when }) => [node, ...(when === undefined ? [] : [when])]);
  const paid = new Set(
    roots.filter((root) => lengthUnits(facts, root).size > 1).flatMap((root) => [...nodesBelow(program, root)]),
  );
  return [...paid].flatMap((id) => {
    const node = program.nodes[id];
    if (node?.op !== "apply" || !comparing.has(node.operator) || node.source === undefined) return [];
    const plain = node.args.filter((arg) => program.nodes[arg]?.unit === undefined);
    const units = plain.map((arg) => [...lengthUnits(facts, arg)]).filter(({ length }) => length === 1);
    const [one, other] = units.map(([unit]) => unit!);
    if (one === undefined || other === undefined || one === other) return [];
    return [
      {
        at: node.source,
        message: `A length in ${lengthNames[one]} meets one in ${lengthNames[other]} here, both as plain numbers.`,
        why,
        help: `Take both in ${lengthNames[other]}, or convert with a factor that has a unit ('/ 4 [${one}/${other}]').`,
      },
    ];
  });
}

/** The goal limits one length and what is paid another. */
function besideGoal({ program, facts }: PatternInput): Finding[] {
  const asked = new Map<LengthUnit, (typeof program.goals)[number]>();
  for (const goal of program.goals) for (const unit of lengthUnits(facts, goal.node)) if (!asked.has(unit)) asked.set(unit, goal);
  const paid = facts.paid.map((term) => ({ term, units: new Set([...unitsOf(facts, term)]) }));
  for (const { units } of paid) for (const unit of units) asked.delete(unit);
  const [wanted] = asked;
  if (wanted === undefined) return [];
  const [unit, goal] = wanted;
  const other = paid.filter(({ term, units }) => term.weight !== 0 && [...units].some((own) => own !== unit));
  const first = other[0];
  if (first === undefined) return [];
  const { term } = first.term;
  const own = lengthNames[[...first.units].find((name) => name !== unit)!];
  return [
    {
      at: placeOf(facts, term.source, term.node),
      message: `'${term.name}' depends on a length in ${own}, but the goal '${goal.name}' on one in ${lengthNames[unit]}, which nothing that is paid reads.`,
      why,
      help: `Take the length in ${lengthNames[unit]} here too.`,
      related: [
        { start: goal.source[0], end: goal.source[1], message: `the goal is about ${lengthNames[unit]}` },
        ...other.slice(1).map(({ term: { term: also } }) => ({
          start: also.source[0],
          end: also.source[1],
          message: `'${also.name}' takes the same length`,
        })),
      ],
    },
  ];
}

function unitsOf(facts: PatternInput["facts"], { term }: Paid): LengthUnit[] {
  const nodes = [term.node, ...(term.when === undefined ? [] : [term.when])];
  return nodes.flatMap((node) => [...lengthUnits(facts, node)]);
}
