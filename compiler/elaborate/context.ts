// What an expression is elaborated in: the names it may use and where its nodes, meanings and complaints go.
import type * as ast from "../../grammar/ast.ts";
import type { Span } from "../../grammar/span.ts";
import type { Interval } from "../../runtime/interval.ts";
import type { Program, Timing } from "../../runtime/program.ts";
import type { Diagnostic, Severity } from "../diagnostics.ts";
import type { Definition, Info, Model } from "../model.ts";
import type { UnitScope } from "../types/units.ts";
import type { Builder } from "./builder.ts";

/** A value with its node. */
export interface Lowered {
  kind: "value";
  node: number;
  info: Info;
}
/** `a..b`, which only some places take. */
export interface LoweredRange {
  kind: "range";
  lo: Lowered;
  hi: Lowered;
}
export type Operand = Lowered | LoweredRange;

/** A name that stands for a value. `lower` is called on use; undefined where the declaration has an error, reported there. */
export interface ValueBinding {
  definition: Definition;
  lower(use: Span): Operand | undefined;
  /** Of a track: its value on the previous record. */
  lowerPrevious?(): Lowered | undefined;
}

export interface FnBinding {
  definition: Definition;
  ast: ast.Fn;
}

export type Place = "reward" | "total" | "potential" | "expect" | "scenario" | "data";

export interface RewardScope {
  values: Map<string, ValueBinding>;
  terms: Map<string, Definition>;
  scenarios: Map<string, Definition>;
  data: Map<string, Definition>;
}

export interface Context {
  text: string;
  model: Model;
  infos: Map<ast.Expression, Info>;
  builder: Builder;
  units: UnitScope;
  fns: ReadonlyMap<string, FnBinding>;
  scope: RewardScope;
  settings: Program["settings"];
  oneShot: boolean;
  place: Place;
  /** Declared values of params, for ranges that name them. */
  paramValues: Map<string, number>;
  /** What each objective and penalty can contribute on one step, weighted and signed; filled before `total`. */
  contributions: Map<string, Interval>;
  /** Parameters of the function being inlined, innermost last. */
  locals: ReadonlyMap<string, { definition: Definition; operand: Operand | undefined }>;
  /** Functions being inlined, to refuse recursion and to say where a call came from. */
  calls: readonly { name: string; at: Span }[];
  report(diagnostic: Diagnostic): void;
  /** `with` in an expectation makes a scenario of its own; undefined elsewhere. */
  addVariation?(base: string, world: ast.World): string | undefined;
}

/**
 * Reports one problem. What is wrong with the arguments of an inlined function is told at the call, with the place inside it;
 * what is wrong with the function itself, such as an unknown name, is told there.
 */
export function complain(
  context: Context,
  at: Span,
  code: string,
  rule: string,
  message: string,
  extra: Partial<Diagnostic> & { severity?: Severity } = {},
): undefined {
  const call = context.calls[0];
  const ofCall = call !== undefined && !/^[NL]/.test(code);
  const inside = call === undefined ? [] : [ofCall ? { ...at, message: `here, inside ${call.name}` } : { ...call.at, message: `reached through this call of ${call.name}` }];
  const related = [...(extra.related ?? []), ...inside];
  const { start, end } = ofCall ? call.at : at;
  context.report({
    severity: "error",
    ...extra,
    code,
    rule,
    start,
    end,
    message: ofCall ? `In ${call.name}(…): ${message}` : message,
    ...(related.length > 0 ? { related } : {}),
    // A fix inside a function would change every call of it.
    ...(ofCall ? { fixes: [] } : {}),
  });
  return undefined;
}

/** One clear message for what the language has but this version does not give meaning to. */
export function notYet(context: Context, at: Span, what: string, severity: Severity = "error"): undefined {
  return complain(context, at, "L001", "not-yet-supported", `${what} is part of the language, but this version does not give it a meaning yet.`, {
    severity,
    help: severity === "error" ? "Leave it out for now: the reward cannot be computed with it." : "It is kept and shown, but not checked.",
  });
}

/** Text of a span, shortened for a message. */
export function excerpt(context: Context, span: Span): string {
  const text = context.text.slice(span.start, span.end).replace(/\s+/g, " ");
  return text.length <= 40 ? text : `${text.slice(0, 37)}…`;
}

export interface Part {
  span: Span;
  timing: Timing;
}
