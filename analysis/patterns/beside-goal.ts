// What is paid step after step and has no part in any goal: the material of farming, dwelling and undecayed novelty.
// It must not know rules.
import type { SignalDeclaration } from "../../runtime/program.ts";
import type { Facts } from "../facts/facts.ts";
import { type Stream, streamsOf } from "../facts/growth.ts";
import { elementKind, signalRange } from "../facts/infer-range.ts";
import { trustOf } from "../facts/judge-trust.ts";
import { payDirection } from "../facts/pay-direction.ts";
import { factOf } from "../facts/remember.ts";
import { serves } from "../facts/serving.ts";
import { isWanted, wantsOf } from "../facts/wants.ts";
import { outweighedOutcome } from "./episodes/dense-outweighs-terminal/outcomes.ts";

export interface Beside {
  stream: Stream;
  /** What makes it pay: signals of the step that its pay rises with, or may. */
  drivers: readonly SignalDeclaration[];
  /** Something that happens or not, an amount that comes with an event, how things stand, or what a model says of them. */
  kind: "event" | "amount" | "level" | "score";
}

/** Objectives that can pay on every step, none of them driven by what a goal reads. */
export const besideGoals = factOf((facts: Facts): readonly Beside[] => {
  const wants = [...wantsOf(facts).values()].filter(isWanted);
  return streamsOf(facts).flatMap((stream) => {
    const { paid, step, growth } = stream;
    if (paid.term.role !== "objective" || paid.weight === 0 || growth === "bounded" || !(step.hi > 0)) return [];
    if (wants.some((want) => serves(facts, paid, want))) return [];
    const drivers = driversOf(facts, stream);
    return drivers.length === 0 || isCharged(facts, drivers) ? [] : [{ stream, drivers, kind: kindOf(facts, stream, drivers) }];
  });
});

/** Terms about which the rule of step rewards and outcomes already speaks. */
export function speaksOfOutcome(facts: Facts, { stream }: Beside): boolean {
  const found = outweighedOutcome(facts);
  return found?.outcome.against.some(({ paid }) => paid === stream.paid) === true;
}

function driversOf(facts: Facts, { paid, value, gates }: Stream): SignalDeclaration[] {
  const names = new Set([value, ...gates].flatMap((part) => [...facts.reads(part)]));
  return [...names].flatMap((name) => {
    const signal = facts.signals.get(name);
    if (signal === undefined || signal.timing !== "step") return [];
    const moved = payDirection(facts, paid, name);
    return moved === "0" ? [] : [signal];
  });
}

/** Another term takes something for the same happening. */
function isCharged(facts: Facts, drivers: readonly SignalDeclaration[]): boolean {
  return facts.paid.some(
    ({ term }) => term.role === "penalty" && drivers.some(({ name }) => facts.direction(term.node, name) === "+"),
  );
}

function kindOf(facts: Facts, { paid, value }: Stream, drivers: readonly SignalDeclaration[]): Beside["kind"] {
  if (drivers.some((signal) => trustOf(signal) === "learned")) return "score";
  const raises = drivers.filter(({ name }) => payDirection(facts, paid, name) !== "-");
  if (raises.some((signal) => elementKind(signal.type) === "bool" || signal.integer === true)) return "event";
  const plain = raises.length > 0 && raises.length === drivers.length && facts.program.nodes[value]?.type.kind === "number";
  return plain && raises.every(isAmount) ? "amount" : "level";
}

/** Points rather than a quantity of the world or a share: no unit, never negative, and not a part of 1. */
function isAmount(signal: SignalDeclaration): boolean {
  const { lo, hi } = signalRange(signal);
  return signal.type.kind === "number" && signal.unit === undefined && lo >= 0 && hi > 1;
}
