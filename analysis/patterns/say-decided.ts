// Says why a comparison always comes out the same. It must not know rules.
import type { Decided } from "../facts/decided.ts";
import type { PatternInput } from "./pattern.ts";
import { sayNumber } from "./say-number.ts";

/** "'speed' is never above 3", "both sides are the same", as a clause with the comparison named. */
export function sayDecided({ program, text }: PatternInput, decided: Decided): string {
  const written = (node: number) => {
    const source = program.nodes[node]?.source;
    const found = source === undefined ? "" : text.slice(source[0], source[1]);
    return found.length > 40 || found.includes("\n") ? "" : found;
  };
  const whole = written(decided.node);
  const named = whole === "" ? "this comparison" : `'${whole}'`;
  const always = `${named} is ${decided.holds ? "always" : "never"} true`;
  if (decided.itself) return `${always}: both sides are the same value`;
  const sides = decided.sides.flatMap((side, index) => {
    const { lo, hi } = decided.ranges[index]!;
    const name = written(side);
    return lo === hi || name === "" ? [] : [`'${name}' lies in ${sayNumber(lo)}..${sayNumber(hi)}`];
  });
  return sides.length === 0 ? always : `${always}: ${sides.join(" and ")}`;
}
