// `let`, `goal`, `probe`: names for expressions, elaborated on first use, so that their order does not matter.
import type * as ast from "../../grammar/ast.ts";
import type { Span } from "../../grammar/span.ts";
import { complain, type Lowered, type Operand } from "../elaborate/context.ts";
import { elaborateOperand, elaborateScalar } from "../elaborate/expression.ts";
import type { Definition } from "../model.ts";
import { declare } from "./declare.ts";
import { origin, type Work } from "./reward-parts.ts";

/** Enters the names; `finish` elaborates what nobody has used. */
export function declareBindings(work: Work): { finish(): void } {
  const finishers: (() => void)[] = [];
  for (const member of work.reward.members) {
    if (member.kind === "let") finishers.push(declareLet(member, work));
    if (member.kind === "goal" || member.kind === "probe") finishers.push(declareOutcome(member, work));
  }
  return { finish: () => finishers.forEach((finish) => finish()) };
}

function declareLet(member: ast.Binding, work: Work): () => void {
  const { context } = work;
  const definition = declare(work, "let", member, context.scope.values, (binding) => binding.definition);
  const value = once(member, definition, work, () => elaborateOperand(member.value, context));
  if (definition !== undefined) context.scope.values.set(definition.name, { definition, lower: value });
  return () => {
    const operand = value();
    if (definition === undefined || operand?.kind !== "value") return;
    work.parts.lets.push({ name: definition.name, node: operand.node, ...origin(member) });
  };
}

function declareOutcome(member: ast.Binding, work: Work): () => void {
  const { context } = work;
  const kind = member.kind === "goal" ? "goal" : "probe";
  const definition = declare(work, kind, member, context.scope.values, (binding) => binding.definition);
  const value = once(member, definition, work, () => elaborateScalar(member.value, context, kind === "goal" ? "A goal" : "A probe"));
  if (definition !== undefined) context.scope.values.set(definition.name, { definition, lower: value });
  return () => {
    const operand = value();
    if (definition === undefined || operand?.kind !== "value") return;
    const list = kind === "goal" ? work.parts.goals : work.parts.probes;
    list.push({ name: definition.name, node: operand.node, ...origin(member) });
    if (kind === "goal") checkGoal(member, operand, work);
  };
}

function checkGoal(goal: ast.Binding, value: Lowered, work: Work): void {
  if (value.info.timing !== "step") return;
  const text = work.context.text.slice(goal.value.start, goal.value.end);
  complain(work.context, goal.value, "M013", "goal-per-step", `The goal '${goal.name.text}' has a value on every step; its value on the last one counts.`, {
    severity: "hint",
    help: "Say which you mean: 'any(…) over steps', 'all(…) over steps' or 'last(…) over steps'.",
    fixes: ["last", "any", "all"].map((name) => ({
      title: `${name}(…) over steps`,
      safe: false,
      edits: [{ start: goal.value.start, end: goal.value.end, text: `${name}(${text}) over steps` }],
    })),
  });
}

/** Runs once and refuses to be used while it runs. */
export function once<T extends Operand>(member: { name: ast.Name }, definition: Definition | undefined, work: Work, compute: () => T | undefined): (use?: Span) => T | undefined {
  let state: "waiting" | "running" | "done" = "waiting";
  let value: T | undefined;
  return (use) => {
    if (state === "running") {
      return complain(work.context, use ?? member.name, "N017", "circular-definition", `'${member.name.text}' is defined by itself.`, {
        help: "Only a 'track' may build on its own previous value, with prev(name).",
        related: [{ start: member.name.start, end: member.name.end, message: "defined here" }],
      });
    }
    if (state === "waiting") {
      state = "running";
      value = compute();
      state = "done";
      if (definition !== undefined && value?.kind === "value") definition.info = (value as Lowered).info;
    }
    return value;
  };
}
