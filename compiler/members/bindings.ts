// `let`, `goal`, `probe`: names for expressions, elaborated on first use, so that their order does not matter.
import type * as ast from "../../grammar/ast.ts";
import { complain, fix, replace } from "../elaborate/complain.ts";
import type { Lowered, Operand } from "../elaborate/context.ts";
import { elaborateNumeric, elaborateOperand, elaborateScalar } from "../elaborate/expression.ts";
import { namesIn, settleInOrder } from "../elaborate/walk.ts";
import type { Definition } from "../model.ts";
import { once } from "./once.ts";
import { membersOf, origin, type Work } from "./reward-parts.ts";

type Binding = ast.Binding & { kind: "let" | "goal" | "probe" };

/** Gives the names their meaning; what this returns elaborates those that nobody has used, each after those it is made of. */
export function readBindings(work: Work): (() => void)[] {
  const bindings = (membersOf(work, "let", "goal", "probe") as Binding[]).map((member) => readBinding(member, work));
  const waiting = new Map(bindings.map((binding) => [binding.member.name.text, binding]));
  const needs = ({ member }: Entry) => namesIn(member.value).flatMap((name) => waiting.get(name) ?? []);
  const settle = (binding: Entry) => {
    waiting.delete(binding.member.name.text);
    binding.value();
  };
  return bindings.map((binding) => () => {
    // A circle is told by the first of it, as it is for everything else.
    settleInOrder(binding, needs, settle, settle);
    keep(binding, work);
  });
}

interface Entry {
  member: Binding;
  definition: Definition | undefined;
  value: () => Operand | undefined;
}

function readBinding(member: Binding, work: Work): Entry {
  const definition = work.definitionOf.get(member);
  const value = once(member.name, work, () => {
    const operand = operandOf(member, work);
    if (definition !== undefined && operand?.kind === "value") definition.info = operand.info;
    return operand;
  });
  const context = { ...work.context, inFormula: true };
  const lowerInFormula = once(member.name, work, () => elaborateOperand(member.value, context));
  if (definition !== undefined) work.context.scope.values.set(definition.name, { definition, lower: value, lowerInFormula });
  return { member, definition, value };
}

function keep({ member, definition, value }: Entry, work: Work): void {
  const operand = value();
  if (definition === undefined || operand?.kind !== "value") return;
  listOf(member.kind, work).push({ name: definition.name, node: operand.node, ...origin(member) });
  if (member.kind === "goal") checkGoal(member, operand, work);
}

/** A `let` may name anything, even a range; a probe may show what is missing now and then. */
function operandOf(member: Binding, { context }: Work): Operand | undefined {
  if (member.kind === "let") return elaborateOperand(member.value, context);
  return member.kind === "goal"
    ? elaborateScalar(member.value, { ...context, isGoal: true }, "A goal")
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
