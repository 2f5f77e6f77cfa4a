// What may be written in a declaration outside brackets, by the word that begins it. It must not know meaning.
import { isWord, type Token } from "../../syntax/tokens.ts";
import type { Head } from "./frames.ts";
import { endsOperand, type Place } from "./place.ts";
import { signalEntry } from "./place-in-signal.ts";

export function placeInHead(before: readonly Token[], head: Head): Place {
  const rest = before.slice(head.at + 1);
  const last = before.at(-1)!;
  const assigned = rest.some((token) => token.text === "=");
  switch (head.word) {
    case "signal":
      return signalEntry(rest);
    case "signals":
      return rest.length > 0 && isWord(rest[0]) && !/^(at|per|from)$/.test(rest[0]!.text)
        ? { kind: "member" }
        : signalsHead(last);
    case "scenario":
      if (last.text === "like") return { kind: "scenario-name" };
      return rest.length === 1 ? { kind: "words", words: ["like"] } : { kind: "nothing" };
    case "ends":
      if (last.text === "as") return { kind: "words", words: ["success", "failure"] };
      if (rest.length === 0) return { kind: "words", words: ["when"] };
      return operandOrAfter(last, head);
    case "advantage":
      return rest.length === 0 ? { kind: "words", words: ["grpo", "dr_grpo", "rloo", "gdpo", "none"] } : { kind: "member" };
    case "language":
    case "use":
      return rest.length === 0 ? { kind: "nothing" } : { kind: "file" };
    case "principal":
    case "data":
      return rest.some((token) => token.kind === "text") ? { kind: "member" } : { kind: "nothing" };
    case "horizon":
      return last.kind === "number"
        ? { kind: "after-operand", head, open: false }
        : rest.length === 0
          ? { kind: "nothing" }
          : { kind: "member" };
    case "reward":
      return { kind: "nothing" };
    case "assume":
    case "expect":
    case "discount":
    case "dt":
    case "group":
      return operandOrAfter(last, head);
    case "prove":
      return proveClaim(rest, last, head);
    case "unit":
      return assigned ? operandOrAfter(last, head) : rest.length === 0 ? { kind: "nothing" } : { kind: "file" };
    default:
      return assigned ? operandOrAfter(last, head) : beforeEquals(rest, last, head);
  }
}

function operandOrAfter(last: Token, head: Head): Place {
  return last.kind === "keyword" || !endsOperand(last) ? { kind: "operand", head } : { kind: "after-operand", head, open: false };
}

function signalsHead(last: Token): Place {
  if (last.text === "at") return { kind: "words", words: ["start", "end"] };
  if (last.text === "per") return { kind: "words", words: ["step", "group"] };
  return { kind: "signals-head" };
}

function proveClaim(rest: readonly Token[], last: Token, head: Head): Place {
  if (rest.length === 0) return { kind: "operand", head, claim: true };
  if (last.text === "not" && rest.length === 1) return { kind: "words", words: ["farmable"] };
  if (last.text === "increasing" || last.text === "decreasing") return { kind: "words", words: ["return in"] };
  return /^(separates|in)$/.test(last.text) ? { kind: "operand", head } : operandOrAfter(last, head);
}

/** Between the name of a declaration and its `=`. */
function beforeEquals(rest: readonly Token[], last: Token, head: Head): Place {
  if (rest.length === 0) return { kind: "nothing" };
  const term = head.word === "objective" || head.word === "penalty";
  if (head.word === "param" || head.word === "track") {
    if (last.text === ":" || last.text === "of") return { kind: "type" };
    if (rest.some((token) => token.text === "starts")) return operandOrAfter(last, head);
    return head.word === "track" ? { kind: "words", words: ["starts"] } : { kind: "nothing" };
  }
  if (!term && head.word !== "shaping") return { kind: "nothing" };
  if (last.text === "per") return { kind: "words", words: ["step", "second"] };
  if (rest.length > 1 && !endsOperand(last)) return { kind: "operand", head };
  if (rest.length > 1 && /^(weight|when)$/.test(last.text)) return { kind: "operand", head };
  return { kind: "words", words: term ? ["weight", "per second", "per step", "once", "when"] : ["weight"] };
}
