// Walks the chunks of a file: one parser entry per declaration, so that a broken one never takes its neighbours along.
// It must not know what stands inside a declaration.
import type * as ast from "./ast.ts";
import type { DeclarationParser } from "./declaration-parser.ts";
import type { Chunk, Promoted } from "./promote.ts";
import { endOf } from "./tokens.ts";

const memberRules = {
  signal: "signal",
  signals: "signals",
  horizon: "setting",
  discount: "setting",
  dt: "setting",
  group: "setting",
  advantage: "setting",
  principal: "setting",
  ends: "ends",
  param: "param",
  let: "binding",
  goal: "binding",
  probe: "binding",
  limit: "binding",
  track: "track",
  objective: "term",
  penalty: "term",
  shaping: "shaping",
  sequence: "sequence",
  require: "require",
  total: "total",
  assume: "assume",
  scenario: "scenario",
  data: "data",
  expect: "expect",
  prove: "prove",
} as const;

const declarationRules = { use: "use", unit: "unit", fn: "fn", signals: "signalSet", reward: "rewardHead" } as const;

export function readDeclarations(
  parser: DeclarationParser,
  { tokens, chunks }: Promoted,
  rest: { text: string; comments: ast.Comment[] },
): ast.File {
  const file: ast.File = { declarations: [], comments: rest.comments, start: 0, end: rest.text.length };
  let reward: ast.Reward | undefined;
  let annotations: ast.Annotation[] = [];

  const annotate = <T extends ast.Declared>(node: T, chunk: Chunk): T => {
    node.end = Math.max(node.start, lastEnd(chunk));
    if (annotations.length > 0) {
      node.start = annotations[0].start;
      node.annotations = annotations;
      annotations = [];
    }
    return node;
  };
  const lastEnd = (chunk: Chunk): number => {
    let last = chunk.end - 1;
    while (last > chunk.first && /^[,;]$/.test(tokens[last].image)) last--;
    return endOf(tokens[last]);
  };

  for (const chunk of chunks) {
    parser.enter(chunk.first, chunk.word);
    if (chunk.kind === "annotation") {
      annotations.push(parser.annotation());
    } else if (chunk.kind === "close") {
      if (reward !== undefined) reward.end = endOf(tokens[chunk.first]);
      reward = undefined;
      continue;
    } else if (chunk.kind === "member") {
      const node = annotate(parser[memberRules[chunk.word as keyof typeof memberRules]](), chunk);
      reward?.members.push(node);
    } else if (chunk.kind === "declaration") {
      if (chunk.word === "language") {
        file.language = parser.language();
      } else {
        const node = annotate(parser[declarationRules[chunk.word as keyof typeof declarationRules]](), chunk);
        file.declarations.push(node);
        if (node.kind === "reward") reward = node;
      }
    }
    parser.finishDeclaration();
  }
  return file;
}
