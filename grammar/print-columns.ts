// Columns of neighbouring lines. It must not know what stands in them.

export interface Cell {
  text: string;
  /** Spaces before it. */
  gap: number;
  /** A row that needs this much more room than all others before this cell does not move the column. */
  slack: number;
}

/** The cells of one line without padding. */
export function joinCells(cells: readonly Cell[]): string {
  return cells
    .map((cell) => cell.text)
    .filter((text) => text !== "")
    .join(" ");
}

/** Pads the cells so that a column starts at one place in all rows that have it; a row without it lends its room. */
export function alignCells(rows: readonly (readonly Cell[])[]): string[] {
  const out = rows.map(() => "");
  const columns = Math.max(...rows.map((row) => row.length));
  for (let column = 0; column < columns; column++) {
    const cells = rows.map((row) => (row[column]?.text === "" ? undefined : row[column]));
    const needed = cells.map((cell, i) => (cell === undefined ? 0 : out[i].length + (out[i] === "" ? 0 : cell.gap)));
    const start = columnWidth(needed, Math.max(...cells.map((cell) => cell?.slack ?? 0)));
    cells.forEach((cell, i) => {
      if (cell !== undefined) out[i] = out[i].padEnd(Math.max(start, needed[i])) + cell.text;
    });
  }
  return out;
}

/** The longest length, but for outliers. */
export function columnWidth(lengths: readonly number[], slack: number): number {
  const sorted = lengths.filter((length) => length > 0).sort((a, b) => b - a);
  let top = 0;
  while (top + 1 < sorted.length && sorted[top] - sorted[top + 1] >= slack) top++;
  return sorted[top] ?? 0;
}
