// Colours and patterns of terms for SVG: swatches in legends, fills of bars. It must not know rewards.
import { svg } from "../dom.ts";
import { colourVariable, type Slot, strokesOf, TILE } from "../palette.ts";

let definitions: SVGDefsElement | undefined;

/** A `fill` for this slot; its pattern is defined in the page on first use. */
export function fillOf(slot: Slot): string {
  if (slot.pattern === "solid") return `var(${colourVariable(slot)})`;
  const id = `fill-${slot.colour}-${slot.pattern}`;
  if (!definitions) {
    definitions = svg("defs");
    document.body.append(svg("svg", { class: "definitions", width: 0, height: 0, "aria-hidden": "true" }, definitions));
  }
  if (!definitions.querySelector(`#${id}`)) definitions.append(patternOf(id, slot));
  return `url(#${id})`;
}

function patternOf(id: string, slot: Slot): SVGPatternElement {
  const lines = strokesOf(slot.pattern).map((stroke) =>
    stroke.length === 2
      ? svg("circle", { class: "hatch-dot", cx: stroke[0], cy: stroke[1], r: 1.1 })
      : svg("line", { class: "hatch", x1: stroke[0], y1: stroke[1], x2: stroke[2], y2: stroke[3] }),
  );
  const ground = svg("rect", { width: TILE, height: TILE, fill: `var(${colourVariable(slot)})` });
  return svg("pattern", { id, width: TILE, height: TILE, patternUnits: "userSpaceOnUse" }, ground, ...lines);
}

/** The little square that stands for a term. */
export function swatch(slot: Slot): SVGSVGElement {
  const square = svg("rect", { class: "swatch-square", x: 0.5, y: 0.5, width: 11, height: 11, rx: 2, fill: fillOf(slot) });
  return svg("svg", { class: "swatch", width: 12, height: 12, viewBox: "0 0 12 12", "aria-hidden": "true" }, square);
}
