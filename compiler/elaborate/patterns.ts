// What is searched for in a text: a raw text is a regular expression, anything else is found as it stands.
import type * as ast from "../../grammar/ast.ts";
import { checkPattern } from "../../runtime/pattern.ts";
import { TEXT } from "../types/value-types.ts";
import { combine } from "./combine.ts";
import { complain, fix, replace } from "./complain.ts";
import { type Context, excerpt, type Lowered, type Operand } from "./context.ts";
import { elaborateOperand } from "./expression.ts";
import { constantInfo, make } from "./make.ts";

/** An expression where a pattern is wanted. A raw text may come by way of a `let` or an argument. */
export function elaboratePattern(expression: ast.Expression, context: Context, search?: "first"): Operand | undefined {
  const operand = elaborateOperand(expression, context);
  if (operand?.kind !== "value") return operand;
  if (expression.kind === "text" && !expression.raw) notePlain(expression, search, context);
  const raw = operand.raw === undefined ? rawWithin(expression) : undefined;
  if (raw === undefined) return asPattern(operand, expression, search, context);
  const message = `'${excerpt(context, raw)}' is a regular expression by itself, but not as a part of '${excerpt(context, expression)}'.`;
  return complain(context, raw, "T083", "computed-pattern", message, {
    why: "What is joined or chosen is a plain text, which would be found as it stands, backslashes included.",
    help: `Join parts with 'regex(…)', such as 'regex(r"\\d" + escape(x))'; instead of choosing a pattern, choose between two matches.`,
  });
}

/** A regular expression that is joined with something, or one of two to choose from. */
function rawWithin(expression: ast.Expression): ast.TextLiteral | undefined {
  switch (expression.kind) {
    case "text":
      return expression.raw ? expression : undefined;
    case "paren":
      return rawWithin(expression.inner);
    case "binary":
      return expression.operator === "+" ? (rawWithin(expression.left) ?? rawWithin(expression.right)) : undefined;
    case "if":
      return rawWithin(expression.yes) ?? rawWithin(expression.no);
    default:
      return undefined;
  }
}

/** What no plain text has, and many patterns have. A backslash before a word is a command of TeX, such as `\boxed`. */
const telling = /\\[dwsbDWSB](?![A-Za-z])|\.[*+]|\[\^?[^\]]+\][*+]|\(\?[:=!<]|^\^.|[^ ]\$$/;

/** A regular expression that is written as a plain text is found as it stands: nowhere. */
function notePlain(text: ast.TextLiteral, search: "first" | undefined, context: Context): void {
  if (!telling.test(text.value) || checkPattern(text.value, "", search) !== undefined) return;
  const raw = `r"${text.value.replaceAll('"', '\\"')}"`;
  const isWritten = !/[\n\r\t]/.test(text.value);
  complain(context, text, "T090", "plain-pattern", `${text.text} is a plain text: it is found as it stands, not as a pattern.`, {
    severity: "hint",
    help: `For a regular expression write ${isWritten ? raw : 'r"…"'}.`,
    fixes: isWritten ? [fix(`Write ${raw}`, replace(text, raw))] : [],
  });
}

function asPattern(value: Lowered, written: ast.Expression, search: "first" | undefined, context: Context): Lowered | undefined {
  const { raw } = value;
  if (raw === undefined) return value;
  const { value: pattern, flags } = raw;
  // What is written in another file has no place in this one.
  const isHere = raw.file === context.file;
  const at = isHere ? raw : written;
  const parts = (raw.parts ?? []).map((part) => (isHere ? part : { ...part, span: written }));
  const wrong = checkPattern(pattern, flags, search, parts.length > 0);
  if (wrong !== undefined) {
    const [problem = wrong, ...advice] = wrong.split(/(?<=\.) /);
    return complain(context, at, "T030", "bad-pattern", problem, {
      help: advice.join(" ") || "Write it with what JavaScript and Python have in common.",
      why: "A pattern must mean the same in the editor, in generated code and in a Python trainer.",
    });
  }
  if (parts.length === 0) return make(context, { op: "pattern", pattern, flags, literal: false }, constantInfo(TEXT), at);
  const together = combine(context, parts);
  const args = parts.map((part) => part.value.node);
  return (
    together && make(context, { op: "pattern", pattern, flags, literal: false, args }, { ...constantInfo(TEXT), ...together }, at)
  );
}
