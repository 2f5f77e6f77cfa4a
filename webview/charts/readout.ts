// The little box beside the pointer: what each term pays at the step under it. It must not know charts.
import { element } from "../dom.ts";
import { formatSigned } from "../format.ts";
import type { Pay } from "../picture.ts";
import { swatch } from "./patterns.ts";

export interface ReadoutContent {
  title: string;
  rows: { pay: Pay; value: number }[];
  paid: number;
}

const MOST = 12;
const AWAY = 14;

export function createReadout(within: HTMLElement) {
  const node = element("div", { class: "readout", attributes: { "aria-hidden": "true" } });
  node.hidden = true;
  within.append(node);
  return {
    hide: () => {
      node.hidden = true;
    },
    show({ title, rows, paid }: ReadoutContent, event: { clientX: number; clientY: number }) {
      const paying = rows.filter((row) => row.value !== 0 && !Number.isNaN(row.value));
      const shown = paying.toSorted((a, b) => Math.abs(b.value) - Math.abs(a.value)).slice(0, MOST);
      shown.sort((a, b) => a.pay.index - b.pay.index);
      node.replaceChildren(
        element(
          "div",
          { class: "readout-title" },
          element("span", { text: title }),
          element("span", { text: formatSigned(paid) }),
        ),
        ...shown.map(({ pay, value }) =>
          element(
            "div",
            { class: "readout-row" },
            swatch(pay.slot),
            element("span", { text: pay.name }),
            element("span", { text: formatSigned(value) }),
          ),
        ),
      );
      if (shown.length === 0) node.append(element("div", { class: "muted", text: "nothing paid" }));
      if (shown.length < paying.length)
        node.append(element("div", { class: "muted", text: `and ${paying.length - shown.length} more` }));
      node.hidden = false;
      const area = within.getBoundingClientRect();
      const x = event.clientX - area.left;
      const y = event.clientY - area.top;
      const left = x + AWAY + node.offsetWidth > area.width ? Math.max(0, x - AWAY - node.offsetWidth) : x + AWAY;
      node.style.transform = `translate(${Math.round(left)}px, ${Math.round(Math.max(0, y - node.offsetHeight / 2))}px)`;
    },
  };
}
