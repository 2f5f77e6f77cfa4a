// Which declaration and which open brackets a cursor stands in, from the tokens before it alone, so that half-typed files
// complete. It must not know meaning.
import { type DeclarationWord, declarations } from "../../../grammar/words.ts";
import type { Token } from "../../syntax/tokens.ts";

export type FrameKind =
  | "reward"
  | "signals"
  | "scenario"
  | "data"
  | "match"
  | "call"
  | "paren"
  | "size"
  | "annotation"
  | "vector"
  | "index"
  | "unit";

export interface Frame {
  kind: FrameKind;
  /** Index of the opening bracket among the tokens. */
  at: number;
  /** The declaration that goes on when the bracket closes. */
  resumes: Head | undefined;
}

/** The declaration the cursor is in: its word and where that stands among the tokens. */
export interface Head {
  word: DeclarationWord;
  at: number;
}

export interface Surroundings {
  /** Open brackets, outermost first. */
  frames: Frame[];
  head: Head | undefined;
}

/** Reads `tokens` (no comments) from first to last. */
export function surroundingsAfter(tokens: readonly Token[]): Surroundings {
  let frames: Frame[] = [];
  let head: Head | undefined;
  tokens.forEach((token, at) => {
    if (token.kind === "keyword") {
      const word = token.text as DeclarationWord;
      const enclosing = frames.findIndex((frame) => frame.kind === "reward");
      // A declaration word closes whatever was left open before it.
      frames = declarations[word].place === "file" || enclosing < 0 ? [] : frames.slice(0, enclosing + 1);
      head = { word, at };
      return;
    }
    if (token.kind !== "symbol") return;
    if (token.text === "{" || token.text === "(" || token.text === "[") {
      const kind = frameKind(tokens, at, frames, head);
      frames.push({
        kind,
        at,
        resumes: kind === "reward" || ((frames.at(-1)?.kind ?? "reward") === "reward" && isBody(kind)) ? undefined : head,
      });
      if (kind === "reward") head = undefined;
      return;
    }
    const opener = { "}": "{", ")": "(", "]": "[" }[token.text];
    if (opener === undefined) return;
    const open = frames.findLastIndex((frame) => tokens[frame.at]!.text === opener);
    if (open < 0) return;
    head = frames[open]!.resumes;
    frames = frames.slice(0, open);
  });
  return { frames, head };
}

function isBody(kind: FrameKind): boolean {
  return kind === "signals" || kind === "scenario" || kind === "data";
}

function frameKind(tokens: readonly Token[], at: number, frames: readonly Frame[], head: Head | undefined): FrameKind {
  const before = tokens[at - 1];
  switch (tokens[at]!.text) {
    case "(":
      if (tokens[at - 2]?.text === "@") return "annotation";
      if (before && /^(vector|bools|quaternion|ensemble)$/.test(before.text) && tokens[at - 2]?.text !== "=") return "size";
      return before?.kind === "name" || before?.kind === "soft" ? "call" : "paren";
    case "[":
      return bracketKind(tokens, at, head);
    default:
      return braceKind(tokens, at, frames, head);
  }
}

function bracketKind(tokens: readonly Token[], at: number, head: Head | undefined): FrameKind {
  const before = tokens[at - 1];
  if (before === undefined) return "vector";
  const assigned = tokens.slice(head?.at ?? 0, at).some((token) => token.text === "=" || token.text === "when");
  const typed = head !== undefined && ["signal", "signals", "param", "track"].includes(head.word) && !assigned;
  if (before.kind === "number" || before.text === "inf" || before.text === "]") return "unit";
  if (typed) return before.text === "default" ? "vector" : "unit";
  if (before.text === ")" || before.kind === "name" || before.kind === "soft") return "index";
  return "vector";
}

function braceKind(tokens: readonly Token[], at: number, frames: readonly Frame[], head: Head | undefined): FrameKind {
  if (head?.word === "reward") return "reward";
  if (head?.word === "signals") return "signals";
  for (let index = at - 1; index > (frames.at(-1)?.at ?? head?.at ?? -1); index--) {
    if (tokens[index]!.text === "match") return "match";
    if (tokens[index]!.text === "with") break;
  }
  return head?.word === "data" ? "data" : "scenario";
}
