// Kernels of vectors: putting components together, taking them out, and the operators that read a vector whole.
// A test compares the loops with the records.
import type { NodeId } from "../program.ts";
import type { Kernel, KernelBuilder, Wiring } from "./kernel.ts";
import { depthOf, lift, writeItems } from "./rowwise.ts";

/** `[a, b, c]`, of numbers a vector, else a list. */
export function buildVector(args: readonly NodeId[], wiring: Wiring): Kernel {
  const { out } = wiring;
  if (out.stride === 0)
    return writeItems(
      args.map((arg) => wiring.reader(arg)),
      (...values) => values,
      wiring,
    );
  const columns = args.map((arg) => wiring.column(arg));
  const stride = out.stride;
  return (from, to) => {
    const data = out.data;
    let at = 0;
    for (const column of columns) {
      const part = column.data;
      const width = column.stride;
      for (let row = from; row < to; row++) {
        for (let k = 0; k < width; k++) data[row * stride + at + k] = part[row * width + k];
      }
      at += width;
    }
  };
}

/** Fixed components of a vector, or of each vector in a list: `scalar` gives a number for each, else a vector. */
export function buildComponent(args: readonly NodeId[], components: readonly number[], scalar: boolean, wiring: Wiring): Kernel {
  const { out } = wiring;
  if (out.stride === 0) {
    const pick = (vector: unknown): unknown => {
      const values = components.map((component) => (Array.isArray(vector) ? (vector[component] ?? Number.NaN) : Number.NaN));
      return scalar ? values[0] : values;
    };
    const depth = depthOf(wiring.program.nodes[args[0]].type) - 1;
    return writeItems([wiring.reader(args[0])], lift(pick, [depth]), wiring);
  }
  const vector = wiring.column(args[0]);
  const stride = out.stride;
  return (from, to) => {
    const data = out.data;
    const whole = vector.data;
    for (let k = 0; k < stride; k++) {
      const component = components[k];
      for (let row = from; row < to; row++) data[row * stride + k] = whole[row * vector.stride + component];
    }
  };
}

/** A number per row from the components of one vector. */
function overVector(
  loop: (out: Float64Array, from: number, to: number, vector: Float64Array, size: number) => void,
): KernelBuilder {
  return ([arg], wiring) => {
    const { out } = wiring;
    const vector = wiring.column(arg);
    return (from, to) => loop(out.data, from, to, vector.data, vector.stride);
  };
}

const sumsq = overVector((out, from, to, vector, size) => {
  for (let row = from; row < to; row++) {
    let sum = 0;
    for (let i = row * size; i < (row + 1) * size; i++) sum += vector[i] * vector[i];
    out[row] = sum;
  }
});

const norm = overVector((out, from, to, vector, size) => {
  for (let row = from; row < to; row++) {
    let sum = 0;
    for (let i = row * size; i < (row + 1) * size; i++) sum += vector[i] * vector[i];
    out[row] = Math.sqrt(sum);
  }
});

const dot: KernelBuilder = ([left, right], wiring) => {
  const { out } = wiring;
  const a = wiring.column(left);
  const b = wiring.column(right);
  const size = a.stride;
  return (from, to) => {
    for (let row = from; row < to; row++) {
      let sum = 0;
      for (let i = row * size; i < (row + 1) * size; i++) sum += a.data[i] * b.data[i];
      out.data[row] = sum;
    }
  };
};

export const loops = { sumsq, norm, dot };
