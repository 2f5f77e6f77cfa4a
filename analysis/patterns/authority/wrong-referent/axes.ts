// Which axes of a vector the goal reads and pay does not, and where pay takes the size of what the goal takes with its sign.
import type { NodeId, SignalDeclaration } from "../../../../runtime/program.ts";
import { argumentsOf } from "../../../facts/classify-nodes.ts";
import type { Facts } from "../../../facts/facts.ts";
import { goalDependence } from "../../../facts/goal-dependence.ts";
import { nodesBelow } from "../../../facts/trace-reads.ts";
import type { Paid } from "../../../facts/value-terms.ts";
import { placeOf, quoteNames } from "../../combination.ts";
import type { Mismatch } from "./rule.ts";

const elementwise: ReadonlySet<string> = new Set(["add", "subtract", "negate", "multiply", "divide"]);
const sizes: ReadonlySet<string> = new Set(["norm", "norm1", "sumsq", "abs"]);

interface Uses {
  /** Components read on their own. */
  components: Set<number>;
  /** Operators that read it as a whole. */
  whole: Set<string>;
}

/** How a vector signal is used below some nodes; with `through`, what is worked out axis by axis counts as the vector itself. */
function usesOf(facts: Facts, roots: readonly NodeId[], name: string, through: boolean): Uses {
  const { program } = facts;
  const uses: Uses = { components: new Set(), whole: new Set() };
  const below = new Set(roots.flatMap((root) => [...nodesBelow(program, root)]));
  const carriers = new Set<NodeId>();
  for (const id of [...below].sort((a, b) => a - b)) {
    const node = program.nodes[id]!;
    const carried = argumentsOf(node).some((arg) => carriers.has(arg));
    const worked = through && node.op === "apply" && elementwise.has(node.operator) && node.type.kind === "vector";
    const passes = worked || node.op === "prev";
    if ((node.op === "signal" && node.name === name) || (carried && passes)) carriers.add(id);
    else if (carried && node.op === "component") for (const component of node.components) uses.components.add(component);
    else if (carried) uses.whole.add("operator" in node ? node.operator : node.op);
  }
  for (const root of roots) if (carriers.has(root)) uses.whole.add("itself");
  return uses;
}

interface Vector {
  signal: SignalDeclaration;
  goal: Uses;
  paid: Uses;
  by: Paid;
}

/** Vectors that both a goal and something paid read. */
function vectorsOf(facts: Facts, through: boolean): Vector[] {
  const { wanted, paying } = goalDependence(facts);
  const { program } = facts;
  const goals = program.goals.map(({ node }) => node);
  const others = [...program.shapings, ...program.requires, ...program.ends].map(({ node }) => node);
  const roots = [
    ...paying.flatMap(({ term }) => [term.node, term.weight, ...(term.when === undefined ? [] : [term.when])]),
    ...others,
  ];
  return [...wanted.values()].flatMap(({ signal }) => {
    const by = paying.find(({ term }) => facts.reads(term.node).has(signal.name));
    if (signal.type.kind !== "vector" || by === undefined) return [];
    return [{ signal, goal: usesOf(facts, goals, signal.name, true), paid: usesOf(facts, roots, signal.name, through), by }];
  });
}

const nameOf = ({ name, type }: SignalDeclaration, component: number): string =>
  type.kind === "vector" && type.size <= 4 ? `${name}.${"xyzw"[component]}` : `${name}[${component}]`;

/** The goal reads some axes, everything else reads others. */
export function otherAxes(facts: Facts): Mismatch[] {
  return vectorsOf(facts, true).flatMap(({ signal, goal, paid, by }): Mismatch[] => {
    if (goal.whole.size > 0 || paid.whole.size > 0 || goal.components.size === 0 || paid.components.size === 0) return [];
    if ([...goal.components].some((component) => paid.components.has(component))) return [];
    const say = (uses: Uses) => quoteNames([...uses.components].sort().map((component) => nameOf(signal, component)));
    return [
      mismatch(
        facts,
        by,
        `pays by ${say(paid)}`,
        `${say(goal)}, which nothing paid reads`,
        "Motion along the axes that are paid earns everything; along the others the agent may do what it likes.",
        `Read ${say(goal)} too.`,
      ),
    ];
  });
}

/** The goal takes a component with its sign, pay takes the size of the vector. */
export function anyDirection(facts: Facts): Mismatch[] {
  return vectorsOf(facts, false).flatMap(({ signal, goal, paid, by }): Mismatch[] => {
    const signed =
      goal.whole.size === 0 &&
      goal.components.size > 0 &&
      facts.program.goals.some((each) => /[+-]/.test(facts.direction(each.node, signal.name)));
    if (
      !signed ||
      by.term.role !== "objective" ||
      paid.components.size > 0 ||
      paid.whole.size === 0 ||
      ![...paid.whole].every((operator) => sizes.has(operator))
    )
      return [];
    const say = quoteNames([...goal.components].sort().map((component) => nameOf(signal, component)));
    return [
      mismatch(
        facts,
        by,
        `pays by the size of '${signal.name}', whichever way it points`,
        `${say} with its sign`,
        "Going backwards or sideways pays as well as going forwards, and may be easier.",
        `Pay ${say}.`,
      ),
    ];
  });
}

function mismatch(facts: Facts, { term }: Paid, paid: string, wanted: string, why: string, help: string): Mismatch {
  const goal = facts.program.goals[0]!;
  return {
    at: placeOf(facts, term.source, term.node),
    message: `'${term.name}' ${paid}; the goal '${goal.name}' reads ${wanted}.`,
    why,
    help,
    related: [{ at: goal.source, message: "the goal" }],
  };
}
