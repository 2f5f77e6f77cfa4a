// How much work one reward may make, so that no text hangs or overflows the compiler. It must not know what the work is.
import type { Span } from "../../grammar/span.ts";
import { complain } from "./complain.ts";
import type { Context, FnBinding } from "./context.ts";
import { nearest } from "./suggest.ts";

/** Expressions inside one another at most, definitions and inlined functions included. */
const DEEPEST = 500;
/** Calls of functions that one call may unfold into. */
const MOST_CALLS = 4096;

/** Unknown names for which one that is meant is looked for: where there are more, something else is wrong. */
const MOST_GUESSES = 100;

export interface Effort {
  depth: number;
  /** That it was too deep somewhere has been said. */
  isExceeded: boolean;
  /** Calls inlined for the outermost one. */
  inlined: number;
  guesses: number;
}

export function newEffort(): Effort {
  return { depth: 0, isExceeded: false, inlined: 0, guesses: 0 };
}

/** Goes one level deeper, if that is not too deep; `effort.depth` is counted down by who came here. */
export function mayDescend(context: Context, at: Span): boolean {
  const { effort } = context;
  if (effort.depth < DEEPEST) {
    effort.depth++;
    return true;
  }
  if (effort.isExceeded) return context.outside === undefined ? (context.fail() ?? false) : false;
  effort.isExceeded = true;
  complain(context, at, "T050", "too-deep", `This is more than ${DEEPEST} expressions inside one another.`, {
    why: "Definitions that build on each other count as well, from the use back to the first.",
    help: "Declare them before their first use, or compute the value in fewer stages.",
  });
  return false;
}

/** Whether one more call may be inlined. The first call that unfolds too far is reported, and its function not tried again. */
export function mayInline(fn: FnBinding, call: Span, context: Context): boolean {
  const { effort } = context;
  if (context.calls.length === 0) effort.inlined = 0;
  if (++effort.inlined <= MOST_CALLS) return true;
  const outermost = context.calls[0];
  const blamed = outermost?.fn ?? fn;
  if (blamed.unusable) return context.outside === undefined ? (context.fail() ?? false) : false;
  blamed.unusable = "too large";
  const at = outermost?.at ?? call;
  complain(
    { ...context, calls: [], outside: undefined },
    at,
    "T051",
    "too-many-calls",
    `'${blamed.ast.name.text}' unfolds into more than ${MOST_CALLS.toLocaleString("en")} calls.`,
    {
      why: "Functions are inlined, so a function that calls another one twice doubles its size.",
      help: "Let each function call the next one once, and give it what they share as an argument.",
    },
  );
  return false;
}

/** The name that was probably meant, as long as there are not too many that need one. */
export function guess(word: string, candidates: Iterable<string>, { effort }: Context): string | undefined {
  return effort.guesses++ < MOST_GUESSES ? nearest(word, candidates) : undefined;
}
