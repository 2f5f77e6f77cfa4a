// Limits over many episodes: what each comes to, and whether it is met. It must not know how episodes are evaluated.
import { operatorByName } from "./operators/index.ts";
import type { Limit, Program } from "./program.ts";
import type { EpisodeResult } from "./trajectory.ts";

export interface LimitResult {
  name: string;
  /** Over the valid episodes; null without any, or where one of them has no value. */
  value: number | null;
  comparison: Limit["comparison"];
  bound: number;
  /** null where there is no value. */
  met: boolean | null;
}

/** Every limit of `program` over the episodes that are valid. */
export function foldLimits(program: Program, results: readonly EpisodeResult[]): LimitResult[] {
  const valid = results.filter((result) => result.return !== null);
  return program.limits.map(({ name, fold, comparison, bound }) => {
    const values = valid.map((result) => result.limits?.[name] ?? Number.NaN);
    const folded = values.length === 0 ? Number.NaN : (operatorByName.get(fold)?.reduce?.(values) ?? Number.NaN);
    const value = typeof folded === "number" && Number.isFinite(folded) ? folded : null;
    return { name, value, comparison, bound, met: value === null ? null : meets(value, comparison, bound) };
  });
}

function meets(value: number, comparison: Limit["comparison"], bound: number): boolean {
  switch (comparison) {
    case "<":
      return value < bound;
    case "<=":
      return value <= bound;
    case ">":
      return value > bound;
    case ">=":
      return value >= bound;
  }
}
