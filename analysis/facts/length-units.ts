// In which units a value takes lengths of what is written: characters, words, tokens. It must not know rules.
import type { NodeId } from "../../runtime/program.ts";
import type { Facts } from "./facts.ts";
import { factOf } from "./remember.ts";
import { nodesBelow } from "./trace-reads.ts";

export type LengthUnit = "tok" | "char" | "word";

export const lengthNames: Readonly<Record<LengthUnit, string>> = { tok: "tokens", char: "characters", word: "words" };

/** The unit of each node that is a length itself: a signal in such a unit, or the length of a text. */
const measured = factOf((facts: Facts): ReadonlyMap<NodeId, LengthUnit> => {
  const found = new Map<NodeId, LengthUnit>();
  for (const [id, node] of facts.program.nodes.entries()) {
    const own = node.op === "signal" || (node.op === "apply" && node.operator === "length");
    if (own && node.type.kind === "number" && isLengthUnit(node.unit)) found.set(id, node.unit);
  }
  return found;
});

const isLengthUnit = (unit: string | undefined): unit is LengthUnit => unit === "tok" || unit === "char" || unit === "word";

export function lengthUnits(facts: Facts, root: NodeId): ReadonlySet<LengthUnit> {
  const known = measured(facts);
  if (known.size === 0) return new Set();
  return new Set([...nodesBelow(facts.program, root)].flatMap((id) => known.get(id) ?? []));
}
