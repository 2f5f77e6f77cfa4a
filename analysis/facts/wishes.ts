// What a spec says about a signal beside paying for it: its direction tag, a hazard, an outcome it stands for, the goal.
import { point } from "../../runtime/interval.ts";
import type { Monotone } from "../../runtime/operators/operator.ts";
import type { NodeId, SignalDeclaration, Source } from "../../runtime/program.ts";
import { assumeNothing } from "./assumptions.ts";
import type { Facts } from "./facts.ts";
import { strictEnds } from "./pay-direction.ts";

/** More of it is wanted (+) or unwanted (-). */
export interface Wish {
  direction: "+" | "-";
  /** End of a sentence: why. */
  because: string;
  note: string;
  at: Source;
  /** Said about the signal itself, not concluded from a formula. */
  said: boolean;
  /** Only terms of this role can contradict it. */
  role?: "objective" | "penalty";
}

/** The wishes about a signal, what is said first; none where two contradict each other. */
export function wishesOf(facts: Facts, signal: SignalDeclaration): Wish[] {
  const wishes = [...tagged(signal), ...outcomes(facts, signal), ...goals(facts, signal)];
  return wishes.every((wish) => wish.direction === wishes[0]?.direction) ? wishes : [];
}

function tagged(signal: SignalDeclaration): Wish[] {
  const { name, tags, source } = signal;
  const found: Wish[] = [];
  const direction = tags.direction;
  if (direction === "up" || direction === "down") {
    const wanted = direction === "up" ? "more of it is better" : "less of it is better";
    found.push({
      direction: direction === "up" ? "+" : "-",
      because: `it is declared that ${wanted}`,
      note: `'${name}' is declared 'direction ${direction}'`,
      at: source,
      said: true,
    });
  }
  if (tags.hazard !== undefined) {
    found.push({
      direction: "-",
      because: `'${name}' is a hazard`,
      note: `'${name}' is declared a hazard`,
      at: source,
      said: true,
    });
  }
  return found;
}

/** A bool that by itself ends the episode as success or failure. */
function outcomes(facts: Facts, signal: SignalDeclaration): Wish[] {
  if (signal.type.kind !== "bool") return [];
  return facts.program.ends.flatMap((end) => {
    if (end.outcome === undefined || !decides(facts, end.node, signal.name)) return [];
    const success = end.outcome === "success";
    return [
      {
        direction: success ? "+" : "-",
        because: `it ends the episode as a ${end.outcome}`,
        note: `'${signal.name}' ends the episode as a ${end.outcome}`,
        at: end.source,
        said: false,
        role: success ? "penalty" : "objective",
      } as const,
    ];
  });
}

/** The condition holds wherever the signal is true. */
function decides(facts: Facts, condition: NodeId, signal: string): boolean {
  if (!facts.reads(condition).has(signal)) return false;
  const assumed = assumeNothing();
  assumed.signals.set(signal, point(1));
  return facts.rangesUnder(assumed)(condition).lo >= 1;
}

/** A numeric goal that moves with the signal over its whole range, or a bool goal that needs or forbids it. */
function goals(facts: Facts, signal: SignalDeclaration): Wish[] {
  return facts.program.goals.flatMap((goal) => {
    const direction = facts.direction(goal.node, signal.name);
    if (direction !== "+" && direction !== "-") return [];
    const numeric = facts.program.nodes[goal.node]?.type.kind === "number";
    const moves = numeric
      ? (strictEnds(facts, goal.node, signal)?.strict ?? false)
      : signal.type.kind === "bool" && settles(facts, goal.node, signal, direction);
    if (!moves) return [];
    const verb = direction === "+" ? (numeric ? "rises with" : "needs") : numeric ? "falls with" : "forbids";
    return [
      {
        direction,
        because: `the goal '${goal.name}' ${verb} it`,
        note: `the goal ${verb} '${signal.name}'`,
        at: goal.source,
        said: false,
      },
    ];
  });
}

/** The goal cannot be reached with the signal at its wrong end. */
function settles(facts: Facts, goal: NodeId, signal: SignalDeclaration, direction: Monotone): boolean {
  const assumed = assumeNothing();
  assumed.signals.set(signal.name, point(direction === "+" ? 0 : 1));
  return facts.rangesUnder(assumed)(goal).hi <= 0;
}
