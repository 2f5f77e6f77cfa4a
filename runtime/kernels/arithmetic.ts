// Loops of the arithmetic operators. Each must give what the operator's own record gives; a test compares them.
import { type KernelBuilder, overOne, overTwo } from "./kernel.ts";

export const add = overTwo((out, from, to, a, ma, b, mb) => {
  for (let i = from; i < to; i++) out[i] = a[i & ma] + b[i & mb];
});

export const subtract = overTwo((out, from, to, a, ma, b, mb) => {
  for (let i = from; i < to; i++) out[i] = a[i & ma] - b[i & mb];
});

export const multiply = overTwo((out, from, to, a, ma, b, mb) => {
  for (let i = from; i < to; i++) out[i] = a[i & ma] * b[i & mb];
});

export const divide = overTwo((out, from, to, a, ma, b, mb) => {
  for (let i = from; i < to; i++) out[i] = a[i & ma] / b[i & mb];
});

export const negate = overOne((out, from, to, a, ma) => {
  for (let i = from; i < to; i++) out[i] = -a[i & ma];
});

const anyPower = overTwo((out, from, to, a, ma, b, mb) => {
  for (let i = from; i < to; i++) out[i] = a[i & ma] ** b[i & mb];
});

const square = overOne((out, from, to, a, ma) => {
  for (let i = from; i < to; i++) out[i] = a[i & ma] * a[i & ma];
});

/** Squares are by far the commonest power, and their product is exactly what Math.pow gives. */
export const power: KernelBuilder = (args, wiring) => {
  const exponent = wiring.program.nodes[args[1]];
  return exponent.op === "constant" && exponent.value === 2 ? square([args[0]], wiring) : anyPower(args, wiring);
};
