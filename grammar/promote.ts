// Rule P: which soft declaration words are keywords, and so where each declaration begins and ends.
// It knows tokens and brackets; it must not know what stands inside a declaration.
import { lineEndsBetween } from "./lex.ts";
import { trackBrackets } from "./open-brackets.ts";
import { beginsBroken, isFull, uncertain, wantsOperand } from "./promotion-forms.ts";
import type { IToken } from "./tokens.ts";
import * as t from "./tokens.ts";
import { type DeclarationWord, declarations } from "./words.ts";

export interface Chunk {
  /** "stray": tokens that belong to no declaration. "close": the `}` of a reward. */
  kind: "declaration" | "member" | "annotation" | "close" | "stray";
  word?: DeclarationWord;
  /** Index of its first token in `tokens`. */
  first: number;
  /** Index behind its last token: an empty token of type EOF stands there. */
  end: number;
}

export interface Promoted {
  /** The tokens, with an empty one of type EOF behind each chunk. */
  tokens: IToken[];
  chunks: Chunk[];
}

/** Assigns keyword types in place and cuts the file into declarations. */
export function promote(tokens: readonly IToken[], text: string): Promoted {
  const out: IToken[] = [];
  const chunks: Chunk[] = [];
  /** Brackets opened since the current declaration began. */
  const open = trackBrackets();
  let inReward = false;
  let chunk: Chunk | undefined;
  /** The current declaration has not reached its `=` (a reward: its `{`). */
  let waiting = false;
  let nameIndex = -1;

  const finish = (offset: number): void => {
    if (chunk === undefined) return;
    chunk.end = out.length;
    out.push(t.emptyToken(t.EOF, offset));
    chunk = undefined;
  };
  const begin = (kind: Chunk["kind"], at: IToken, word?: DeclarationWord): void => {
    finish(at.startOffset);
    chunk = { kind, word, first: out.length, end: out.length };
    chunks.push(chunk);
    open.clear();
    waiting = false;
    nameIndex = -1;
  };
  const enterReward = (): void => {
    inReward = true;
    open.clear();
    waiting = false;
  };

  const decide = (i: number, word: DeclarationWord): boolean => {
    const { place, named, awaitsValue } = declarations[word];
    const headless = chunk?.word === "reward" && waiting;
    const within = inReward || headless;
    const belongs = place === "both" || (place === "reward") === within;
    if (!promotes(i, word, belongs)) return false;
    const kind = place === "reward" || (place === "both" && within) ? "member" : "declaration";
    if (kind === "member" && !inReward) enterReward();
    if (word === "reward") inReward = false;
    begin(kind, tokens[i], word);
    t.retype(tokens[i], t.keywords[word]);
    waiting = awaitsValue || word === "reward";
    nameIndex = named ? i + 1 : -1;
    return true;
  };

  const promotes = (i: number, word: DeclarationWord, belongs: boolean): boolean => {
    const previous = tokens[i - 1];
    const startsLine = previous === undefined || lineEndsBetween(text, t.endOf(previous), tokens[i].startOffset);
    const sameLine = i + 1 < tokens.length && !lineEndsBetween(text, t.endOf(tokens[i]), tokens[i + 1].startOffset);
    // A word that an operand may stand for needs the rest of its form at hand.
    const full = isFull(word, tokens, i) && (sameLine || (startsLine && !wantsOperand(tokens, i - 1)));
    if (open.count > 0) return startsLine && full && word !== "language" && !isEntry(i, word);
    if (i === nameIndex || !belongs) return startsLine && full && word !== "language";
    const first =
      startsLine || previous.image === "{" || previous.image === "}" || previous.image === "," || previous.image === ";";
    if (full && (first || (!waiting && !(uncertain.has(word) && wantsOperand(tokens, i - 1))))) return true;
    return first && !wantsOperand(tokens, i - 1) && beginsBroken(tokens[i + 1]);
  };

  /** Inside a block: an entry called `total`, or `signal x : T` where only `x : T` is due. */
  const isEntry = (i: number, word: DeclarationWord): boolean => {
    if (word === "total") return open.worlds > 0;
    return word === "signal" && chunk!.word === "signals" && columnOf(text, tokens[i]) > columnOf(text, out[chunk!.first]);
  };

  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i];
    const image = token.image;
    if (token.tokenTypeIdx === nameType && t.keywordOf.has(image) && decide(i, image as DeclarationWord)) {
      out.push(token);
      continue;
    }
    if (image === "@" && (open.count === 0 || tokens[i + 2]?.image === "(")) begin("annotation", token);
    else if (image === "}" && inReward && open.braces === 0) {
      begin("close", token);
      out.push(token);
      finish(t.endOf(token));
      inReward = false;
      continue;
    } else if (chunk === undefined) begin("stray", token);

    out.push(token);
    switch (image) {
      case "(":
      case "[":
        open.push(image);
        break;
      case "{":
        if (!inReward && open.count === 0 && chunk!.word === "reward") {
          finish(t.endOf(token));
          enterReward();
        } else open.push(opensWorld(tokens, i, chunk!.word) ? "world" : "{");
        break;
      case ")":
      case "]":
        open.close(image === ")" ? "(" : "[");
        break;
      case "}":
        open.closeBrace();
        break;
      case "=":
        if (open.count === 0 && chunk!.word !== "reward") waiting = false;
        break;
    }
  }
  finish(text.length);
  return { tokens: out, chunks };
}

const nameType = t.Name.tokenTypeIdx!;

function columnOf(text: string, token: IToken): number {
  return token.startOffset - (text.lastIndexOf("\n", token.startOffset - 1) + 1);
}

/** Scenario, data, `with` and `steps N` blocks hold entries, and `total` may be one of them. */
function opensWorld(tokens: readonly IToken[], i: number, word: DeclarationWord | undefined): boolean {
  return word === "scenario" || word === "data" || tokens[i - 1]?.image === "with";
}
