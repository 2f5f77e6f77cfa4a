// The page's few icons, drawn here on a 16 × 16 grid. They take the colour of their text and are hidden from screen readers.
import { svg } from "./dom.ts";

const PATHS = {
  reset: "M3.2 3.2v3.6h3.6M3.6 6.6A5 5 0 1 1 3 9.4",
  check: "M3 8.6l3.2 3.2L13 4.8",
  cross: "M4 4l8 8M12 4l-8 8",
  dash: "M4 8h8",
  warning: "M8 2.2l6.3 11.3H1.7zM8 6.4v3.4M8 11.6v.4",
  error: "M8 1.8a6.2 6.2 0 1 1 0 12.4A6.2 6.2 0 0 1 8 1.8M8 4.8v4M8 10.9v.4",
  table: "M2 3h12v10H2zM2 6.4h12M2 9.7h12M6.4 6.4V13",
  previous: "M10 3.5L5.5 8l4.5 4.5",
  next: "M6 3.5L10.5 8 6 12.5",
  ascending: "M8 12.5v-9M4.5 7L8 3.5 11.5 7",
  descending: "M8 3.5v9M4.5 9L8 12.5 11.5 9",
  add: "M8 3v10M3 8h10",
  arrow: "M3 8h9.5M9 4.5L12.5 8 9 11.5",
} as const;
export type IconName = keyof typeof PATHS;

export function icon(name: IconName): SVGSVGElement {
  return svg(
    "svg",
    { class: "icon", viewBox: "0 0 16 16", width: 16, height: 16, "aria-hidden": "true" },
    svg("path", {
      d: PATHS[name],
      fill: "none",
      stroke: "currentColor",
      "stroke-width": 1.3,
      "stroke-linecap": "round",
      "stroke-linejoin": "round",
    }),
  );
}
