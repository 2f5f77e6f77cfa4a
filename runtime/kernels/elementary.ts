// Loops of the operators that are one call of Math, and of those that bound a number. A test compares them with the records.
import { type KernelBuilder, overOne, overThree, overTwo } from "./kernel.ts";

export const abs = overOne((out, from, to, a, ma) => {
  for (let i = from; i < to; i++) out[i] = Math.abs(a[i & ma]);
});

export const exp = overOne((out, from, to, a, ma) => {
  for (let i = from; i < to; i++) out[i] = Math.exp(a[i & ma]);
});

export const log = overOne((out, from, to, a, ma) => {
  for (let i = from; i < to; i++) out[i] = Math.log(a[i & ma]);
});

export const sqrt = overOne((out, from, to, a, ma) => {
  for (let i = from; i < to; i++) out[i] = Math.sqrt(a[i & ma]);
});

export const sin = overOne((out, from, to, a, ma) => {
  for (let i = from; i < to; i++) out[i] = Math.sin(a[i & ma]);
});

export const cos = overOne((out, from, to, a, ma) => {
  for (let i = from; i < to; i++) out[i] = Math.cos(a[i & ma]);
});

export const tanh = overOne((out, from, to, a, ma) => {
  for (let i = from; i < to; i++) out[i] = Math.tanh(a[i & ma]);
});

export const clip = overThree((out, from, to, a, ma, b, mb, c, mc) => {
  for (let i = from; i < to; i++) out[i] = Math.min(Math.max(a[i & ma], b[i & mb]), c[i & mc]);
});

const lesser = overTwo((out, from, to, a, ma, b, mb) => {
  for (let i = from; i < to; i++) out[i] = Math.min(a[i & ma], b[i & mb]);
});

const larger = overTwo((out, from, to, a, ma, b, mb) => {
  for (let i = from; i < to; i++) out[i] = Math.max(a[i & ma], b[i & mb]);
});

/** The lesser or larger of two or more, one after the other into the result: so the later arguments must not lie in its place. */
function ofSeveral(pair: KernelBuilder, fold: (a: number, b: number) => number): KernelBuilder {
  return (args, wiring) => {
    if (args.length === 2) return pair(args, wiring);
    const { out } = wiring;
    const operands = args.map((arg) => wiring.operand(arg));
    return (from, to) => {
      const columns = operands.map((operand) => operand.column.data);
      for (let i = from * out.stride; i < to * out.stride; i++) {
        let value = columns[0][i & operands[0].mask];
        for (let k = 1; k < columns.length; k++) value = fold(value, columns[k][i & operands[k].mask]);
        out.data[i] = value;
      }
    };
  };
}

export const min = ofSeveral(lesser, Math.min);
export const max = ofSeveral(larger, Math.max);
