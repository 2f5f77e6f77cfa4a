// A tape of random numbers read as choices; it shrinks towards "always the first alternative". It must not know programs.
import fc from "fast-check";

export interface Choices {
  /** A whole number in 0..n-1; 0 once the tape has run out. */
  below(n: number): number;
  pick<T>(items: readonly T[]): T;
  /** True in about `percent` of the cases, never once the tape has run out. */
  chance(percent: number): boolean;
}

export function readChoices(tape: readonly number[]): Choices {
  let at = 0;
  const below = (n: number) => (at < tape.length ? tape[at++] % n : 0);
  return {
    below,
    pick: (items) => items[below(items.length)],
    chance: (percent) => below(100) >= 100 - percent,
  };
}

export const tapes = (length: number): fc.Arbitrary<number[]> =>
  fc.array(fc.nat(0xffff), { minLength: Math.floor(length / 2), maxLength: length, size: "max" });
