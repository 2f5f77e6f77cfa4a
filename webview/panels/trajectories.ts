// All trajectories of the set: a sortable grid that draws only the rows in sight, each with its return as a bar.
// The selected row is what the panels below show.
import { createBar, type Scale, scaleOf, ticksOf } from "../charts/bar.ts";
import { element, setText } from "../dom.ts";
import { formatNumber } from "../format.ts";
import { icon } from "../icons.ts";
import { type Picture, totalsOf } from "../picture.ts";
import type { Actions, Panel } from "./panel.ts";
import { type Column, columnsOf, type Row, sortRows, trackOf, widthOf } from "./trajectory-columns.ts";

const OVERSCAN = 6;
/** Between columns, in em. */
const GAP = 1.25;
/** Of a row on both sides, less the gap too many. */
const PADDING = 0.75;
/** Browsers stop at some 33 million pixels; beyond it the scroll bar is scaled. */
const TALLEST = 8_000_000;

export function createTrajectories({ change }: Actions): Panel {
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
  /** Too narrow for bars beside the numbers: they go below them. */
  let below = false;
  let headOf = "";
  let scrolledTo: string | undefined;

  const rowHeight = () => Math.round(emOf(grid) * (below ? 3.3 : picture?.program.oneShot ? 2.3 : 2));
  const select = (position: number) => {
    const row = rows[Math.min(Math.max(0, position), rows.length - 1)];
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
        row = createRow(() => {
          grid.focus({ preventScroll: true });
          select(position);
        });
        pool.set(position, row);
        body.append(row.node);
      }
      const y = squeezed ? grid.scrollTop + (position - top) * height : position * height;
      row.update({ row: rows[position], position, columns, below, picture, scale, y, height });
    }
    const active = rows.findIndex((row) => row.index === picture?.index);
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
    const active = rows.findIndex((row) => row.index === picture?.index);
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
    const { episodes, results, baseline, view, pays } = next;
    ({ columns, below } = fitColumns(columnsOf(next), grid.clientWidth, emOf(grid)));
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
    const active = rows.findIndex((row) => row.index === next.index);
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

const emOf = (node: HTMLElement) => parseFloat(getComputedStyle(node).fontSize);

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

function paintHead(head: HTMLElement, columns: Column[], picture: Picture, scale: Scale, sort: (column: Column) => void) {
  const { sort: current } = picture.view;
  const focused = document.activeElement?.closest("[data-column]")?.getAttribute("data-column");
  head.replaceChildren(
    ...columns.map((column) => {
      const sorted = current?.column === column.id ? (current.descending ? "descending" : "ascending") : "none";
      const cell = element("div", {
        class: `cell ${column.numeric ? "numeric" : ""} column-${column.id}`,
        title: column.title,
        attributes: { role: "columnheader", "aria-sort": column.key ? sorted : null, "data-column": column.id },
      });
      if (!column.key) cell.append(element("span", { class: "hidden", text: column.label }), drawAxis(scale));
      else {
        const button = element(
          "button",
          { class: "sort", attributes: { type: "button" }, on: { click: () => sort(column) } },
          column.label,
        );
        if (sorted !== "none") button.append(icon(sorted));
        cell.append(button);
        if (focused === column.id) queueMicrotask(() => button.focus());
      }
      return cell;
    }),
  );
}

/** The values along the bars, in the head of their column. */
function drawAxis(scale: Scale): HTMLElement {
  const axis = element("span", { class: "bar-axis", attributes: { "aria-hidden": "true" } });
  for (const tick of ticksOf(scale, 4)) {
    const label = element("span", { class: "bar-tick", text: formatNumber(tick) });
    const percent = (100 * (tick - scale.lo)) / (scale.hi - scale.lo);
    label.style.left = `${percent}%`;
    if (percent < 6) label.classList.add("first");
    else if (percent > 94) label.classList.add("last");
    axis.append(label);
  }
  return axis;
}

interface RowContent {
  row: Row;
  position: number;
  columns: Column[];
  below: boolean;
  picture: Picture;
  scale: Scale;
  y: number;
  height: number;
}

function createRow(press: () => void) {
  const node = element("div", { class: "grid-row", attributes: { role: "row" }, on: { click: press } });
  const bar = createBar();
  const second = element("div", { class: "cell column-bar", attributes: { role: "gridcell" } });
  let shape = "";
  let cells: HTMLElement[] = [];
  return {
    node,
    update({ row, position, columns, below, picture, scale, y, height }: RowContent) {
      const signature = `${columns.map((column) => column.id).join(" ")} ${below}`;
      if (signature !== shape) {
        shape = signature;
        cells = columns.map((column) =>
          element("div", {
            class: `cell ${column.numeric ? "numeric" : ""} column-${column.id}`,
            attributes: { role: column.id === "id" ? "rowheader" : "gridcell" },
          }),
        );
        node.replaceChildren(...cells, ...(below ? [second] : []));
      }
      node.id = `trajectory-${position}`;
      node.setAttribute("aria-rowindex", String(position + 2));
      node.setAttribute("aria-selected", String(row.index === picture.index));
      node.style.transform = `translateY(${y}px)`;
      node.style.height = `${height}px`;
      columns.forEach((column, i) => {
        if (column.id === "bar") paintBar(cells[i], bar, row, picture, scale);
        else column.fill(cells[i], row);
      });
      if (below) paintBar(second, bar, row, picture, scale);
    },
  };
}

function paintBar(cell: HTMLElement, bar: ReturnType<typeof createBar>, row: Row, picture: Picture, scale: Scale) {
  const { pays, changed, highlight } = picture;
  const totals = totalsOf(pays, row.result);
  if (bar.node.parentNode !== cell) cell.replaceChildren(bar.node, element("span", { class: "hidden" }));
  const written = changed && row.base?.return !== row.result?.return ? (row.base?.return ?? null) : null;
  bar.update({ pays, totals, scale, paid: row.result?.return ?? null, written, highlight });
  const spoken = pays.map((pay, i) => (!totals[i] ? "" : `${pay.name} ${formatNumber(totals[i])}`)).filter(Boolean);
  if (cell.lastElementChild) setText(cell.lastElementChild, spoken.join(", ") || "nothing");
}
