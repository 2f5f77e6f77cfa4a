// Signal sets where they are declared: which units and functions their entries name. What is wrong with an entry is told where a
// reward includes it, because its timing follows from the reward.
import type { Context } from "./elaborate/context.ts";
import { resolveNames } from "./elaborate/resolve.ts";

export function readSets(context: Context): void {
  for (const set of context.sets.values()) if (set.home.file === context.file) resolveNames(set.ast.entries, context);
}
