// One row of the trajectory table, used again for whatever trajectory scrolls into sight. It must not know scrolling.
import { createBar, type Scale } from "../charts/bar.ts";
import { element, setText } from "../dom.ts";
import { formatSigned } from "../format.ts";
import { type Pay, type Picture, totalsOf } from "../picture.ts";
import type { Column, Row } from "./trajectory-columns.ts";

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

interface RowActions {
  press: () => void;
  open: (pay: Pay) => void;
}

export function createRow({ press, open }: RowActions) {
  const node = element("div", { class: "grid-row", attributes: { role: "row" }, on: { click: press } });
  const bar = createBar(open);
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
  const spoken = pays.map((pay, i) => (!totals[i] ? "" : `${pay.name} ${formatSigned(totals[i])}`)).filter(Boolean);
  const text = spoken.join(", ") || "nothing";
  if (cell.lastElementChild) setText(cell.lastElementChild, text);
  cell.title = `${text}\nDouble-click a colour to go to its term`;
}
