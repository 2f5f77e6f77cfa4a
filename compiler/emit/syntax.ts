// How a target language writes the pieces of an expression. It must not know nodes: expression.ts decides what is composed.
import type { Operator } from "../../runtime/operators/operator.ts";

/** Text of an expression and how tightly its outermost operation binds. */
export interface Code {
  text: string;
  level: number;
}

/** An argument may be missing as a whole; then the result is a missing number, or a missing text or list. */
export type Guard = "number" | "item" | undefined;

export interface Syntax {
  /** A finite number or NaN. */
  number(value: number): Code;
  infinity: Code;
  text(value: string): Code;
  /** A missing text or list. */
  missing: Code;
  name(identifier: string): Code;
  pattern(source: string, flags: string): Code;
  /** A pattern with these texts in its holes, missing where one of them is. */
  template(source: string, flags: string, parts: readonly Code[]): Code;
  list(items: readonly Code[]): Code;
  property(of: Code, name: string): Code;
  /** An element that is known to exist. */
  at(of: Code, index: Code): Code;
  /** `index + by`, for an element further on. */
  shifted(index: Code, by: number): Code;
  /** A call of one of the printer's own functions (helpers.ts). */
  helper(name: string, args: readonly Code[]): Code;
  /** A catalogue operator: infix, built into the language, or a call of its support function. */
  operator(record: Operator, args: readonly Code[], guarded?: Guard): Code;
  /** A catalogue reduction of one vector or list; `guarded` where an argument may be missing as a whole. */
  reduction(record: Operator, args: readonly Code[], guarded: boolean): Code;
  /** A vector of `size` elements, each computed from its index. */
  each(size: number, index: string, element: Code): Code;
  /** A list as long as all of `lists`, missing where one of them is or where lengths differ; vectors of one size are always there. */
  eachOf(lists: readonly Code[], elements: readonly string[], element: Code, vectors: boolean): Code;
  /** A function of one element: `definitions` are made anew for each, `[name, value]` in order. */
  lambda(element: string, definitions: readonly (readonly [string, Code])[], result: Code): Code;
}
