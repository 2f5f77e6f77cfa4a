// The terms: legend of all charts, what each pays in the selected trajectory, and a slider for each weight.
import { swatch } from "../charts/patterns.ts";
import { createButton, createSlider } from "../controls.ts";
import { createKeyed, element, setText, show } from "../dom.ts";
import { formatShare, formatSigned } from "../format.ts";
import type { Inspection, Series } from "../inspection.ts";
import { type Pay, type Picture, totalsOf } from "../picture.ts";
import { constantOf } from "../state.ts";
import type { Actions, Panel } from "./panel.ts";

interface TermContent {
  pay: Pay;
  total: number | undefined;
  share: number;
  weight: number;
  written: number;
  /** The weight is not the same on every step. */
  varies: boolean;
  emphasised: boolean;
  dimmed: boolean;
}

/** `inspect` gives the weights that have to be computed. */
export function createTerms({ change, reveal }: Actions, inspect: (picture: Picture) => Inspection | undefined): Panel {
  let picture: Picture | undefined;
  const setWeight = (name: string, value: number | undefined) => {
    if (!picture) return;
    const { [name]: _, ...rest } = picture.view.knobs.weights ?? {};
    const weights = value === undefined ? rest : { ...rest, [name]: value };
    change({ knobs: { ...picture.view.knobs, weights } });
  };
  const resetAll = createButton({
    label: "Reset weights",
    icon: "reset",
    press: () => picture && change({ knobs: { ...picture.view.knobs, weights: {} } }),
  });
  const list = element("div", { class: "term-list", attributes: { role: "list" } });
  const updateList = createKeyed<TermContent, HTMLDivElement>(list, ({ pay }) =>
    createTerm(pay, {
      weigh: (value) => setWeight(pay.name, value),
      hover: (on) => change({ hovered: on ? pay.name : null }),
      go: (current) => reveal(current.source),
    }),
  );
  const note = element("p", {
    class: "muted small",
    text: "Share: of all that is paid and charged in this trajectory. The upright mark in a bar is its return.",
  });
  return {
    node: element(
      "section",
      { class: "terms", attributes: { "aria-labelledby": "terms-title" } },
      element("div", { class: "section-head" }, element("h2", { text: "Terms", attributes: { id: "terms-title" } }), resetAll),
      list,
      note,
    ),
    update(next) {
      picture = next;
      updateList(describeTerms(next, inspect(next)), ({ pay }) => `${pay.role} ${pay.name}`);
      show(resetAll, Object.keys(next.view.knobs.weights ?? {}).length > 0);
      show(note, next.pays.length > 1);
    },
  };
}

function describeTerms({ program, pays, result, view, highlight }: Picture, inspection: Inspection | undefined): TermContent[] {
  const totals = totalsOf(pays, result);
  const sizes = pays.map(({ name }) => {
    let size = 0;
    for (const value of result?.terms[name] ?? []) size += Math.abs(value);
    return size;
  });
  const whole = sizes.reduce((sum, size) => sum + (Number.isFinite(size) ? size : 0), 0);
  return pays.map((pay, i) => {
    const constant = constantOf(program, pay.weight);
    const computed = inspection?.weights[pay.name];
    const written = constant ?? meanOf(computed) ?? 1;
    return {
      pay,
      total: totals[i],
      share: whole > 0 ? sizes[i] / whole : Number.NaN,
      weight: view.knobs.weights?.[pay.name] ?? written,
      written,
      varies: constant === undefined && Array.isArray(computed) && computed.some((value) => value !== computed[0]),
      emphasised: highlight === pay.name,
      dimmed: highlight !== null && highlight !== pay.name,
    };
  });
}

function meanOf(series: Series | undefined): number | undefined {
  if (series === undefined || series === null) return undefined;
  if (!Array.isArray(series)) return series;
  const known = series.filter((value) => value !== null);
  return known.length === 0 ? undefined : known.reduce((sum, value) => sum + value, 0) / known.length;
}

interface TermActions {
  weigh: (value: number | undefined) => void;
  hover: (on: boolean) => void;
  go: (pay: Pay) => void;
}

function createTerm(first: Pay, { weigh, hover, go }: TermActions) {
  let current = first;
  const name = element("button", {
    class: "link term-name",
    text: first.name,
    title: "Go to the term in the editor",
    attributes: { type: "button" },
    on: { click: () => go(current) },
  });
  const role = element("span", { class: "muted role" });
  const total = element("span", { class: "total" });
  const share = element("span", { class: "share muted" });
  const slider = createSlider(`Weight of ${first.name}`, weigh);
  const varies = element("span", { class: "muted small", text: "varies by step" });
  const legend = element("span", { class: "term-swatch" });
  let appearance = "";
  const node = element(
    "div",
    { class: "term", attributes: { role: "listitem", "data-term": first.name } },
    element("div", { class: "term-line" }, legend, element("span", { class: "term-label" }, name, role), total, share),
    element("div", { class: "term-weight" }, slider.node, varies),
  );
  node.addEventListener("pointerenter", () => hover(true));
  node.addEventListener("pointerleave", () => hover(false));
  return {
    node,
    update: ({ pay, total: paid, share: part, weight, written, varies: moving, emphasised, dimmed }: TermContent) => {
      current = pay;
      const look = JSON.stringify(pay.slot);
      if (look !== appearance) {
        appearance = look;
        legend.replaceChildren(swatch(pay.slot));
      }
      const rate = pay.rate === "second" ? ", per second" : pay.rate === "once" ? ", once" : "";
      setText(role, `${pay.role}${rate}`);
      if (pay.doc) name.title = `${pay.doc}\nGo to the term in the editor`;
      setText(total, paid === undefined ? "" : formatSigned(paid));
      setText(share, formatShare(part));
      const most = Math.max(written * 2, weight) || 1;
      slider.update({ value: weight, written, range: [0, most], step: stepOf(most) });
      show(varies, moving && weight === written);
      node.classList.toggle("emphasised", emphasised);
      node.classList.toggle("dim", dimmed);
    },
  };
}

/** Some two hundred stops, each a round number. */
export function stepOf(width: number): number {
  const rough = width / 200;
  const power = 10 ** Math.floor(Math.log10(rough));
  const factor = [1, 2, 5].findLast((m) => m * power <= rough) ?? 1;
  return Number((factor * power).toPrecision(3));
}
