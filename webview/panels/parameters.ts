// A slider for every `param` of the spec, and one for training progress where the reward depends on it.
import type { ParamDeclaration } from "../../runtime/program.ts";
import type { Knobs } from "../../runtime/trajectory.ts";
import { createButton, createSlider } from "../controls.ts";
import { createKeyed, element, setText, show } from "../dom.ts";
import { formatNumber, formatUnit } from "../format.ts";
import type { Picture } from "../picture.ts";
import type { Actions, Panel } from "./panel.ts";
import { stepOf } from "./terms.ts";

interface ParameterContent {
  param: ParamDeclaration;
  value: number;
  /** Not a parameter of the spec but the trainer's progress. */
  training: boolean;
}

export function createParameters({ change, reveal }: Actions): Panel {
  let picture: Picture | undefined;
  const set = ({ param, training }: ParameterContent, value: number | undefined) => {
    if (!picture) return;
    const { knobs } = picture.view;
    if (training) return change({ knobs: { ...knobs, training: value } });
    const { [param.name]: _, ...rest } = knobs.params ?? {};
    change({ knobs: { ...knobs, params: value === undefined ? rest : { ...rest, [param.name]: value } } });
  };
  const resetAll = createButton({
    label: "Reset parameters",
    icon: "reset",
    press: () => picture && change({ knobs: { ...picture.view.knobs, params: {}, training: undefined } }),
  });
  const list = element("div", { class: "parameter-list" });
  const updateList = createKeyed<ParameterContent, HTMLDivElement>(list, (first) => {
    let current = first;
    const name = element("button", {
      class: "link",
      text: first.param.name,
      title: "Go to the parameter in the editor",
      attributes: { type: "button" },
      on: { click: () => reveal(current.param.source) },
    });
    name.disabled = first.training;
    const limits = element("span", { class: "muted limits" });
    const doc = element("p", { class: "muted small" });
    const slider = createSlider(first.param.name, (value) => set(current, value));
    const node = element(
      "div",
      { class: "parameter", attributes: { "data-param": first.param.name } },
      element("div", { class: "parameter-line" }, name, limits),
      doc,
      slider.node,
    );
    return {
      node,
      update: (content) => {
        current = content;
        const { param, value } = content;
        const unit = formatUnit(param.unit);
        const [lo, hi] = param.range;
        setText(limits, `${formatNumber(lo)} \u2026 ${formatNumber(hi)}`);
        setText(doc, param.doc ?? "");
        show(doc, Boolean(param.doc));
        const step = param.integer ? Math.max(1, Math.round(stepOf(hi - lo))) : stepOf(hi - lo || 1);
        slider.update({ value, written: param.value, range: param.range, step, unit });
      },
    };
  });
  const node = element(
    "section",
    { class: "parameters", attributes: { "aria-labelledby": "parameters-title" } },
    element(
      "div",
      { class: "section-head" },
      element("h2", { text: "Parameters", attributes: { id: "parameters-title" } }),
      resetAll,
    ),
    list,
  );
  return {
    node,
    update(next) {
      picture = next;
      const contents = describeParameters(next);
      show(node, contents.length > 0);
      updateList(contents, ({ param }) => param.name);
      const { params, training } = next.view.knobs;
      show(resetAll, Object.keys(params ?? {}).length > 0 || training !== undefined);
    },
  };
}

function describeParameters({ program, view }: Picture): ParameterContent[] {
  const contents = program.params.map((param) => ({
    param,
    value: view.knobs.params?.[param.name] ?? param.value,
    training: false,
  }));
  const usesTraining = program.nodes.some((node) => node.op === "builtin" && node.name === "training");
  if (usesTraining) contents.push({ param: trainingParam(program.source), value: trainingOf(view.knobs), training: true });
  return contents;
}

const AT_THE_END = 1;
const trainingOf = (knobs: Knobs) => knobs.training ?? AT_THE_END;

function trainingParam(source: ParamDeclaration["source"]): ParamDeclaration {
  return {
    name: "training",
    value: AT_THE_END,
    range: [0, 1],
    integer: false,
    doc: "Progress of the training run, from the trainer.",
    source,
  };
}
