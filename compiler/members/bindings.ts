// `let`, `goal`, `probe`: names for expressions, elaborated on first use, so that their order does not matter.
import type * as ast from "../../grammar/ast.ts";
import { complain, fix, replace } from "../elaborate/complain.ts";
import type { Lowered, Operand } from "../elaborate/context.ts";
import { elaborateNumeric, elaborateOperand, elaborateScalar } from "../elaborate/expression.ts";
import { once } from "./once.ts";
import { membersOf, origin, type Work } from "./reward-parts.ts";

type Binding = ast.Binding & { kind: "let" | "goal" | "probe" };

/** Gives the names their meaning; what this returns, one function each, elaborates those that nobody has used. */
export function readBindings(work: Work): (() => void)[] {
  return (membersOf(work, "let", "goal", "probe") as Binding[]).map((member) => readBinding(member, work));
}

function readBinding(member: Binding, work: Work): () => void {
  const definition = work.definitionOf.get(member);
  const value = once(member.name, work, () => {
    const operand = operandOf(member, work);
    if (definition !== undefined && operand?.kind === "value") definition.info = operand.info;
    return operand;
  });
  if (definition !== undefined) work.context.scope.values.set(definition.name, { definition, lower: value });
  return () => {
    const operand = value();
    if (definition === undefined || operand?.kind !== "value") return;
    listOf(member.kind, work).push({ name: definition.name, node: operand.node, ...origin(member) });
    if (member.kind === "goal") checkGoal(member, operand, work);
  };
}

/** A `let` may name anything, even a range; a probe may show what is missing now and then. */
function operandOf(member: Binding, { context }: Work): Operand | undefined {
  if (member.kind === "let") return elaborateOperand(member.value, context);
  return member.kind === "goal"
    ? elaborateScalar(member.value, context, "A goal")
    : elaborateNumeric(member.value, context, "A probe");
}

function listOf(kind: Binding["kind"], { parts }: Work) {
  return { let: parts.lets, goal: parts.goals, probe: parts.probes }[kind];
}

function checkGoal(goal: ast.Binding, { info }: Lowered, { context }: Work): void {
  if (info.timing !== "step") return;
  const text = context.text.slice(goal.value.start, goal.value.end);
  const folds = info.type.kind === "bool" ? ["last", "any", "all"] : ["last", "mean", "max"];
  const message = `The goal '${goal.name.text}' has a value on every step; its value on the last one counts.`;
  complain(context, goal.value, "M013", "goal-per-step", message, {
    severity: "hint",
    help: `Say which you mean: '${folds.join("(…) over steps', '")}(…) over steps'.`,
    fixes: folds.map((name) => fix(`${name}(…) over steps`, replace(goal.value, `${name}(${text}) over steps`))),
  });
}
