// From printed items to lines: comments, docs and blank lines between them, and columns over neighbours.
// It must not know what an item is.
import type { Comment } from "./ast.ts";
import { alignCells, type Cell, columnWidth, joinCells } from "./print-columns.ts";
import { commentText } from "./print-comments.ts";
import type { Printing } from "./print-expressions.ts";

/** One declaration, entry or segment. */
export interface Item {
  start: number;
  end: number;
  /** Lines above it that belong to it, without indentation: docs and annotations. */
  above: string[];
  /** Stands apart from its neighbours by a blank line. */
  apart?: boolean;
  print(depth: number): Printed;
}

/** Cells of a one-line item, aligned with neighbours of the same family; or finished lines, the first (`free`: each) without its margin. */
export type Printed = { family: string; cells: Cell[] } | { lines: string[]; free?: boolean };

interface Row {
  blankBefore: boolean;
  above: string[];
  printed: Printed;
  trailing: string;
}

/** The inside of a block from its `{` at `from` to its `}` at `to`. `opening`: comments on the line of the `{`. */
export function printItems(
  items: readonly Item[],
  from: number,
  to: number,
  depth: number,
  printing: Printing,
): { opening: string; lines: string[] } {
  const { text, comments } = printing;
  const sameLine = (end: number, comment: Comment): boolean => !comment.ownLine && !/[\n\r]/.test(text.slice(end, comment.start));
  const rows: Row[] = [];
  let cursor = from;
  let opening = "";
  let pending: string[] = [];
  let blankBefore = false;

  const addAbove = (comment: Comment): void => {
    const blank = hasBlankLine(text, cursor, comment.start);
    if (pending.length > 0 && blank) {
      rows.push({ blankBefore, above: [], printed: { lines: pending, free: true }, trailing: "" });
      pending = [];
    }
    if (pending.length === 0) blankBefore = blank;
    pending.push(commentText(comment, true));
    cursor = comment.end;
  };

  /** Comments between two items: those on the line of the last one stay there. */
  const between = (end: number): void => {
    for (const comment of comments.take(cursor, end)) {
      if (pending.length === 0 && sameLine(cursor, comment)) {
        const at = commentText(comment, false);
        const last = rows.at(-1);
        if (last === undefined) opening += ` ${at}`;
        else last.trailing += last.trailing === "" ? at : ` ${at}`;
        cursor = comment.end;
      } else addAbove(comment);
    }
  };

  for (const item of items) {
    between(item.start);
    const blank = hasBlankLine(text, cursor, item.start);
    if (pending.length === 0) blankBefore = blank;
    else if (blank) {
      rows.push({ blankBefore, above: [], printed: { lines: pending, free: true }, trailing: "" });
      pending = [];
      blankBefore = true;
    }
    const printed = item.print(depth);
    const inside = comments.take(item.start, item.end).map((comment) => commentText({ ...comment, ownLine: false }, true));
    const apart = item.apart === true && rows.length > 0;
    rows.push({ blankBefore: blankBefore || apart, above: [...pending, ...inside, ...item.above], printed, trailing: "" });
    pending = [];
    cursor = item.end;
  }
  between(to);
  if (pending.length > 0) rows.push({ blankBefore, above: [], printed: { lines: pending, free: true }, trailing: "" });
  return { opening: opening.trim(), lines: layOut(rows, depth) };
}

/** Whether an empty line stands behind `from`, before anything but separators. */
function hasBlankLine(text: string, from: number, to: number): boolean {
  const space = /^[\s,;]*/.exec(text.slice(from, to))![0];
  return /\n[ \t,;]*\r?\n/.test(space);
}

function layOut(rows: readonly Row[], depth: number): string[] {
  const margin = " ".repeat(depth);
  const bodies: string[][] = new Array(rows.length);
  for (const run of runs(rows, (row) => ("family" in row.printed ? row.printed.family : undefined))) {
    const cells = run.map((i) => (rows[i].printed as { cells: Cell[] }).cells);
    const lines = cells.length === 1 ? [joinCells(cells[0])] : alignCells(cells);
    run.forEach((i, n) => {
      bodies[i] = [margin + lines[n]];
    });
  }
  rows.forEach(({ printed }, i) => {
    if ("lines" in printed) bodies[i] = printed.lines.map((one, n) => (n === 0 || printed.free ? margin + one : one));
  });
  for (const run of runs(rows, (row, i) => (row.trailing === "" ? undefined : bodies[i].length === 1 ? "comment" : `${i}`))) {
    const width = columnWidth(
      run.map((i) => bodies[i].at(-1)!.length),
      24,
    );
    for (const i of run) bodies[i].push(`${bodies[i].pop()!.padEnd(width)}  ${rows[i].trailing}`);
  }
  return rows.flatMap((row, i) => [
    ...(row.blankBefore && i > 0 ? [""] : []),
    ...row.above.map((one) => margin + one),
    ...bodies[i],
  ]);
}

/** Neighbours of the same kind with no blank line between them. */
function runs(rows: readonly Row[], kindOf: (row: Row, index: number) => string | undefined): number[][] {
  const found: number[][] = [];
  let current: number[] = [];
  let kind: string | undefined;
  rows.forEach((row, i) => {
    const own = kindOf(row, i);
    if (own === undefined || own !== kind || row.blankBefore) {
      current = [];
      if (own !== undefined) found.push(current);
    }
    if (own !== undefined) current.push(i);
    kind = own;
  });
  return found;
}
