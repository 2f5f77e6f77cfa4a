// Which colour and pattern stands for which term. Colours are theme colours the extension contributes (telos.term1 …),
// told apart under every colour-vision deficiency and, by pattern, without colour. It must not know charts.

export const COLOURS = 8;
export const PATTERNS = ["solid", "rising", "dots", "falling", "level", "cross", "upright", "grid"] as const;
export type Pattern = (typeof PATTERNS)[number];

/** Appearance of the n-th term of a program; the first 64 differ. */
export interface Slot {
  colour: number;
  pattern: Pattern;
}

export function slotOf(index: number): Slot {
  const round = Math.floor(index / COLOURS);
  return { colour: index % COLOURS, pattern: PATTERNS[(index + round * 3) % PATTERNS.length] };
}

export function colourVariable(slot: Slot): string {
  return `--term-${slot.colour + 1}`;
}

/** Lines of each pattern on a tile of `TILE` pixels: [x1, y1, x2, y2], or a dot [x, y]. */
export const TILE = 8;
const STROKES: Record<Pattern, number[][]> = {
  solid: [],
  rising: [
    [-2, 2, 2, -2],
    [-2, 10, 10, -2],
    [6, 10, 10, 6],
  ],
  falling: [
    [-2, 6, 2, 10],
    [-2, -2, 10, 10],
    [6, -2, 10, 2],
  ],
  level: [[0, 4, 8, 4]],
  upright: [[4, 0, 4, 8]],
  cross: [
    [-2, -2, 10, 10],
    [-2, 10, 10, -2],
  ],
  grid: [
    [0, 4, 8, 4],
    [4, 0, 4, 8],
  ],
  dots: [
    [2, 2],
    [6, 6],
  ],
};
export const strokesOf = (pattern: Pattern): readonly number[][] => STROKES[pattern];

/** Colours of the theme as the canvas needs them, read once per theme. */
export interface Theme {
  foreground: string;
  muted: string;
  grid: string;
  axis: string;
  background: string;
  focus: string;
  error: string;
  warning: string;
  line: string;
  hatch: string;
  font: string;
  terms: string[];
  highContrast: boolean;
}

export function readTheme(): Theme {
  const style = getComputedStyle(document.body);
  const read = (name: string) => style.getPropertyValue(name).trim();
  return {
    foreground: read("--text"),
    muted: read("--muted"),
    grid: read("--grid"),
    axis: read("--axis"),
    background: read("--background"),
    focus: read("--focus"),
    error: read("--error"),
    warning: read("--warning"),
    line: read("--line"),
    hatch: read("--hatch"),
    font: style.fontFamily,
    terms: Array.from({ length: COLOURS }, (_, i) => read(`--term-${i + 1}`)),
    highContrast: /vscode-high-contrast/.test(document.body.className),
  };
}

/** Calls back when the editor changes its theme. */
export function watchTheme(changed: () => void) {
  const observer = new MutationObserver(changed);
  observer.observe(document.body, { attributes: true, attributeFilter: ["class", "data-vscode-theme-id"] });
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ["style", "class"] });
  for (const query of ["(prefers-color-scheme: dark)", "(resolution: 1dppx)"]) {
    window.matchMedia(query).addEventListener("change", changed);
  }
}

/** Fills for a canvas: the colour with its pattern over it. `scale` is device pixels per CSS pixel. */
export function createFills(
  context: CanvasRenderingContext2D,
  theme: Theme,
  scale: number,
): (slot: Slot) => CanvasPattern | string {
  const made = new Map<string, CanvasPattern | string>();
  return (slot) => {
    const key = `${slot.colour} ${slot.pattern}`;
    let fill = made.get(key);
    if (fill === undefined) {
      fill = slot.pattern === "solid" ? theme.terms[slot.colour] : patternOf(context, theme, slot, scale);
      made.set(key, fill);
    }
    return fill;
  };
}

function patternOf(context: CanvasRenderingContext2D, theme: Theme, slot: Slot, scale: number): CanvasPattern | string {
  const size = Math.round(TILE * scale);
  const tile = document.createElement("canvas");
  tile.width = size;
  tile.height = size;
  const pen = tile.getContext("2d");
  if (!pen) return theme.terms[slot.colour];
  pen.fillStyle = theme.terms[slot.colour];
  pen.fillRect(0, 0, size, size);
  pen.scale(size / TILE, size / TILE);
  pen.strokeStyle = theme.hatch;
  pen.fillStyle = theme.hatch;
  pen.lineWidth = 1.25;
  for (const stroke of strokesOf(slot.pattern)) {
    pen.beginPath();
    if (stroke.length === 2) {
      pen.arc(stroke[0], stroke[1], 1.1, 0, 2 * Math.PI);
      pen.fill();
    } else {
      pen.moveTo(stroke[0], stroke[1]);
      pen.lineTo(stroke[2], stroke[3]);
      pen.stroke();
    }
  }
  return context.createPattern(tile, "repeat") ?? theme.terms[slot.colour];
}
