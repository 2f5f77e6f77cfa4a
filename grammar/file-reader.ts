// Walks the chunks of a file: one parser entry per declaration, so that a broken one never takes its neighbours along.
// It must not know what stands inside a declaration.
import type * as ast from "./ast.ts";
import type { DeclarationParser } from "./declaration-parser.ts";
import * as complaints from "./file-complaints.ts";
import type { Chunk, Promoted } from "./promote.ts";
import type { SyntaxProblem } from "./syntax-errors.ts";
import { endOf, type IToken } from "./tokens.ts";

/** The parser's entry for each word; binding, setting and term serve several. */
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

interface Reading {
  parser: DeclarationParser;
  tokens: readonly IToken[];
  file: ast.File;
  errors: SyntaxProblem[];
  annotations: ast.Annotation[];
  /** The reward whose body is being read. */
  reward?: ast.Reward;
  /** The last reward that has been closed: members behind it belong to it. */
  closed?: ast.Reward;
}

/** The tree of a file; `file` holds its comments and its span. */
export function readDeclarations(
  parser: DeclarationParser,
  { tokens, chunks }: Promoted,
  file: ast.File,
  errors: SyntaxProblem[],
): void {
  const reading: Reading = { parser, tokens, file, errors, annotations: [] };
  for (const chunk of chunks) {
    parser.enter(chunk.first, chunk.word);
    readers[chunk.kind](reading, chunk);
    parser.finishDeclaration();
  }
  endReward(reading);
  refuseAnnotations(reading);
}

const readers: Readonly<Record<Chunk["kind"], (reading: Reading, chunk: Chunk) => void>> = {
  annotation: (reading) => reading.annotations.push(reading.parser.annotation()),
  close: (reading, chunk) => {
    refuseAnnotations(reading);
    reading.closed = reading.reward;
    reading.closed!.end = endOf(reading.tokens[chunk.first]);
    reading.reward = undefined;
    reading.parser.enter(chunk.end, undefined);
  },
  member: readMember,
  declaration: readDeclaration,
  stray: (reading, chunk) => {
    if (reading.reward !== undefined || reading.tokens[chunk.first].image !== "}") return;
    reading.errors.push(complaints.strayBrace(reading.tokens[chunk.first]));
    reading.parser.enter(chunk.end, undefined);
  },
};

function readMember(reading: Reading, chunk: Chunk): void {
  const word = reading.tokens[chunk.first];
  if (reading.reward === undefined) reopen(reading, word);
  const node = reading.parser[memberRules[chunk.word as keyof typeof memberRules]]();
  reading.reward!.members.push(finish(reading, node, chunk));
}

/** A member behind a reward goes on with it; a member before any reward gets one without a name. */
function reopen(reading: Reading, word: IToken): void {
  reading.errors.push(complaints.memberOutside(word, reading.closed));
  reading.reward = reading.closed;
  if (reading.reward !== undefined) return;
  const at = { start: word.startOffset, end: word.startOffset };
  reading.reward = { kind: "reward", name: { text: "", ...at }, members: [], annotations: [], ...at };
  reading.file.declarations.push(reading.reward);
}

function readDeclaration(reading: Reading, chunk: Chunk): void {
  const word = reading.tokens[chunk.first];
  if (chunk.word === "language") {
    if (chunk.first > 0) reading.errors.push(complaints.lateLanguage(word));
    readLanguage(reading);
    return;
  }
  if (chunk.word === "reward") endReward(reading);
  const node = finish(reading, reading.parser[declarationRules[chunk.word as keyof typeof declarationRules]](), chunk);
  reading.file.declarations.push(node);
  if (node.kind === "reward") reading.reward = node;
  else if (reading.reward !== undefined) reading.errors.push(complaints.declarationInside(word, reading.reward));
}

function readLanguage(reading: Reading): void {
  const version = reading.parser.language();
  reading.file.language = version;
  if (version.text !== "" && version.value !== 1) reading.errors.push(complaints.otherLanguage(version));
}

/** Gives a node its end and the annotations before it. */
function finish<T extends ast.Declared>(reading: Reading, node: T, chunk: Chunk): T {
  let last = chunk.end - 1;
  while (last > chunk.first && isSeparator(reading.tokens[last])) last--;
  node.end = Math.max(node.start, endOf(reading.tokens[last]));
  if (reading.annotations.length > 0) {
    node.start = reading.annotations[0].start;
    node.annotations = reading.annotations;
    reading.annotations = [];
  }
  return node;
}

function isSeparator(token: IToken): boolean {
  return token.image === "," || token.image === ";";
}

/** Where a reward ends without its `}`. */
function endReward(reading: Reading): void {
  const { reward } = reading;
  if (reward === undefined) return;
  const last = reward.members.at(-1);
  if (last !== undefined) reward.end = Math.max(reward.end, last.end);
  if (reward !== reading.closed && reward.name.text !== "") reading.errors.push(complaints.unclosedReward(reward));
  reading.closed = reward;
  reading.reward = undefined;
}

function refuseAnnotations(reading: Reading): void {
  for (const annotation of reading.annotations) reading.errors.push(complaints.idleAnnotation(annotation));
  reading.annotations = [];
}
