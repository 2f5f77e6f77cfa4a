// What may be written inside open brackets: of a unit, a call, a signal block, a scenario, a match. It must not know meaning.
import type { Token } from "../../syntax/tokens.ts";
import type { Frame, Head } from "./frames.ts";
import { endsOperand, type Place } from "./place.ts";
import { signalEntry } from "./place-in-signal.ts";

export function placeInFrame(before: readonly Token[], frame: Frame, head: Head | undefined): Place {
  const last = before.at(-1)!;
  switch (frame.kind) {
    case "unit":
      return { kind: "unit" };
    case "size":
    case "annotation":
      return { kind: "nothing" };
    case "signals":
      return signalEntry(before.slice(frame.at + 1));
    case "scenario":
    case "data":
      return worldEntry(before, frame.at, frame.kind, head);
    case "match":
      return matchArm(before, frame.at, head);
    case "call":
      return endsOperand(last)
        ? { kind: "after-operand", head, open: true }
        : {
            kind: "operand",
            head,
            call: before[frame.at - 1]!.text,
            ...(last.text === ":" ? { argument: before.at(-2)!.text } : {}),
          };
    default:
      return endsOperand(last) ? { kind: "after-operand", head, open: true } : { kind: "operand", head };
  }
}

function worldEntry(before: readonly Token[], open: number, of: "scenario" | "data", head: Head | undefined): Place {
  const last = before.at(-1)!;
  const equals = before.findLastIndex((token) => token.text === "=");
  if (last.text === "=" && equals > open)
    return of === "data" ? { kind: "operand", head } : { kind: "entry-value", signal: entryName(before, equals) };
  if (equals > open && !endsOperand(last) && last.text !== "," && last.text !== ";") return { kind: "operand", head };
  return { kind: "entry", of };
}

/** `velocity.x =` assigns to velocity. */
function entryName(before: readonly Token[], equals: number): string {
  let index = equals - 1;
  while (before[index - 1]?.text === ".") index -= 2;
  return before[index]?.text ?? "";
}

function matchArm(before: readonly Token[], open: number, head: Head | undefined): Place {
  const last = before.at(-1)!;
  const arrow = before.findLastIndex((token) => token.text === "=>");
  const inValue = arrow > open && last.text !== ",";
  if (!inValue) return { kind: "pattern", subject: before[open - 1]?.text ?? "" };
  return endsOperand(last) ? { kind: "after-operand", head, open: true } : { kind: "operand", head };
}
