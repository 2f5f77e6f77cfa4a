// An ordered task as states: which stage it is in, how long it has been there, and whether it has failed.
// It must not know how a sequence is written.
import type { Span } from "../../grammar/span.ts";
import { TRUTH } from "../../runtime/interval.ts";
import type { Trust } from "../../runtime/program.ts";
import type { Info } from "../model.ts";
import { leastTrust } from "../types/trust.ts";
import { BOOL, NUMBER } from "../types/value-types.ts";
import type { Context, Lowered, SequenceMember } from "./context.ts";
import { applyInfix } from "./infix.ts";
import { constantInfo, make, makeBool, makeNumber, truthInfo } from "./make.ts";

export interface MachineStage {
  condition: Lowered;
  /** Records, from 1. */
  within?: number;
  hold?: number;
}

/** A value of the record before and what it becomes; tied once that is made. */
interface Cell {
  name: string;
  starts: Lowered;
  info: Info;
  before: Lowered;
}

/**
 * One stage at most is done per record: what happens on one record is one event, so that `a then b` asks for b later than a.
 * Conditions that cannot be evaluated are the unfavourable ones: a stage is not done, what is to be avoided has happened.
 */
export function makeMachine(
  name: string,
  stages: readonly MachineStage[],
  avoiding: Lowered | undefined,
  span: Span,
  context: Context,
): Record<SequenceMember | "reached" | "advances", Lowered> | undefined {
  const conditions = [...stages.map(({ condition }) => condition), ...(avoiding === undefined ? [] : [avoiding])];
  const trust = conditions.reduce<Trust>((least, { info }) => leastTrust(least, info.trust), "verified");
  const { apply, choose, orElse } = toolsOf(span, trust, context);
  const n = stages.length;
  const number = (value: number) => makeNumber(context, value);
  const most = context.settings.horizon ?? Number.POSITIVE_INFINITY;
  const count = (hi: number): Info => ({ ...constantInfo(NUMBER, { lo: 0, hi }), timing: "step", trust });
  const truth = truthInfo(BOOL, { timing: "step", trust });
  const cell = (part: string, starts: Lowered, info: Info): Cell => {
    const before = make(context, { op: "previous", of: -1, starts: starts.node }, info, span);
    return { name: `${name}_${part}`, starts, info, before };
  };
  const close = ({ name, starts, info, before }: Cell, next: Lowered): Lowered => {
    const state = make(context, { op: "state", args: [starts.node, next.node], name }, info, span);
    context.builder.tie(before.node, state.node);
    return state;
  };

  const timed = stages.some(({ within }) => within !== undefined);
  const held = stages.some(({ hold = 1 }) => hold > 1);
  const stage = cell("stage", number(0), count(n));
  const failed =
    timed || avoiding !== undefined ? cell("failed", makeBool(context, false), { ...truth, range: TRUTH }) : undefined;
  const waited = timed ? cell("waited", number(0), count(most)) : undefined;
  const holding = held ? cell("held", number(0), count(most)) : undefined;

  /** The part that belongs to the stage that is waited for. */
  const ofStage = (parts: readonly Lowered[], info: Info): Lowered | undefined =>
    parts
      .slice(0, -1)
      .reduceRight<Lowered | undefined>(
        (rest, part, index) => choose(apply("==", stage.before, number(index)), part, rest, info),
        parts.at(-1),
      );

  const open = apply("<", stage.before, number(n));
  const active = failed === undefined ? open : apply("and", open, apply("not", failed.before));
  const holds = orElse(
    ofStage(
      stages.map(({ condition }) => condition),
      truth,
    ),
    makeBool(context, false),
  );
  const heldNow = holding && choose(holds, apply("+", holding.before, number(1)), number(0), holding.info);
  const needs = stages.map(({ hold = 1 }) => number(hold));
  const reached = holding === undefined ? holds : apply(">=", heldNow, ofStage(needs, count(Infinity)));
  const waitedNow = waited && apply("+", waited.before, number(1));
  const limits = stages.map(({ within = Number.POSITIVE_INFINITY }) => number(within));
  const late = waited && apply("and", apply("not", reached), apply(">=", waitedNow, ofStage(limits, count(Infinity))));
  const avoided = avoiding && orElse(avoiding, makeBool(context, true));
  const broken = avoided === undefined ? late : late === undefined ? avoided : apply("or", avoided, late);
  const advances = apply("and", active, avoided === undefined ? reached : apply("and", reached, apply("not", avoided)));

  const stageNext = apply("+", stage.before, choose(advances, number(1), number(0), count(1)));
  const failedNext = failed && apply("or", failed.before, apply("and", active, broken));
  const waitedNext = waited && choose(advances, number(0), waitedNow, waited.info);
  const heldNext = holding && choose(advances, number(0), heldNow, holding.info);
  if (stageNext === undefined || reached === undefined || advances === undefined) return undefined;
  const stageNow = close(stage, stageNext);
  const failedNow = failed && failedNext ? close(failed, failedNext) : makeBool(context, false);
  if (waited && waitedNext) close(waited, waitedNext);
  if (holding && heldNext) close(holding, heldNext);
  const done = apply(">=", stageNow, number(n));
  const progress = apply("/", stageNow, number(n));
  return done && progress && { stage: stageNow, failed: failedNow, done, progress, reached, advances };
}

/** Operators on values that may have no meaning; all of them are made at one place of the text. */
function toolsOf(span: Span, trust: Trust, context: Context) {
  return {
    apply(symbol: string, ...args: (Lowered | undefined)[]): Lowered | undefined {
      if (args.some((arg) => arg === undefined)) return undefined;
      return applyInfix(
        symbol,
        args.map((value) => ({ value: value!, span })),
        span,
        context,
      );
    },
    choose(condition: Lowered | undefined, yes: Lowered | undefined, no: Lowered | undefined, info: Info): Lowered | undefined {
      if (condition === undefined || yes === undefined || no === undefined) return undefined;
      return make(context, { op: "if", args: [condition.node, yes.node, no.node] }, { ...info, timing: "step", trust }, span);
    },
    orElse(value: Lowered | undefined, otherwise: Lowered): Lowered | undefined {
      if (value === undefined) return undefined;
      return make(
        context,
        { op: "default", args: [value.node, otherwise.node] },
        { ...truthInfo(BOOL, { timing: "step", trust }) },
        span,
      );
    },
  };
}
