// `regex(…)`: a pattern put together from constant texts and escaped values. It must not know what the pattern means.
import type * as ast from "../../grammar/ast.ts";
import type { Span } from "../../grammar/span.ts";
import type { Operator } from "../../runtime/operators/operator.ts";
import { escapePattern } from "../../runtime/operators/text/escape.ts";
import { HOLE } from "../../runtime/pattern/syntax.ts";
import type { Node, NodeId } from "../../runtime/program.ts";
import { checkArgument, type Filled } from "./apply.ts";
import { matchArguments } from "./arguments.ts";
import { complain, fix, surround } from "./complain.ts";
import { type Context, excerpt, type Lowered, type Placed } from "./context.ts";

/** Parts a pattern may have; definitions that double each other would make more than memory holds. */
const MOST_PARTS = 1000;

/** A constant text of the pattern, or a value that is found as it stands. */
type Piece = string | { hole: NodeId };

export function buildPattern(operator: Operator, call: ast.Call, context: Context): Lowered | undefined {
  const filled = matchArguments(operator, call, context);
  const [text, flags] = filled ?? [];
  if (text === undefined || flags === undefined) return undefined;
  if (![text, flags].every((argument) => checkArgument(operator, argument, context))) return undefined;
  const { nodes } = context.builder;
  const pieces = piecesOf(nodes, text.value.node);
  const letters = piecesOf(nodes, flags.value.node)?.join("");
  if (pieces === undefined || letters === undefined) return complainOpen(pieces === undefined ? text : flags, call, context);
  if (pieces.length > MOST_PARTS) {
    const message = `This pattern has more than ${MOST_PARTS.toLocaleString("en")} parts.`;
    return complain(context, call, "T030", "bad-pattern", message, { help: "Look for several shorter patterns instead." });
  }
  const parts: Placed[] = [];
  let value = "";
  for (const piece of pieces) {
    if (typeof piece === "string") value += piece.replaceAll(HOLE, "\\ufdd0");
    else {
      value += HOLE;
      parts.push({ value: { ...text.value, node: piece.hole }, span: text.span });
    }
  }
  return { ...text.value, raw: { value, flags: letters, parts, start: call.start, end: call.end, file: context.file } };
}

/** The parts in order; undefined where one is neither constant nor escaped. */
function piecesOf(nodes: readonly Node[], id: NodeId): Piece[] | undefined {
  const pieces: Piece[] = [];
  const open = [id];
  for (let next = open.pop(); next !== undefined && pieces.length <= MOST_PARTS; next = open.pop()) {
    const node = nodes[next];
    if (node?.op === "apply" && node.operator === "join_text") open.push(...[...node.args].reverse());
    else {
      const piece = pieceOf(nodes, node);
      if (piece === undefined) return undefined;
      pieces.push(piece);
    }
  }
  return pieces;
}

function pieceOf(nodes: readonly Node[], node: Node | undefined): Piece | undefined {
  if (node?.op === "constant") return typeof node.value === "string" ? node.value : undefined;
  if (node?.op !== "apply" || node.operator !== "escape") return undefined;
  const [hole] = node.args as [NodeId];
  const known = nodes[hole];
  if (known?.op !== "constant") return { hole };
  return typeof known.value === "string" ? (escapePattern(known.value) ?? undefined) : undefined;
}

function complainOpen(argument: Filled, call: ast.Call, context: Context): undefined {
  if (argument.parameter.name === "flags") {
    const message = `The flags of 'regex' must be written out, but '${excerpt(context, argument.span)}' is computed.`;
    return complain(context, argument.span, "T022", "constant-wanted", message, { help: argument.parameter.doc });
  }
  const part = openPart(argument.span as ast.Expression, argument.value.node, context.builder.nodes) ?? call;
  const text = excerpt(context, part);
  return complain(
    context,
    part,
    "T080",
    "unescaped-pattern",
    `'${text}' is not written out here, so in a pattern it must be wrapped: 'escape(${text})'.`,
    {
      why: "What it holds would be read as a pattern: a dot would find anything, and a text that is no pattern would find nothing.",
      help: "What is escaped is found as it stands. Special characters of the pattern itself belong in the texts round it.",
      fixes: [fix(`Wrap it: escape(${text})`, surround(part, "escape(", ")"))],
    },
  );
}

/** The first part, as far as it is written in this place, that is neither constant nor escaped. */
function openPart(whole: ast.Expression, wholeId: NodeId, nodes: readonly Node[]): Span | undefined {
  const open: [ast.Expression, NodeId][] = [[whole, wholeId]];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const [expression, id] = next;
    const node = nodes[id];
    if (expression.kind === "paren") open.push([expression.inner, id]);
    else if (expression.kind === "binary" && node?.op === "apply" && node.operator === "join_text") {
      open.push([expression.right, node.args[1] as NodeId], [expression.left, node.args[0] as NodeId]);
    } else if (piecesOf(nodes, id) === undefined) return expression;
  }
  return undefined;
}
