// Kernels of nodes without arguments: constants, parameters, built-in values, and what `Current.read` supplies.
// It must not know signals (their columns are the block's own) nor terms.
import { fillPattern } from "../pattern/fill.ts";
import { toRegExp, toTemplate } from "../pattern.ts";
import type { Builtin, Node } from "../program.ts";
import type { Kernel, Wiring } from "./kernel.ts";
import { writeRows } from "./rowwise.ts";

/** A constant, written once. */
export function buildConstant(value: number | boolean | string | readonly (number | string)[], wiring: Wiring): Kernel {
  const { out } = wiring;
  return () => {
    if (out.stride === 0) out.items[0] = value;
    else if (Array.isArray(value)) for (let k = 0; k < out.stride; k++) out.data[k] = Number(value[k]);
    else out.data.fill(Number(value), 0, out.stride);
  };
}

/** A text to be found literally, or a regular expression. */
export function buildPattern(node: Node & { op: "pattern" }, wiring: Wiring): Kernel {
  if ("args" in node) {
    const parts = node.args.map((arg) => wiring.reader(arg));
    return writeRows(parts, filler(node.pattern, node.flags), wiring);
  }
  const pattern = node.literal ? node.pattern : toRegExp(node.pattern, node.flags);
  return () => {
    wiring.out.items[0] = pattern;
  };
}

/** A regular expression from the texts in it; one that stays the same is made once. */
export function filler(pattern: string, flags: string): (...parts: (string | null)[]) => RegExp | null {
  const template = toTemplate(pattern, flags);
  let filledWith: unknown[] | undefined;
  let filled: RegExp | null = null;
  return (...parts) => {
    if (filledWith === undefined || parts.some((part, i) => part !== filledWith?.[i])) {
      filledWith = parts;
      filled = fillPattern(template.pieces, template.flags, parts);
    }
    return filled;
  };
}

/** A parameter as declared, or as a knob has it. */
export function buildParam(name: string, wiring: Wiring): Kernel {
  const { out, current, program } = wiring;
  const declared = program.params.find((param) => param.name === name)?.value ?? Number.NaN;
  return () => {
    out.data[0] = current.knobs.params?.[name] ?? declared;
  };
}

/** Values that `Current.read` supplies row by row. */
export function buildRead(node: Node, wiring: Wiring): Kernel {
  return writeRows([(row) => wiring.current.read?.(node, row) ?? null], (value: unknown) => value, wiring);
}

/** Built-in values but for those of the outcome, which are worked out together. */
export function buildBuiltin(name: Builtin, wiring: Wiring): Kernel {
  const { out, current, program } = wiring;
  const dt = program.settings.dt ?? Number.NaN;
  switch (name) {
    case "t":
      return stepwise(wiring, (step) => step);
    case "time":
      return stepwise(wiring, (step) => step * dt);
    case "first":
      return stepwise(wiring, (step) => (step === 0 ? 1 : 0));
    case "ending":
      return (from, to) => {
        const { end, episodeOf } = current.block.frame;
        for (let row = from; row < to; row++) out.data[row] = row === end[episodeOf[row]] - 1 ? 1 : 0;
      };
    case "training":
      return () => {
        out.data[0] = current.knobs.training ?? 0;
      };
    case "group_size":
      return (from, to) => {
        const { groupBegin, groupEnd } = current.block.frame;
        for (let e = from; e < to; e++) out.data[e] = groupEnd[e] - groupBegin[e];
      };
    default:
      return buildRead(wiring.node, wiring);
  }
}

/** From the number of the step; undefined in the start state. */
function stepwise(wiring: Wiring, value: (step: number) => number): Kernel {
  const { out, current } = wiring;
  return (from, to) => {
    const { begin, episodeOf } = current.block.frame;
    for (let row = from; row < to; row++) {
      const step = row - begin[episodeOf[row]];
      out.data[row] = step < 0 ? Number.NaN : value(step);
    }
  };
}
