// How a problem is reported, wherever it is found. It must not know what is wrong with what.
import type { Span } from "../../grammar/span.ts";
import type { Diagnostic, Fix, Related, Severity, TextEdit } from "../diagnostics.ts";
import type { Context } from "./context.ts";

type Extra = Partial<Pick<Diagnostic, "severity" | "why" | "help" | "related" | "fixes" | "unnecessary">>;

/**
 * Reports one problem and gives undefined, which is what has no meaning. What is wrong with the arguments of an inlined function
 * is told at the call, with the place inside it; what is wrong with the function itself, such as an unknown name, is told there.
 */
export function complain(context: Context, at: Span, code: string, rule: string, message: string, extra: Extra = {}): undefined {
  if (context.outside !== undefined) return complainOutside(context, context.outside, at, code, rule, message, extra);
  const call = context.calls[0];
  if (call === undefined) {
    context.report({ severity: "error", ...extra, code, rule, start: at.start, end: at.end, message });
    return undefined;
  }
  const ofFunction = /^[NL]/.test(code);
  const place = ofFunction
    ? { ...call.at, message: `reached through this call of ${call.name}` }
    : { start: at.start, end: at.end, message: `here, inside ${call.name}` };
  const { start, end } = ofFunction ? at : call.at;
  context.report({
    severity: "error",
    ...extra,
    code,
    rule,
    start,
    end,
    message: ofFunction ? message : `In ${call.name}(…): ${message}`,
    related: [...(extra.related ?? []), place],
    // A fix inside a function would change every call of it.
    fixes: ofFunction ? (extra.fixes ?? []) : [],
  });
  return undefined;
}

type Outside = NonNullable<Context["outside"]>;

/** What is wrong in another file is told where this file uses it: no position there means anything here. */
function complainOutside(
  { file, report, calls }: Context,
  { at, name }: Outside,
  inside: Span,
  code: string,
  rule: string,
  message: string,
  extra: Extra,
): undefined {
  const place: Related = { start: inside.start, end: inside.end, message: `here, inside ${name}` };
  const related = [...(extra.related ?? []), place].map((each) => ({ ...each, file: each.file ?? file! }));
  const [call] = calls;
  const way: Related[] =
    call === undefined || call.at.start === at.start
      ? []
      : [{ ...call.at, message: `reached through this call of ${call.name}` }];
  const { start, end } = at;
  report({
    severity: "error",
    ...extra,
    code,
    rule,
    start,
    end,
    message: `In ${name}: ${message}`,
    related: [...related, ...way],
    fixes: [],
  });
  return undefined;
}

/** One clear message for what the language has but this version does not give meaning to. */
export function notYet(context: Context, at: Span, what: string, severity: Severity = "error"): undefined {
  return complain(
    context,
    at,
    "L001",
    "not-yet-supported",
    `${what} is part of the language, but this version does not give it a meaning yet.`,
    {
      severity,
      help:
        severity === "error"
          ? "Leave it out for now: the reward cannot be computed with it."
          : "It is kept and shown, but not checked.",
    },
  );
}

/** What the language keeps a word for; syntax that it keeps is told while parsing. */
export function reservedForLater(context: Context, at: Span, what: string, help: string): undefined {
  return complain(context, at, "L002", "reserved-for-later", `${what} is reserved for a later version of Telos.`, { help });
}

/** A fix that a person should choose: it may change what is meant. */
export function fix(title: string, ...edits: TextEdit[][]): Fix {
  return { title, safe: false, edits: edits.flat() };
}

/** A fix that "fix all" may apply: it is plainly what was meant. */
export function safeFix(title: string, ...edits: TextEdit[][]): Fix {
  return { ...fix(title, ...edits), safe: true };
}

export function replace(span: Span, text: string): TextEdit[] {
  return [{ start: span.start, end: span.end, text }];
}

export function insert(at: number, text: string): TextEdit[] {
  return [{ start: at, end: at, text }];
}

export function surround(span: Span, before: string, after: string): TextEdit[] {
  return [...insert(span.start, before), ...insert(span.end, after)];
}

/** Puts a product, a quotient or a comparison behind a span, with parentheses round what would come apart. */
export function append(text: string, span: Span, operation: string): TextEdit[] {
  const [before, behind] = [text.slice(Math.max(0, span.start - 9), span.start), text.slice(span.end, span.end + 9)];
  const isTight = /[/%^]\s*$/.test(before) || /^\s*[\^?.[]/.test(behind);
  const [open, close] = isWhole(text.slice(span.start, span.end)) ? ["", ""] : ["(", ")"];
  return surround(span, isTight ? `(${open}` : open, isTight ? `${close}${operation})` : `${close}${operation}`);
}

/** A name, a number, brackets or a call, with what hangs on it: nothing binds less than what is written behind it. */
export function isWhole(text: string): boolean {
  const start = /^[\w.]*/.exec(text)?.[0] ?? "";
  let depth = 0;
  let quoted = false;
  for (let at = start.length; at < text.length; at++) {
    const letter = text[at]!;
    if (quoted) {
      if (letter === "\\") at++;
      else if (letter === '"') quoted = false;
    } else if (letter === '"') quoted = true;
    else if (letter === "(" || letter === "[") depth++;
    else if (letter === ")" || letter === "]") depth--;
    else if (depth === 0 && !/[\w.]/.test(letter)) return false;
  }
  return text.length > 0 && depth === 0 && !quoted;
}

/** "Change to 'near'", where there is something near. */
export function changeTo(span: Span, near: string | undefined): Fix[] {
  return near === undefined ? [] : [fix(`Change to '${near}'`, replace(span, near))];
}

/** "Did you mean 'near'?", or what else helps. */
export function didYouMean(near: string | undefined, otherwise: string): string {
  return near === undefined ? otherwise : `Did you mean '${near}'?`;
}
