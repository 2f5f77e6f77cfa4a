// A penalty is subtracted, so its value must not be negative: an error where it is, a warning where nothing shows it is not.
import type * as ast from "../../grammar/ast.ts";
import type { Node, NodeId } from "../../runtime/program.ts";
import { complain, fix, isWhole, replace, surround } from "../elaborate/complain.ts";
import { type Context, excerpt, type Lowered } from "../elaborate/context.ts";

export function checkPenaltySign(term: ast.Term, value: Lowered, context: Context): boolean {
  const { lo, hi } = value.info.range;
  if (lo >= 0) return true;
  const text = excerpt(context, term.value);
  const range = lo === hi ? `is ${lo}` : `lies in ${between(lo, hi)}`;
  if (hi <= 0) {
    complain(
      context,
      term.value,
      "M021",
      "negative-penalty",
      `The penalty '${term.name.text}' is never positive: '${text}' ${range}.`,
      {
        why: "A penalty is subtracted, so a negative value would pay the agent; it is charged as 0 instead.",
        help: "Write the amount to be charged as a non-negative number; the keyword carries the sign.",
        fixes: [turnSign(term, context)],
      },
    );
    return false;
  }
  const exact = isExact(context.builder.nodes, value.node);
  const isOpen = lo === Number.NEGATIVE_INFINITY && hi === Number.POSITIVE_INFINITY;
  const may = isOpen ? `nothing bounds '${text}'` : `'${text}' may reach ${between(lo, hi)}`;
  const what = exact ? `goes below 0: '${text}' ${range}` : `is not shown to be at least 0: ${may}`;
  const shown = text.endsWith("…") ? "…" : text;
  complain(context, term.value, "M022", "penalty-sign", `The penalty '${term.name.text}' ${what}.`, {
    severity: exact ? "error" : "warning",
    why: "A penalty is subtracted; a negative value would pay the agent, so it is charged as 0 and reported.",
    help: `Charge the size of it: 'abs(${shown})' or 'max(0, ${shown})'.`,
    fixes: ["abs(", "max(0, "].map((open) => fix(`Charge ${open}${shown})`, surround(term.value, open, ")"))),
  });
  return !exact;
}

const between = (lo: number, hi: number) => `${lo}..${hi}`.replaceAll("Infinity", "inf");

function turnSign({ value }: ast.Term, context: Context) {
  const text = context.text.slice(value.start, value.end);
  if (value.kind === "unary" && value.operator === "-")
    return fix("Turn the sign", replace({ start: value.start, end: value.operand.start }, ""));
  return fix("Turn the sign", isWhole(text) ? surround(value, "-", "") : surround(value, "-(", ")"));
}

/**
 * Whether the range of a value is reached and not only bounded: sums and multiples of signals of which each occurs once.
 * Those of anything else may be wider than the value, so that going below 0 is only suspected.
 */
function isExact(nodes: readonly Node[], root: NodeId): boolean {
  const seen = new Set<NodeId>();
  const visit = (id: NodeId): boolean => {
    const node = nodes[id];
    if (node?.op === "constant") return true;
    if (node?.op === "signal") return !seen.has(id) && node.type.kind !== "list" && Boolean(seen.add(id));
    if (node?.op !== "apply") return false;
    const isFixed = (arg: NodeId) => nodes[arg]?.timing === "constant" && nodes[arg]?.op === "constant";
    switch (node.operator) {
      case "add":
      case "subtract":
      case "negate":
        return node.args.every(visit);
      case "multiply":
        return node.args.some(isFixed) && node.args.every(visit);
      case "divide":
        return isFixed(node.args[1]!) && node.args.every(visit);
      default:
        return false;
    }
  };
  return visit(root);
}
