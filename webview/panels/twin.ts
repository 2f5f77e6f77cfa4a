// The data table behind a chart: the same numbers for people who do not see the picture. A page of steps at a time.
import { createButton } from "../controls.ts";
import { element, setText, show } from "../dom.ts";
import { formatCount } from "../format.ts";

export interface TwinContent {
  caption: string;
  columns: string[];
  rows: number;
  /** Texts of one row; the first is its head. */
  row: (index: number) => string[];
  /** The page with this row is shown first. */
  around: number;
}

const PAGE = 25;

export function createTwin(label: string) {
  const toggle = createButton({
    label: `${label} as a table`,
    icon: "table",
    iconOnly: true,
    press: () => setOpen(holder.hidden === true),
  });
  toggle.setAttribute("aria-expanded", "false");
  const caption = element("caption");
  const head = element("thead");
  const body = element("tbody");
  const table = element("table", { class: "twin-table" }, caption, head, body);
  const turn = (by: number) => {
    page = Math.min(Math.max(0, page + by), lastPage());
    paint();
  };
  const before = createButton({ label: "Earlier steps", icon: "previous", iconOnly: true, press: () => turn(-1) });
  const after = createButton({ label: "Later steps", icon: "next", iconOnly: true, press: () => turn(1) });
  const where = element("span", { class: "muted" });
  const pager = element("div", { class: "twin-pager" }, before, where, after);
  const scroller = element(
    "div",
    { class: "twin-scroller", attributes: { tabindex: 0, role: "region", "aria-label": `${label}, table` } },
    table,
  );
  const holder = element("div", { class: "twin" }, scroller, pager);
  holder.hidden = true;
  let describe: (() => TwinContent) | undefined;
  let content: TwinContent | undefined;
  let page = 0;
  let aroundOf: number | undefined;
  const lastPage = () => Math.max(0, Math.ceil((content?.rows ?? 0) / PAGE) - 1);

  function setOpen(open: boolean) {
    show(holder, open);
    content = open ? describe?.() : undefined;
    toggle.setAttribute("aria-expanded", String(open));
    if (open && content) page = Math.floor(content.around / PAGE);
    paint();
  }

  function paint() {
    if (holder.hidden || !content) return;
    page = Math.min(page, lastPage());
    const from = page * PAGE;
    const to = Math.min(content.rows, from + PAGE);
    setText(caption, content.caption);
    const heads = content.columns.map((text) => element("th", { text, attributes: { scope: "col" } }));
    head.replaceChildren(element("tr", {}, ...heads));
    const rows: HTMLElement[] = [];
    for (let i = from; i < to; i++) {
      const [name, ...values] = content.row(i);
      const cells = values.map((text) => element("td", { text }));
      const row = element("tr", {}, element("th", { text: name, attributes: { scope: "row" } }), ...cells);
      if (i === content.around) row.setAttribute("aria-current", "step");
      rows.push(row);
    }
    body.replaceChildren(...rows);
    setText(where, `${from}\u2013${to - 1} of ${formatCount(content.rows, "step")}`);
    before.disabled = page === 0;
    after.disabled = page === lastPage();
    show(pager, content.rows > PAGE);
  }

  return {
    toggle,
    node: holder,
    /** `next` is only asked for its content while the table is open. */
    update(next: () => TwinContent) {
      describe = next;
      if (holder.hidden) return;
      content = next();
      if (content.around !== aroundOf) {
        aroundOf = content.around;
        page = Math.floor(content.around / PAGE);
      }
      paint();
    },
  };
}
