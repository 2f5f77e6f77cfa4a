// One declaration as `head = value tail`: on one line in cells, or broken behind its sign. It must not know which one it is.
import type { Declared } from "./ast.ts";
import { type Cell, joinCells } from "./print-columns.ts";
import { type Doc, flat, group, indent, line, mustBreak, render } from "./print-doc.ts";
import type { Item, Printed } from "./print-lines.ts";

/** The longest line of a formula. */
export const lineWidth = 120;

export function cell(text: string, gap = 1, slack = 8): Cell {
  return { text, gap, slack };
}

/** A declaration with its docs and annotations. */
export function itemOf(node: Declared, print: (depth: number) => Printed): Item {
  const above = node.doc === undefined ? [] : node.doc.split("\n").map((text) => `/// ${text}`.trimEnd());
  for (const { name, rule, reason } of node.annotations) {
    above.push(`@${name.text}(${rule.text}${reason === undefined ? "" : `, ${reason.text}`})`);
  }
  return { start: node.start, end: node.end, above, print };
}

export interface Statement {
  /** Neighbours of one family are aligned. */
  family: string;
  head: Cell[];
  sign?: "=";
  value: Doc;
  /** `when …`, `else …`, `by …`. */
  tail?: Doc;
  /** How far a longer head may stick out before its sign is no longer aligned. */
  slack?: number;
}

export function printStatement({ family, head, sign, value, tail, slack = 12 }: Statement, depth: number): Printed {
  const all = [value, ...(tail === undefined ? [] : [" ", tail])];
  const lead = joinCells(head);
  if (!mustBreak(all)) {
    const last = `${sign === undefined ? "" : "= "}${flat(all)}`;
    if (depth + lead.length + 1 + last.length <= lineWidth) return { family, cells: [...head, cell(last, 1, slack)] };
  }
  const start = sign === undefined ? lead : `${lead} ${sign}`;
  const hugged = render([`${start} `, ...all], depth, depth, lineWidth).split("\n");
  // Brackets stay behind the sign; a row of operators goes below it.
  if (/[([{]$/.test(hugged[0]) && hugged[0].length + depth <= lineWidth) return { lines: hugged };
  // Without a sign the value begins on the line of its keyword, which would not be one without it.
  if (sign === undefined) {
    const behind = indent([value, ...(tail === undefined ? [] : [line(), tail])]);
    return { lines: render([`${start} `, behind], depth, depth, lineWidth).split("\n") };
  }
  const below = indent([line(), value, ...(tail === undefined ? [] : [line(), tail])]);
  return { lines: render(group([start, below], true), depth, depth, lineWidth).split("\n") };
}
