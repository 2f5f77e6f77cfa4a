// What may be written where the cursor stands, from tokens alone. It must not know meaning or what is offered.
import type { Span } from "../../../grammar/span.ts";
import { isWord, type Token, tokenAt } from "../../syntax/tokens.ts";
import { surroundingsAfter } from "./frames.ts";
import type { Place } from "./place.ts";
import { placeInFrame } from "./place-in-frame.ts";
import { placeInHead } from "./place-in-head.ts";

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
  if (colon?.kind === "keyword" && colon.text === "use") return { kind: "path" };
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
