// Loops of the comparison and boolean operators: 1, 0, or NaN where they cannot be evaluated. A test compares them with the records.
import { overOne, overThree, overTwo } from "./kernel.ts";

export const less = overTwo((out, from, to, a, ma, b, mb) => {
  for (let i = from; i < to; i++) out[i] = a[i & ma] < b[i & mb] ? 1 : a[i & ma] >= b[i & mb] ? 0 : Number.NaN;
});

export const less_equal = overTwo((out, from, to, a, ma, b, mb) => {
  for (let i = from; i < to; i++) out[i] = a[i & ma] <= b[i & mb] ? 1 : a[i & ma] > b[i & mb] ? 0 : Number.NaN;
});

export const greater = overTwo((out, from, to, a, ma, b, mb) => {
  for (let i = from; i < to; i++) out[i] = a[i & ma] > b[i & mb] ? 1 : a[i & ma] <= b[i & mb] ? 0 : Number.NaN;
});

export const greater_equal = overTwo((out, from, to, a, ma, b, mb) => {
  for (let i = from; i < to; i++) out[i] = a[i & ma] >= b[i & mb] ? 1 : a[i & ma] < b[i & mb] ? 0 : Number.NaN;
});

export const between = overThree((out, from, to, a, ma, b, mb, c, mc) => {
  for (let i = from; i < to; i++) {
    const x = a[i & ma];
    const lo = b[i & mb];
    const hi = c[i & mc];
    out[i] = x >= lo && x <= hi ? 1 : x < lo || x > hi ? 0 : Number.NaN;
  }
});

export const equal = overTwo((out, from, to, a, ma, b, mb) => {
  for (let i = from; i < to; i++) {
    const x = a[i & ma];
    const y = b[i & mb];
    out[i] = x === y ? 1 : x < y || x > y ? 0 : Number.NaN;
  }
});

export const not_equal = overTwo((out, from, to, a, ma, b, mb) => {
  for (let i = from; i < to; i++) {
    const x = a[i & ma];
    const y = b[i & mb];
    out[i] = x === y ? 0 : x < y || x > y ? 1 : Number.NaN;
  }
});

export const and = overTwo((out, from, to, a, ma, b, mb) => {
  for (let i = from; i < to; i++) out[i] = a[i & ma] === 1 ? b[i & mb] : a[i & ma];
});

export const or = overTwo((out, from, to, a, ma, b, mb) => {
  for (let i = from; i < to; i++) out[i] = a[i & ma] === 0 ? b[i & mb] : a[i & ma];
});

export const not = overOne((out, from, to, a, ma) => {
  for (let i = from; i < to; i++) out[i] = 1 - a[i & ma];
});
