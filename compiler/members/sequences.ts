// `sequence`: an ordered task. Its values exist on first use, as those of tracks do; what is written is kept for a picture.
import type * as ast from "../../grammar/ast.ts";
import type { Sequence, SequenceStage } from "../../runtime/program.ts";
import { missingStepLength } from "../elaborate/builtins.ts";
import { complain } from "../elaborate/complain.ts";
import { constantNumber } from "../elaborate/constants.ts";
import { type Context, excerpt, type Lowered, sequenceMembers } from "../elaborate/context.ts";
import { elaborateCondition, elaborateScalar } from "../elaborate/expression.ts";
import { makeMachine } from "../elaborate/reward-machine.ts";
import { isPure, SECOND, sameDimension, unitText } from "../types/units.ts";
import { once } from "./once.ts";
import { isKnownPerStep } from "./payment.ts";
import { membersOf, origin, type Work } from "./reward-parts.ts";

type Made = Record<(typeof sequenceMembers)[number], Lowered> & { sequence: Sequence };

/** Gives the names their meaning; what this returns, one function each, elaborates those that nobody has used. */
export function readSequences(work: Work): (() => void)[] {
  return membersOf(work, "sequence").map((member) => readSequence(member, work));
}

function readSequence(member: ast.Sequence, work: Work): () => void {
  const { context } = work;
  const definition = work.definitionOf.get(member);
  const made = once(member.name, work, () => makeSequence(member, work));
  if (definition !== undefined) {
    context.scope.values.set(definition.name, {
      definition,
      lower: (use) =>
        complain(
          context,
          use,
          "N029",
          "sequence-as-value",
          `'${definition.name}' is a sequence, and it is not said which of its values is meant.`,
          {
            help: `Write '${sequenceMembers.map((name) => `${definition.name}.${name}`).join("', '")}'.`,
            fixes: sequenceMembers.map((name) => ({
              title: `Use '${definition.name}.${name}'`,
              safe: false,
              edits: [{ start: use.end, end: use.end, text: `.${name}` }],
            })),
          },
        ),
      lowerMember: (name, use) => made(use)?.[name],
    });
  }
  return () => {
    const value = made();
    if (definition !== undefined && value !== undefined) work.parts.sequences.push(value.sequence);
  };
}

function makeSequence(member: ast.Sequence, work: Work): Made | undefined {
  const { context } = work;
  const text = ({ start, end }: ast.Expression) => context.text.slice(start, end).replace(/\s+/g, " ");
  const read = (condition: ast.Expression, what: string) => {
    const value = elaborateCondition(condition, context, what);
    return value !== undefined && isKnownPerStep(value, condition, what, work) ? value : undefined;
  };
  const stages = member.stages.map((stage) => {
    const condition = read(stage.condition, "A stage of a sequence");
    const within = stage.within && recordsOf(stage.within, stage.withinSteps, "within", context);
    const hold = stage.for && recordsOf(stage.for, stage.forSteps, "for", context);
    if (within !== undefined && hold !== undefined && hold > within) complainNever(stage, hold, within, context);
    const isWhole =
      condition !== undefined &&
      (stage.within === undefined || within !== undefined) &&
      (stage.for === undefined || hold !== undefined);
    return isWhole ? { condition, text: text(stage.condition), ...(within && { within }), ...(hold && { hold }) } : undefined;
  });
  const avoiding = member.avoiding && read(member.avoiding, "'avoiding'");
  const known = stages.flatMap((stage) => stage ?? []);
  if (known.length < stages.length || (member.avoiding !== undefined && avoiding === undefined)) return undefined;
  const machine = makeMachine(member.name.text, known, avoiding, member, context);
  if (machine === undefined) return undefined;
  const sequence: Sequence = {
    name: member.name.text,
    stages: known.map(({ condition, ...stage }): SequenceStage => ({ ...stage, node: condition.node })),
    ...(avoiding && { avoiding: { text: text(member.avoiding!), node: avoiding.node } }),
    stage: machine.stage.node,
    done: machine.done.node,
    failed: machine.failed.node,
    progress: machine.progress.node,
    reached: machine.reached.node,
    advances: machine.advances.node,
    ...origin(member),
  };
  return { ...machine, sequence };
}

/** A time, or a number of steps; what has to hold for a time holds on every record of it, a deadline is never stretched. */
function recordsOf(
  written: ast.Expression,
  saysSteps: boolean | undefined,
  word: "within" | "for",
  context: Context,
): number | undefined {
  const value = elaborateScalar(written, context, `'${word}'`);
  if (value === undefined) return undefined;
  const number = constantNumber(context, value);
  const { unit } = value.info;
  if (number === undefined || !Number.isFinite(number)) {
    const message = `'${word}' needs a length known beforehand, but this is '${excerpt(context, written)}'.`;
    return complain(context, written, "M070", "sequence-duration", message, {
      help: `Write a number, such as '${word} 2 [s]' or '${word} 10 steps'.`,
    });
  }
  if (!isPure(unit) && (saysSteps === true || !sameDimension(unit, SECOND))) {
    const message = `'${word}' takes a number of steps or a time, but this is in [${unitText(unit)}].`;
    return complain(context, written, "RH202", "unit-mismatch", message, {
      help: `Write '${word} 2 [s]' or '${word} 10 steps'.`,
    });
  }
  const steps = isPure(unit) ? number : inSteps(number * unit.scale, written, word, context);
  if (steps === undefined) return undefined;
  if (steps >= 1 && Number.isInteger(steps)) return steps;
  const message = `'${word}' is ${steps} steps; it must be a whole number of at least 1.`;
  return complain(context, written, "M070", "sequence-duration", message, {
    help: isPure(unit) ? "Write whole steps, or a time such as '2 [s]'." : "Give it at least the length of one step.",
  });
}

function inSteps(seconds: number, at: ast.Expression, word: "within" | "for", context: Context): number | undefined {
  const { dt } = context.settings;
  if (dt === undefined) return missingStepLength(at, `'${word}' with a time`, context);
  const steps = seconds / dt;
  const whole = Math.round(steps);
  // 0.3 / 0.1 is a little below 3.
  if (Math.abs(steps - whole) <= 1e-9 * Math.max(1, whole)) return whole;
  return word === "for" ? Math.ceil(steps) : Math.floor(steps);
}

function complainNever({ within, condition }: ast.Stage, hold: number, most: number, context: Context): void {
  const message = `'${excerpt(context, condition)}' has to hold on ${hold} records but may take only ${most}, so the stage is never done.`;
  complain(context, within ?? condition, "M071", "sequence-never", message, {
    severity: "warning",
    help: "Give it more time, or ask for less.",
  });
}
