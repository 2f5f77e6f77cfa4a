// One record in full: how its pay comes about, term by term, and the signals and named values behind it.
import type { SignalDeclaration } from "../../runtime/program.ts";
import type { Invalid, Value } from "../../runtime/trajectory.ts";
import { swatch } from "../charts/patterns.ts";
import { element, setText, show } from "../dom.ts";
import { formatCount, formatNumber, formatSigned, formatUnit, formatValue, NOTHING } from "../format.ts";
import { icon } from "../icons.ts";
import { at, type Inspected, type Inspection } from "../inspection.ts";
import type { Picture } from "../picture.ts";
import type { Actions, Panel } from "./panel.ts";

export function createStep({ change, reveal }: Actions, inspect: (picture: Picture) => Inspection | undefined): Panel {
  const title = element("h2", { attributes: { id: "step-title" } });
  const head = element("div", { class: "section-head" }, title);
  const trouble = element("ul", { class: "trouble" });
  const payRows = element("tbody");
  const paySums = element("tfoot");
  const payHead = ["Term", "Value", "Weight", "Pays"].map((text, i) =>
    element("th", { text, class: ["", "numeric", "numeric weight", "numeric"][i], attributes: { scope: "col" } }),
  );
  const pay = element(
    "table",
    { class: "pay-table" },
    element("caption", { class: "hidden", text: "How the pay of this step comes about" }),
    element("thead", {}, element("tr", {}, ...payHead)),
    payRows,
    paySums,
  );
  const signals = createValues("Signals");
  const named = createValues("Named values");
  const node = element(
    "section",
    { class: "step", attributes: { "aria-labelledby": "step-title" } },
    head,
    trouble,
    element(
      "div",
      { class: "step-columns" },
      element("div", { class: "pay" }, pay),
      element("div", { class: "values" }, signals.node, named.node),
    ),
  );
  return {
    node,
    update(picture) {
      const { program, step, episode, result } = picture;
      show(node, result !== undefined && episode !== undefined);
      if (!result || !episode) return;
      head.classList.toggle("hidden", program.oneShot);
      setText(title, program.oneShot ? `Why ${episode.id} pays ${formatNumber(result.return)}` : `Step ${step}`);
      const inspection = inspect(picture);
      payRows.replaceChildren(...payRowsOf(picture, inspection, reveal));
      paySums.replaceChildren(...paySumsOf(picture));
      const items = troubleOf(picture, change);
      trouble.replaceChildren(...items);
      show(trouble, items.length > 0);
      signals.update(program.signals.map((signal) => signalValue(picture, signal)));
      const texts = (inspection?.others ?? []).map(({ name, values }) => shownValue(name, values[step]));
      named.update([...(inspection?.named ?? []).map((value) => namedValue(value, step)), ...texts]);
    },
  };
}

function payRowsOf(
  { pays, result, step, highlight, view }: Picture,
  inspection: Inspection | undefined,
  reveal: Actions["reveal"],
): HTMLElement[] {
  return pays.map((pay) => {
    const paid = result?.terms[pay.name]?.[step];
    const value = at(inspection?.values[pay.name], step);
    const weight = view.knobs.weights?.[pay.name] ?? at(inspection?.weights[pay.name], step);
    const name = element("button", {
      class: "link",
      text: pay.name,
      attributes: { type: "button" },
      on: { click: () => reveal(pay.source) },
    });
    return element(
      "tr",
      { class: highlight === pay.name ? "emphasised" : "", attributes: { "data-pays": paid ? "yes" : "no" } },
      element("th", { attributes: { scope: "row" } }, element("span", { class: "cell-term" }, swatch(pay.slot), name)),
      element("td", { class: "numeric", text: pay.role === "shaping" ? `\u03a6 ${formatNumber(value)}` : formatNumber(value) }),
      element("td", { class: "numeric muted weight", text: weight === null ? NOTHING : `\u00d7 ${formatNumber(weight)}` }),
      element("td", { class: "numeric", text: formatSigned(paid) }),
    );
  });
}

/** From the terms to what is paid: the sum, what a `total` or a violated `require` makes of it. */
function paySumsOf({ program, pays, result, step }: Picture): HTMLElement[] {
  const paid = result?.rewards[step];
  let terms = 0;
  let shaping = 0;
  for (const pay of pays) {
    const value = result?.terms[pay.name]?.[step] ?? 0;
    if (pay.role === "shaping") shaping += value;
    else terms += value;
  }
  const line = (label: string, value: number | undefined, strong = false) =>
    element(
      "tr",
      { class: strong ? "paid" : "" },
      element("th", { text: label, attributes: { scope: "row", colspan: 2 } }),
      element("td", { class: "weight" }),
      element("td", { class: "numeric", text: formatSigned(value) }),
    );
  const rows: HTMLElement[] = [];
  const rest = (paid ?? 0) - shaping - terms;
  if (Math.abs(rest) > 1e-9 * Math.max(1, Math.abs(terms))) {
    rows.push(line("Terms together", terms));
    const cappedBy = (result?.violations ?? [])
      .filter((violation) => violation.step === step || violation.step === null)
      .map((v) => v.require);
    const label =
      cappedBy.length > 0 ? `Capped by ${cappedBy.join(", ")}` : program.total === undefined ? "Settled" : "Changed by total";
    rows.push(line(label, rest));
  }
  rows.push(line("Paid", paid, true));
  return rows;
}

function troubleOf({ program, result, step }: Picture, change: Actions["change"]): HTMLElement[] {
  const items: HTMLElement[] = [];
  for (const violation of result?.violations ?? []) {
    if (violation.step !== null && violation.step !== step) continue;
    const scope = violation.step === null && !program.oneShot ? "The episode" : "This";
    const cap = violation.cap === null ? "" : `: ${scope.toLowerCase()} pays at most ${formatNumber(violation.cap)}`;
    items.push(element("li", {}, icon("warning"), `${violation.require} is violated${cap}.`));
  }
  for (const invalid of result?.invalid ?? []) {
    if (invalid.step !== null && invalid.step !== step) continue;
    items.push(element("li", {}, icon("warning"), describeInvalid(invalid)));
  }
  const elsewhere = (result?.violations ?? []).filter((violation) => violation.step !== null && violation.step !== step);
  if (elsewhere.length > 0) {
    const first = elsewhere[0];
    const go = element("button", {
      class: "link",
      text: `first at step ${first.step}`,
      attributes: { type: "button" },
      on: { click: () => change({ step: first.step ?? 0 }) },
    });
    items.push(element("li", { class: "muted" }, `${formatCount(elsewhere.length, "violation")} on other steps, `, go));
  }
  return items;
}

function describeInvalid({ signal, term, value, reason }: Invalid): string {
  if (signal !== null) return value === null ? `${signal} ${reason}.` : `${signal}: ${formatValue(value)} ${reason}.`;
  return term === undefined ? `${reason[0].toUpperCase()}${reason.slice(1)}.` : `${term}: ${reason}.`;
}

interface NamedValue {
  name: string;
  text: string;
  unit: string;
  title?: string;
  /** A text too long for the column: shown as it is, across the panel. */
  long?: boolean;
}

const LONG = 28;

function signalValue({ episode, step }: Picture, signal: SignalDeclaration): NamedValue {
  const row = episode?.steps[step];
  const sources = signal.timing === "step" ? [row] : [episode?.end, row, episode?.steps.at(-1), episode?.start];
  const value = sources.map((source) => source?.[signal.name]).find((found): found is Value => found !== undefined);
  return { ...shownValue(signal.name, value, signal), title: signal.doc };
}

function shownValue(name: string, value: Value | undefined, signal?: SignalDeclaration): NamedValue {
  const long = typeof value === "string" && (value.length > LONG || value.includes("\n"));
  const text = long ? value : formatValue(value, signal);
  return { name, text, unit: typeof value === "string" ? "" : formatUnit(signal?.unit), long };
}

function namedValue({ name, bool, components, scalar, unit }: Inspected, step: number): NamedValue {
  const show = (value: number | null) => (bool ? (value === 1 ? "true" : value === 0 ? "false" : NOTHING) : formatNumber(value));
  const texts = components.map((series) => show(at(series, step)));
  return { name, text: scalar ? texts[0] : `[${texts.join(", ")}]`, unit: formatUnit(unit) };
}

function createValues(label: string) {
  const list = element("dl", { class: "value-list" });
  const node = element("div", { class: "value-group" }, element("h3", { text: label }), list);
  return {
    node,
    update(values: NamedValue[]) {
      show(node, values.length > 0);
      list.replaceChildren(...values.map(drawValue));
    },
  };
}

function drawValue({ name, text, unit, title, long }: NamedValue): HTMLElement {
  const value = element("dd", {}, element("span", { class: "value", text, attributes: { tabindex: long ? 0 : null } }));
  if (unit) value.append(element("span", { class: "unit", text: `\u00a0${unit}` }));
  return element("div", { class: long ? "value-row long" : "value-row" }, element("dt", { text: name, title }), value);
}
