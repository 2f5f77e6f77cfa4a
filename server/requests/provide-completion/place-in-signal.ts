// Where in the entry of a signal the cursor stands: `NAME : TYPE timing source tags`. It must not know the rest of the reward.
import type { Token } from "../../syntax/tokens.ts";
import type { Place } from "./place.ts";

/** After the `{` of a signal block, or the `signal` itself: `NAME : TYPE tail`. */
export function signalEntry(entry: readonly Token[]): Place {
  const colon = entry.findLastIndex((token) => token.text === ":");
  if (colon < 0) return { kind: "nothing" };
  const last = entry.at(-1)!;
  if (last.text === ":" || last.text === "of") return { kind: "type" };
  if (last.text === "from") return { kind: "source" };
  if (last.text === "at") return { kind: "words", words: ["start", "end"] };
  if (last.text === "per") return { kind: "words", words: ["step", "group"] };
  if (last.text === "in" || last.text === ".." || last.text === "-") return { kind: "words", words: ["inf", "pi"] };
  return { kind: "signal-tail" };
}
