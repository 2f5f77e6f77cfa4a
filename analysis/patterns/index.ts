// The hackable patterns, in order of their codes. Adding one is adding its folder; `npm run generate` lists it.
import type { Pattern } from "./pattern.ts";
import { registry } from "./registry.generated.ts";

export const patterns: readonly Pattern[] = registry.toSorted((a, b) => numberOf(a) - numberOf(b));

function numberOf({ code }: Pattern): number {
  return Number(code.slice("RH".length));
}

/** By name and by code. */
export const patternByName: ReadonlyMap<string, Pattern> = new Map(
  patterns.flatMap((pattern) => [
    [pattern.name, pattern],
    [pattern.code, pattern],
  ]),
);
