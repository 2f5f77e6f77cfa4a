// What may be written where the cursor stands, from tokens alone. It must not know meaning or what is offered.
import type { Span } from "../../../grammar/span.ts";
import { isWord, type Token, tokenAt } from "../../syntax/tokens.ts";
import { type Frame, type Head, surroundingsAfter } from "./frames.ts";

export type Place =
  /** Nothing can be offered: a comment, a number, a name being made up. */
  | { kind: "nothing" }
  /** Where a declaration of the file may begin. */
  | { kind: "file" }
  /** Where a member of a reward may begin. */
  | { kind: "member" }
  /** An operand is wanted. */
  | { kind: "operand"; head: Head | undefined; call?: string; claim?: boolean }
  /** An operand stands before: what may go on. Unless brackets are open, a new declaration may also begin. */
  | { kind: "after-operand"; head: Head | undefined; open: boolean; branch?: "then" | "else" }
  /** After the name of a term, before its `=`. */
  | { kind: "words"; words: readonly string[] }
  | { kind: "type" }
  /** After a type: timing, source, tags. */
  | { kind: "signal-tail" }
  | { kind: "signals-head" }
  | { kind: "source" }
  | { kind: "unit" }
  | { kind: "axis" }
  | { kind: "rule" }
  | { kind: "scenario-name" }
  /** The left side of an entry in a scenario, a `with` or a data block. */
  | { kind: "entry"; of: "scenario" | "data" }
  | { kind: "entry-value"; signal: string }
  | { kind: "pattern"; subject: string }
  | { kind: "member-of"; object: string }
  /** Inside the quotes of an argument that is one of a few texts. */
  | { kind: "option"; call: string; argument: string };

export interface Cursor {
  /** The part of a word before the cursor, to be replaced. */
  word: Span;
  place: Place;
}

export function placeAt(tokens: readonly Token[], offset: number): Cursor {
  const here = tokenAt(tokens, offset);
  const code = tokens.filter((token) => token.kind !== "comment" && token.kind !== "doc");
  const nowhere = { start: offset, end: offset };
  if (here && (here.kind === "comment" || here.kind === "doc") && insideComment(here, offset))
    return { word: nowhere, place: { kind: "nothing" } };
  if (here?.kind === "number" && here.start < offset) return { word: nowhere, place: { kind: "nothing" } };
  if (here?.kind === "text" && here.start < offset && insideText(here, offset)) {
    return { word: { start: here.start + 1, end: offset }, place: inText(code, here) };
  }
  const typed = here && isWord(here) && here.start < offset ? here : undefined;
  const before = code.filter((token) => token.end <= (typed ? typed.start : offset));
  const rule = ruleStart(before);
  if (rule !== undefined) return { word: { start: rule, end: offset }, place: { kind: "rule" } };
  return { word: typed ? { start: typed.start, end: offset } : nowhere, place: withBranch(placeAfter(before), before) };
}

/** The word an `if` or a `require` still waits for. */
function withBranch(place: Place, before: readonly Token[]): Place {
  if (place.kind !== "after-operand") return place;
  const since = before.slice(place.head?.at ?? 0);
  const count = (word: string) => since.filter((token) => token.text === word).length;
  const thens = count("then");
  if (count("if") > thens && place.head?.word !== "sequence") return { ...place, branch: "then" };
  const elses = place.head?.word === "require" ? thens + 1 : thens;
  return elses > count("else") && place.head?.word !== "sequence" ? { ...place, branch: "else" } : place;
}

function insideComment(token: Token, offset: number): boolean {
  return offset < token.end || !token.text.startsWith("/*");
}

function insideText(token: Token, offset: number): boolean {
  return offset < token.end || !/^r?(["']).*\1[imsu]*$/s.test(token.text) || token.text.length === 1;
}

/** Where the rule name begins in `@allow(`: it may hold several words and dashes. */
function ruleStart(before: readonly Token[]): number | undefined {
  let index = before.length - 1;
  while (index >= 0 && (isWord(before[index]) || before[index]!.text === "-") && before[index]!.text !== "@") index--;
  const opens = before[index]?.text === "(" && before[index - 2]?.text === "@";
  return opens ? (before[index + 1]?.start ?? before[index]!.end) : undefined;
}

function inText(code: readonly Token[], text: Token): Place {
  const before = code.filter((token) => token.end <= text.start);
  const colon = before.at(-1);
  const { frames } = surroundingsAfter(before);
  const open = frames.at(-1);
  if (colon?.text !== ":" || open?.kind !== "call") return { kind: "nothing" };
  return { kind: "option", call: before[open.at - 1]!.text, argument: before.at(-2)?.text ?? "" };
}

function placeAfter(before: readonly Token[]): Place {
  const { frames, head } = surroundingsAfter(before);
  const frame = frames.at(-1);
  const last = before.at(-1);
  if (last?.text === "." && frame?.kind !== "unit") return { kind: "member-of", object: objectBefore(before) };
  if (last?.text === "over") return { kind: "axis" };
  if (last?.text === "from" && isWord(last) && head !== undefined && /^signals?$/.test(head.word)) return { kind: "source" };
  if (last?.text === "@") return { kind: "words", words: ["allow"] };
  if (frame !== undefined && frame.kind !== "reward") return placeInFrame(before, frame, head);
  if (head === undefined) return frame === undefined ? { kind: "file" } : { kind: "member" };
  return placeInHead(before, head);
}

function objectBefore(before: readonly Token[]): string {
  const object = before.at(-2);
  return object !== undefined && isWord(object) ? object.text : "";
}

function placeInFrame(before: readonly Token[], frame: Frame, head: Head | undefined): Place {
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
        : { kind: "operand", head, call: before[frame.at - 1]!.text };
    default:
      return endsOperand(last) ? { kind: "after-operand", head, open: true } : { kind: "operand", head };
  }
}

/** After the `{` of a signal block, or the `signal` itself: `NAME : TYPE tail`. */
function signalEntry(entry: readonly Token[]): Place {
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

function placeInHead(before: readonly Token[], head: Head): Place {
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

const openWords = new Set(
  "weight when starts from like by as within avoiding with at per over last if then else match and or not in matches for where".split(
    " ",
  ),
);

/** Whether an operand ends with `token`, so that an operator or a new declaration may follow. */
export function endsOperand(token: Token): boolean {
  switch (token.kind) {
    case "number":
    case "text":
      return true;
    case "symbol":
      return /^[)\]}?]$/.test(token.text);
    case "keyword":
      return false;
    default:
      return !openWords.has(token.text);
  }
}
