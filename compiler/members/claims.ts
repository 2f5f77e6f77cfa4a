// `prove`: what is claimed of every episode. Each kind is read here and decided elsewhere.
import type * as ast from "../../grammar/ast.ts";
import type { ClaimKind } from "../../runtime/program.ts";
import { requirePure } from "../elaborate/combine.ts";
import { changeTo, complain, didYouMean } from "../elaborate/complain.ts";
import { constantNumber } from "../elaborate/constants.ts";
import { type Context, excerpt } from "../elaborate/context.ts";
import { elaborateCondition, elaborateScalar } from "../elaborate/expression.ts";
import { noteReference } from "../elaborate/notes.ts";
import { nearest } from "../elaborate/suggest.ts";
import { namesIn } from "../elaborate/walk.ts";
import { judgedAt } from "./assumptions.ts";
import { readReturnClaim } from "./return-claims.ts";
import { membersOf, type Work } from "./reward-parts.ts";

export function readClaims(work: Work): void {
  for (const { claim, start, end } of membersOf(work, "prove")) {
    const says = readClaim(claim, work);
    if (says === undefined) continue;
    const text = work.context.text
      .slice(start, end)
      .replace(/^prove\s+/, "")
      .replace(/\s+/g, " ");
    work.parts.claims.push({ text, says, source: [start, end] });
  }
}

function readClaim(claim: ast.Prove["claim"], work: Work): ClaimKind | undefined {
  const { context } = work;
  switch (claim.kind) {
    case "condition":
      return readCondition(claim.condition, context);
    case "separates":
      return readSeparation(claim.goal, claim.by, context);
    case "monotone":
      return readDirection(claim, work);
    case "not-farmable":
      return { kind: "not-farmable" };
    case "equivalent":
      return readEquivalence(claim.other, work);
  }
}

function readCondition(condition: ast.Expression, context: Context): ClaimKind | undefined {
  if (!context.scope.values.has("return") && namesIn(condition).includes("return")) return readReturnClaim(condition, context);
  const value = elaborateCondition(condition, context, "'prove'");
  return value && { kind: "condition", node: value.node, timing: judgedAt(value.info.timing) };
}

function readSeparation(name: ast.Name, by: ast.Expression | undefined, context: Context): ClaimKind | undefined {
  const margin = by && elaborateScalar(by, context, "'by'");
  const definition = context.scope.values.get(name.text)?.definition;
  if (name.text === "") return context.fail();
  if (definition === undefined || definition.kind !== "goal") {
    noteReference(context, name, definition);
    const goals = [...context.scope.values.values()].filter((binding) => binding.definition.kind === "goal");
    const close = nearest(
      name.text,
      goals.map((binding) => binding.definition.name),
    );
    const message =
      definition === undefined ? `There is no goal '${name.text}'.` : `'${name.text}' is a ${definition.kind}, not a goal.`;
    return complain(context, name, "N027", "unknown-goal", message, {
      help: didYouMean(close, "Declare it: 'goal solved = …'."),
      fixes: changeTo(name, close),
    });
  }
  noteReference(context, name, definition);
  // A goal without meaning has its error where it is declared.
  if (definition.info === undefined) return context.fail();
  if (definition.info.type.kind !== "bool") {
    return complain(
      context,
      name,
      "M074",
      "goal-not-bool",
      `'${name.text}' is a number; 'separates' needs a goal that is reached or not.`,
      {
        help: `Declare a goal with a threshold, such as 'goal solved = ${name.text} > 0.5'.`,
      },
    );
  }
  if (by === undefined) return { kind: "separates", goal: name.text, by: 0 };
  if (margin === undefined || !requirePure(context, { value: margin, span: by }, "'by'")) return undefined;
  const number = constantNumber(context, margin);
  if (number !== undefined && Number.isFinite(number)) return { kind: "separates", goal: name.text, by: number };
  return complain(
    context,
    by,
    "M075",
    "claim-not-constant",
    `A margin is a number known beforehand, but this is '${excerpt(context, by)}'.`,
    {
      help: "Write a number.",
    },
  );
}

function readDirection(claim: ast.Prove["claim"] & { kind: "monotone" }, work: Work): ClaimKind | undefined {
  const { context } = work;
  const { what, signal, direction } = claim;
  if (signal.text === "" || what.text === "") return context.fail();
  const definition = context.scope.values.get(signal.text)?.definition;
  noteReference(context, signal, definition);
  if (what.text !== "return") {
    return complain(
      context,
      what,
      "M076",
      "claim-about",
      `Only the return can be claimed to be ${direction}, not '${what.text}'.`,
      {
        help: `Write 'prove ${direction} return in ${signal.text}'.`,
        fixes: changeTo(what, "return"),
      },
    );
  }
  if (definition?.kind !== "signal") {
    const close = nearest(signal.text, work.signalNamed.keys());
    const message = definition
      ? `'${signal.text}' is a ${definition.kind}, not a signal.`
      : `There is no signal '${signal.text}'.`;
    return complain(context, signal, "N019", "unknown-signal", message, {
      help: didYouMean(close, "Name a signal that is a number or a condition."),
      fixes: changeTo(signal, close),
    });
  }
  const declared = work.signalNamed.get(signal.text);
  if (declared === undefined) return context.fail();
  const element = declared.type.kind === "vector" ? declared.type.of : declared.type.kind;
  if (element === "number" || element === "bool") return { kind: "monotone", direction, signal: signal.text };
  return complain(context, signal, "M076", "claim-about", `'${signal.text}' is no number, so it cannot be raised.`, {
    help: "Name a signal that is a number or a condition.",
  });
}

function readEquivalence(other: ast.Name, { context, reward }: Work): ClaimKind | undefined {
  if (other.text === "") return context.fail();
  const rewards = context.model.definitions.filter(({ kind }) => kind === "reward");
  const definition = rewards.find(({ name }) => name === other.text);
  noteReference(context, other, definition);
  if (definition !== undefined && other.text !== reward.name.text) return { kind: "equivalent", other: other.text };
  if (definition === undefined && context.isOpen) return context.fail();
  const names = rewards.map(({ name }) => name).filter((name) => name !== reward.name.text);
  const close = nearest(other.text, names);
  const message =
    definition === undefined ? `There is no reward '${other.text}' in this file.` : "A reward is always equivalent to itself.";
  return complain(context, other, "N028", "unknown-reward", message, {
    help: didYouMean(close, "Name another reward of this file."),
    fixes: changeTo(other, close),
  });
}
