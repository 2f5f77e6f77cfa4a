// Buttons, lists and check boxes of the page. The one module that knows the component library, so that it can be exchanged here.
import {
  type Button,
  type Checkbox,
  type Dropdown,
  provideVSCodeDesignSystem,
  vsCodeButton,
  vsCodeCheckbox,
  vsCodeDropdown,
  vsCodeOption,
} from "@vscode/webview-ui-toolkit";
import { element, setText } from "./dom.ts";
import { formatNumber } from "./format.ts";
import { type IconName, icon } from "./icons.ts";

export function registerControls() {
  provideVSCodeDesignSystem().register(vsCodeButton(), vsCodeCheckbox(), vsCodeDropdown(), vsCodeOption());
}

export interface ButtonOptions {
  label: string;
  icon?: IconName;
  /** Only the icon is drawn; the label is its name. */
  iconOnly?: boolean;
  appearance?: "primary" | "secondary" | "icon";
  press: () => void;
}

export function createButton({ label, icon: name, iconOnly, appearance = "secondary", press }: ButtonOptions): Button {
  const button = document.createElement("vscode-button") as Button;
  button.setAttribute("appearance", iconOnly ? "icon" : appearance);
  if (iconOnly) {
    button.setAttribute("aria-label", label);
    button.title = label;
  }
  if (name) {
    const picture = icon(name);
    if (!iconOnly) picture.setAttribute("slot", "start");
    button.append(picture);
  }
  if (!iconOnly) button.append(label);
  button.addEventListener("click", press);
  return button;
}

/** A button that stays pressed. */
export function createToggle(label: string, press: (pressed: boolean) => void) {
  const node = element("button", { class: "toggle", text: label, attributes: { type: "button", "aria-pressed": "false" } });
  node.addEventListener("click", () => press(node.getAttribute("aria-pressed") !== "true"));
  return { node, update: (pressed: boolean) => node.setAttribute("aria-pressed", String(pressed)) };
}

export function createCheckbox(label: string, change: (checked: boolean) => void) {
  const node = document.createElement("vscode-checkbox") as Checkbox;
  node.textContent = label;
  let shown = false;
  node.addEventListener("change", () => {
    if (node.checked === shown) return;
    shown = node.checked;
    change(shown);
  });
  return {
    node,
    update: (checked: boolean) => {
      shown = checked;
      if (node.checked !== checked) node.checked = checked;
    },
  };
}

export interface Choice {
  value: string;
  label: string;
}

export function createDropdown(label: string, change: (value: string) => void) {
  const node = document.createElement("vscode-dropdown") as Dropdown;
  node.setAttribute("aria-label", label);
  let shown = "";
  let value: string | undefined;
  node.addEventListener("change", () => {
    if (node.value === value) return;
    value = node.value;
    change(value);
  });
  return {
    node,
    update: (choices: Choice[], selected: string | undefined) => {
      const signature = JSON.stringify(choices);
      if (signature !== shown) {
        shown = signature;
        node.replaceChildren(
          ...choices.map((choice) => {
            const option = document.createElement("vscode-option");
            option.setAttribute("value", choice.value);
            option.textContent = choice.label;
            return option;
          }),
        );
        value = undefined;
      }
      if (selected !== undefined && selected !== value) {
        value = selected;
        // The list learns its options after they are attached.
        queueMicrotask(() => {
          node.value = selected;
        });
      }
    },
  };
}

export interface SliderState {
  value: number;
  /** What the spec says; the slider can go back to it. */
  written: number;
  range: [number, number];
  step: number;
  unit?: string;
  /** Said by screen readers instead of the bare number. */
  spoken?: string;
}

/**
 * A range input with a number field beside it and a way back to what the spec says.
 * `change` gets a value or, on the way back, undefined.
 */
export function createSlider(label: string, change: (value: number | undefined) => void) {
  const range = element("input", { class: "slider", attributes: { type: "range", step: "any", "aria-label": label } });
  const field = element("input", {
    class: "field",
    attributes: { type: "number", "aria-label": `${label}, value`, step: "any" },
  });
  const unit = element("span", { class: "unit" });
  const reset = createButton({ label: `Reset ${label}`, icon: "reset", iconOnly: true, press: () => change(undefined) });
  reset.classList.add("reset");
  const node = element("div", { class: "slider-row" }, range, reset, element("span", { class: "field-with-unit" }, field, unit));
  let state: SliderState | undefined;
  const emit = (value: number) => {
    if (!state || !Number.isFinite(value)) return;
    // Keys may come faster than frames.
    state = { ...state, value };
    change(value === state.written ? undefined : value);
  };
  range.addEventListener("input", () => state && emit(snap(Number(range.value), state)));
  range.addEventListener("keydown", (event) => {
    const by = STRIDES[event.key];
    if (!state || by === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    emit(snap(state.value + by * state.step, state));
  });
  field.addEventListener("change", () => emit(Number(field.value)));
  return {
    node,
    update: (next: SliderState) => {
      state = next;
      const [lo, hi] = next.range;
      range.min = String(Math.min(lo, next.value));
      range.max = String(Math.max(hi, next.value));
      if (Number(range.value) !== next.value) range.value = String(next.value);
      range.setAttribute("aria-valuetext", next.spoken ?? `${formatNumber(next.value)}${next.unit ? ` ${next.unit}` : ""}`);
      const fraction = (next.value - Number(range.min)) / (Number(range.max) - Number(range.min) || 1);
      range.style.setProperty("--filled", `${100 * fraction}%`);
      if (document.activeElement !== field) field.value = String(Number(next.value.toPrecision(6)));
      setText(unit, next.unit ?? "");
      const changed = next.value !== next.written;
      node.classList.toggle("changed", changed);
      reset.disabled = !changed;
      reset.title = `Back to ${formatNumber(next.written)}, as the spec says`;
    },
  };
}

/** Steps a key moves by. */
const STRIDES: Record<string, number | undefined> = {
  ArrowRight: 1,
  ArrowUp: 1,
  ArrowLeft: -1,
  ArrowDown: -1,
  PageUp: 10,
  PageDown: -10,
};

/** Round values within the range, and the written one, so that one can return to it by hand. */
function snap(value: number, { written, range: [lo, hi], step }: SliderState): number {
  if (Math.abs(value - written) < step * 0.5) return written;
  const round = Number((Math.round(value / step) * step).toPrecision(12));
  return Math.min(hi, Math.max(lo, round));
}
