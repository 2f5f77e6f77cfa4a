// What is said about declarations in the wrong place. It must not know how they are found.
import type * as ast from "./ast.ts";
import type { SyntaxProblem } from "./syntax-errors.ts";
import { type IToken, spanOf } from "./tokens.ts";

export function strayBrace(token: IToken): SyntaxProblem {
  return {
    ...spanOf(token),
    code: "S207",
    message: "This '}' closes nothing.",
    help: "Remove it, or look for the '{' that is missing before it.",
    fixes: [{ title: "Remove it", edits: [{ ...spanOf(token), text: "" }] }],
  };
}

export function memberOutside(word: IToken, closed: ast.Reward | undefined): SyntaxProblem {
  const help =
    closed === undefined
      ? "Write 'reward NAME {' before it and '}' behind it."
      : `The reward '${closed.name.text}' has been closed before it: move its last '}' behind this line.`;
  return { ...spanOf(word), code: "S206", message: `'${word.image}' stands inside a reward, but no reward is open here.`, help };
}

export function declarationInside(word: IToken, reward: ast.Reward): SyntaxProblem {
  return {
    ...spanOf(word),
    code: "S206",
    message: `'${word.image}' stands at file level, not inside a reward.`,
    help: `Move it above 'reward ${reward.name.text}'.`,
  };
}

export function unclosedReward(reward: ast.Reward): SyntaxProblem {
  return {
    start: reward.name.start,
    end: reward.name.end,
    code: "S204",
    message: `The reward '${reward.name.text}' is never closed.`,
    help: "Close it with '}', and check that every '{' inside it has its own '}'.",
  };
}

export function lateLanguage(word: IToken): SyntaxProblem {
  return {
    ...spanOf(word),
    code: "S206",
    message: "'language' stands first in a file.",
    help: "Move this line to the top, or remove it.",
  };
}

export function otherLanguage(version: ast.NumberLiteral): SyntaxProblem {
  const newer = version.value > 1;
  return {
    start: version.start,
    end: version.end,
    code: "S401",
    message: newer
      ? `This file is written in version ${version.text} of the language; this Telos knows version 1.`
      : `There is no version ${version.text} of the language.`,
    help: newer
      ? "Install a newer Telos, or write 'language 1' if nothing newer is used."
      : "Write 'language 1', or leave the line out.",
  };
}

export function idleAnnotation(annotation: ast.Annotation): SyntaxProblem {
  return {
    start: annotation.start,
    end: annotation.end,
    code: "S308",
    message: `No declaration follows this '@${annotation.name.text}'.`,
    help: "Put it on the line above the declaration it is about.",
  };
}
