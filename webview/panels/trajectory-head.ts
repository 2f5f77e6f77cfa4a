// The head of the trajectory table: headings that sort, and the axis of the bars. It must not know rows.
import { type Scale, ticksOf } from "../charts/bar.ts";
import { element } from "../dom.ts";
import { formatNumber } from "../format.ts";
import { icon } from "../icons.ts";
import type { Picture } from "../picture.ts";
import type { Column } from "./trajectory-columns.ts";

/** Headings anew; the one that had the focus keeps it. */
export function paintHead(head: HTMLElement, columns: Column[], picture: Picture, scale: Scale, sort: (column: Column) => void) {
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
