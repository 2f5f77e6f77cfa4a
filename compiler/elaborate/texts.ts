// Which texts a value can be, where that is known: for what is declared as one of several.

import type { Span } from "../../grammar/span.ts";
import type { Node, NodeId } from "../../runtime/program.ts";
import { unknownAlternative } from "./comparisons.ts";
import { complain } from "./complain.ts";
import { type Context, excerpt, type Lowered } from "./context.ts";

/** Every text the value can be; undefined where it can be any. */
function possibleTexts(nodes: readonly Node[], id: NodeId): readonly string[] | undefined {
  const node = nodes[id];
  if (node === undefined) return undefined;
  if (node.op === "constant") return typeof node.value === "string" ? [node.value] : undefined;
  if (node.op === "if" || node.op === "default") {
    const parts = (node.op === "if" ? node.args.slice(1) : node.args).map((arg) => possibleTexts(nodes, arg));
    return parts.some((part) => part === undefined) ? undefined : parts.flatMap((part) => part ?? []);
  }
  return node.type.kind === "text" ? node.type.alternatives : undefined;
}

/** Whether the value is always one of `alternatives`; reported where it is not. */
export function checkTexts(value: Lowered, alternatives: readonly string[], span: Span, context: Context): boolean {
  const texts = possibleTexts(context.builder.nodes, value.node);
  const odd = texts?.find((text) => !alternatives.includes(text));
  if (texts !== undefined && odd === undefined) return true;
  if (odd !== undefined) unknownAlternative(odd, alternatives, span, context);
  else {
    const known = alternatives.map((alternative) => `"${alternative}"`).join(", ");
    complain(
      context,
      span,
      "T008",
      "unknown-alternative",
      `'${excerpt(context, span)}' may be any text, but only ${known} are declared.`,
      {
        help: "Declare it as 'text', or choose among the alternatives with 'match' or 'if'.",
      },
    );
  }
  return false;
}
