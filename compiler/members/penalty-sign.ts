// A penalty is subtracted, so its value must not be negative: an error where it is, a warning where nothing shows it is not.
import type * as ast from "../../grammar/ast.ts";
import { complain, type Context, excerpt, type Lowered } from "../elaborate/context.ts";

export function checkPenaltySign(term: ast.Term, value: Lowered, context: Context): boolean {
  const { lo, hi } = value.info.range;
  if (lo >= 0) return true;
  const text = excerpt(context, term.value);
  if (hi <= 0 && hi !== lo) {
    complain(context, term.value, "M021", "negative-penalty", `The penalty '${term.name.text}' is never positive: '${text}' lies in ${lo}..${hi}.`, {
      why: "A penalty is subtracted, so a negative value would pay the agent; it is charged as 0 instead.",
      help: "Write the amount to be charged as a non-negative number; the keyword carries the sign.",
      fixes: [negate(term, context)],
    });
    return false;
  }
  const exact = isPlainSignal(value, context);
  complain(context, term.value, "M022", "penalty-sign", `The penalty '${term.name.text}' ${exact ? `goes below 0: '${text}' lies in` : `is not shown to be at least 0: '${text}' may reach`} ${lo}..${hi}.`, {
    severity: exact ? "error" : "warning",
    why: "A penalty is subtracted; a negative value would pay the agent, so it is charged as 0 and reported.",
    help: `Charge the size of it: 'abs(${text})' or 'max(0, ${text})'.`,
    fixes: ["abs(", "max(0, "].map((open) => ({
      title: `Charge ${open}${text})`,
      safe: false,
      edits: [
        { start: term.value.start, end: term.value.start, text: open },
        { start: term.value.end, end: term.value.end, text: ")" },
      ],
    })),
  });
  return !exact;
}

function negate(term: ast.Term, context: Context) {
  const text = context.text.slice(term.value.start, term.value.end);
  const bare = /^-\s*/.test(text) && (term.value.kind === "unary" || term.value.kind === "number");
  return { title: "Turn the sign", safe: false, edits: [{ ...span(term.value), text: bare ? text.replace(/^-\s*/, "") : `-(${text})` }] };
}

function span(expression: ast.Expression) {
  return { start: expression.start, end: expression.end };
}

/** The range of a signal itself is exact; that of a computed value may be wider than what it reaches. */
function isPlainSignal(value: Lowered, context: Context): boolean {
  return context.builder.nodes[value.node]?.op === "signal";
}
