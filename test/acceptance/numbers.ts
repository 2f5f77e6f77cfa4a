// The acceptance numbers, and what it means to reproduce one. It must not know who does.
import { readFileSync } from "node:fs";
import { expect } from "vitest";

/** A number, a text or a truth value, or vectors and named parts of them. */
export type Wanted = number | boolean | string | Wanted[] | { [part: string]: Wanted };

export interface Entry {
  // biome-ignore lint/suspicious/noExplicitAny: every entry has inputs of its own shape.
  inputs: Record<string, any>;
  expected: Wanted;
  tol?: number;
}

export const entries = JSON.parse(readFileSync(new URL("acceptance.json", import.meta.url), "utf8")) as Record<string, Entry>;

export function entryOf(key: string): Entry {
  const entry = entries[key];
  if (entry === undefined) throw new Error(`no acceptance number '${key}'`);
  return entry;
}

/** Below this an absolute tolerance says nothing. */
const TINY = 1e-6;

/** Every part of what is wanted is there, and nothing else. */
export function expectClose(got: unknown, wanted: Wanted, tolerance = 5e-5, place = "value"): void {
  if (typeof wanted === "number") {
    const allowed = wanted !== 0 && Math.abs(wanted) < TINY ? 1e-9 * Math.abs(wanted) : tolerance;
    expect(typeof got, place).toBe("number");
    expect(Math.abs((got as number) - wanted), `${place}: ${got} for ${wanted}`).toBeLessThanOrEqual(allowed);
  } else if (Array.isArray(wanted)) {
    expect(got, place).toHaveLength(wanted.length);
    for (const [i, part] of wanted.entries()) expectClose((got as unknown[])[i], part, tolerance, `${place}[${i}]`);
  } else if (typeof wanted === "object") {
    expect(Object.keys(got as object).sort(), place).toEqual(Object.keys(wanted).sort());
    for (const [name, part] of Object.entries(wanted))
      expectClose((got as Record<string, unknown>)[name], part, tolerance, `${place}.${name}`);
  } else {
    expect(got, place).toBe(wanted);
  }
}
