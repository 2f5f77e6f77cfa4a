// All trajectories of the set: a sortable grid that draws only the rows in sight, each with its return as a bar.
// The selected row is what the panels below show.
import { type Scale, scaleOf } from "../charts/bar.ts";
import { element } from "../dom.ts";
import { type Picture, totalsOf } from "../picture.ts";
import type { Actions, Panel } from "./panel.ts";
import { type Column, columnsOf, type Row, sortRows, trackOf, widthOf } from "./trajectory-columns.ts";
import { paintHead } from "./trajectory-head.ts";
import { createRow } from "./trajectory-row.ts";

const OVERSCAN = 6;
/** Between columns, in em. */
const GAP = 1.25;
/** Of a row on both sides, less the gap too many. */
const PADDING = 0.75;
/** Browsers stop at some 33 million pixels; beyond it the scroll bar is scaled. */
const TALLEST = 8_000_000;

export function createTrajectories({ change, reveal: revealSource }: Actions): Panel {
  const head = element("div", { class: "grid-head", attributes: { role: "row", "aria-rowindex": 1 } });
  const body = element("div", { class: "grid-body", attributes: { role: "rowgroup" } });
  const grid = element(
    "div",
    { class: "grid", attributes: { role: "grid", tabindex: 0, "aria-label": "Trajectories" } },
    element("div", { class: "grid-head-group", attributes: { role: "rowgroup" } }, head),
    body,
  );
  const pool = new Map<number, ReturnType<typeof createRow>>();
  let picture: Picture | undefined;
  let rows: Row[] = [];
  let columns: Column[] = [];
  let scale: Scale = { lo: 0, hi: 1 };
  /** Font size, in pixels; read once per update. */
  let em = 13;
  /** Too narrow for bars beside the numbers: they go below them. */
  let below = false;
  /** Position of the selected row. */
  let active = -1;
  let headOf = "";
  let scrolledTo: string | undefined;

  const rowHeight = () => Math.round(em * (below ? 3.3 : picture?.program.oneShot ? 2.3 : 2));
  const select = (position: number) => {
    // Keys may come faster than frames.
    active = Math.min(Math.max(0, position), rows.length - 1);
    const row = rows[active];
    if (row) change({ episode: row.episode.id, step: Math.min(picture?.step ?? 0, Math.max(0, row.episode.steps.length - 1)) });
  };

  const paintRows = () => {
    if (!picture) return;
    const height = rowHeight();
    const total = Math.min(TALLEST, rows.length * height);
    body.style.height = `${total}px`;
    const visible = Math.ceil(grid.clientHeight / height);
    const reach = Math.max(1, total - (grid.clientHeight - head.offsetHeight));
    const squeezed = rows.length * height > TALLEST;
    const top = squeezed ? (grid.scrollTop / reach) * (rows.length - visible) : grid.scrollTop / height;
    const first = Math.max(0, Math.floor(top) - OVERSCAN);
    const last = Math.min(rows.length, Math.ceil(top) + visible + OVERSCAN);
    for (const [position, row] of pool) {
      if (position >= first && position < last) continue;
      row.node.remove();
      pool.delete(position);
    }
    for (let position = first; position < last; position++) {
      let row = pool.get(position);
      if (!row) {
        row = createRow({
          press: () => {
            grid.focus({ preventScroll: true });
            select(position);
          },
          open: (pay) => revealSource(pay.source),
        });
        pool.set(position, row);
        body.append(row.node);
      }
      const y = squeezed ? grid.scrollTop + (position - top) * height : position * height;
      row.update({ row: rows[position], position, columns, below, picture, scale, y, height });
    }
    const id = active >= first && active < last ? `trajectory-${active}` : "";
    if (id) grid.setAttribute("aria-activedescendant", id);
    else grid.removeAttribute("aria-activedescendant");
  };

  const reveal = (position: number) => {
    const height = rowHeight();
    const room = grid.clientHeight - head.offsetHeight;
    const y = position * height;
    if (y < grid.scrollTop) grid.scrollTop = y;
    else if (y + height > grid.scrollTop + room) grid.scrollTop = y + height - room;
  };

  grid.addEventListener("scroll", paintRows, { passive: true });
  grid.addEventListener("keydown", (event) => {
    if (event.target !== grid || event.ctrlKey || event.metaKey || event.altKey) return;
    const page = Math.max(1, Math.floor(grid.clientHeight / rowHeight()) - 2);
    const moves: Record<string, number> = {
      ArrowDown: 1,
      ArrowUp: -1,
      PageDown: page,
      PageUp: -page,
      Home: -rows.length,
      End: rows.length,
    };
    const move = moves[event.key];
    if (move === undefined) return;
    event.preventDefault();
    select(active + move);
  });
  new ResizeObserver(() => {
    if (!picture) return;
    headOf = "";
    update(picture);
  }).observe(grid);

  const sort = (column: Column) => {
    const current = picture?.view.sort;
    const first = column.numeric;
    if (current?.column !== column.id) change({ sort: { column: column.id, descending: first } });
    else if (current.descending === first) change({ sort: { column: column.id, descending: !first } });
    else change({ sort: undefined });
  };

  function update(next: Picture) {
    picture = next;
    em = parseFloat(getComputedStyle(grid).fontSize);
    const { episodes, results, baseline, view, pays } = next;
    ({ columns, below } = fitColumns(columnsOf(next), grid.clientWidth, em));
    grid.classList.toggle("two-lines", below);
    const all = episodes.map((episode, index) => ({ index, episode, result: results[index], base: baseline[index] }));
    rows = sortRows(
      all,
      columns.find((column) => column.id === view.sort?.column),
      view.sort?.descending ?? false,
    );
    scale = scaleOf(all.flatMap(({ result }) => (result ? [{ totals: totalsOf(pays, result), paid: result.return }] : [])));
    grid.setAttribute("aria-rowcount", String(rows.length + 1));
    grid.style.setProperty("--columns", columns.map(trackOf).join(" "));
    grid.style.setProperty("--least", `${totalWidth(columns).toFixed(1)}em`);
    grid.classList.toggle("tall", next.program.oneShot);
    const signature = JSON.stringify([columns.map((c) => [c.id, c.label]), view.sort, scale]);
    if (signature !== headOf) {
      headOf = signature;
      paintHead(head, columns, next, scale, sort);
    }
    active = rows.findIndex((row) => row.index === next.index);
    const place = `${active} ${view.set}`;
    if (place !== scrolledTo && active >= 0) {
      scrolledTo = place;
      body.style.height = `${Math.min(TALLEST, rows.length * rowHeight())}px`;
      reveal(active);
    }
    paintRows();
  }
  return { node: grid, update };
}

/** In em, gaps and padding included. */
const totalWidth = (columns: Column[]) => columns.reduce((sum, column) => sum + widthOf(column) + GAP, PADDING);

/** Puts the bars below the numbers where they do not fit beside them, then leaves out the least important columns. */
function fitColumns(all: Column[], width: number, em: number): { columns: Column[]; below: boolean } {
  let columns = all;
  const fits = () => width <= 0 || totalWidth(columns) * em <= width;
  const below = !fits();
  if (below) columns = columns.filter((column) => column.id !== "bar");
  for (let rank = 4; rank > 0 && !fits(); rank--) columns = columns.filter((column) => column.rank !== rank);
  return { columns, below };
}
