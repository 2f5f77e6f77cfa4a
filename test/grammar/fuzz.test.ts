// Random texts: nothing throws, trees are complete, and whatever parses is formatted soundly.
import fc from "fast-check";
import { expect, test } from "vitest";
import { lex } from "../../grammar/lex.ts";
import { parse } from "../../grammar/parser.ts";
import { format } from "../../grammar/print.ts";
import { contextWords, declarations, hardWords, tags } from "../../grammar/words.ts";
import { all, holes, withoutOffsets } from "./fixtures.ts";
import { validSource } from "./valid-source.ts";

const words = [
  ...Object.keys(declarations),
  ...hardWords,
  ...contextWords,
  ...Object.keys(tags),
  "a",
  "b",
  "steps",
  "start",
  "end",
  "farmable",
  "hindsight",
];
const signs = [
  ..."{}()[],;:=@|?.+-*/%^<>!&#$'\"\\",
  "..",
  "=>",
  "==",
  "!=",
  "<=",
  ">=",
  "??",
  "&&",
  "||",
  "**",
  "≤",
  "“x”",
  "//",
  "///",
  "/*",
  "*/",
  "\n",
  "\n\n",
];
const literals = ["1", "0.5", ".5", "10m", "1e", "0x1f", '"t"', '"\\q"', 'r"x"i', '"open', "été"];
const piece = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...words) },
  { weight: 5, arbitrary: fc.constantFrom(...signs) },
  { weight: 2, arbitrary: fc.constantFrom(...literals) },
);
const soup = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(" "));

function expectSound(text: string): void {
  const { file, errors } = parse(text);
  expect(holes(file)).toEqual([]);
  for (const error of errors) {
    expect(error.start).toBeGreaterThanOrEqual(0);
    expect(error.end).toBeGreaterThanOrEqual(error.start);
    expect(error.end).toBeLessThanOrEqual(text.length);
    expect(error.message).toMatch(/\.$/);
    expect(error.message).not.toMatch(/undefined|NaN|\[object/);
    for (const edit of error.fixes?.flatMap((fix) => fix.edits) ?? [])
      expect(0 <= edit.start && edit.start <= edit.end && edit.end <= text.length).toBe(true);
  }
  const once = format(text);
  expect(once === undefined).toBe(errors.some((error) => error.severity !== "hint"));
  if (once === undefined) return;
  const comments = (source: string) => parse(source).file.comments.length;
  expect(comments(once)).toBe(comments(text));
  const tree = (source: string) => ({ ...withoutOffsets(parse(source).file), comments: undefined });
  expect(tree(once)).toEqual(tree(text));
  expect(format(once)).toBe(once);
}

test("valid members in any layout", () => {
  let valid = 0;
  let tried = 0;
  fc.assert(
    fc.property(validSource, (text) => {
      tried++;
      if (parse(text).errors.length === 0) valid++;
      expectSound(text);
    }),
    { numRuns: 150 },
  );
  expect(valid / tried).toBeGreaterThan(0.7);
});

test("token soup", () => {
  fc.assert(fc.property(soup, expectSound), { numRuns: 800 });
});

test("token soup inside a reward, a scenario, a block and a formula", () => {
  const frames = [
    (text: string) => `reward R {\n${text}\n}`,
    (text: string) => `reward R {\n  scenario s { ${text} }\n  let a = 1\n}`,
    (text: string) => `reward R {\n  signals at end { ${text} }\n  let a = 1\n}`,
    (text: string) => `reward R {\n  let x = ${text}\n  let a = 1\n}`,
  ];
  fc.assert(
    fc.property(fc.constantFrom(...frames), soup, (frame, text) => expectSound(frame(text))),
    { numRuns: 1000 },
  );
});

test("any text at all", () => {
  fc.assert(fc.property(fc.string({ unit: "binary", maxLength: 200 }), expectSound), { numRuns: 500 });
});

test("examples with parts deleted, doubled, swapped or inserted", () => {
  const edit = fc.record({
    kind: fc.constantFrom("delete", "double", "insert", "cut"),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.integer({ min: 1, max: 4 }),
    piece,
  });
  fc.assert(
    fc.property(
      fc.constantFrom(...all.map(([, text]) => text)),
      fc.array(edit, { minLength: 1, maxLength: 4 }),
      (text, edits) => {
        let edited = text;
        for (const { kind, at, length, piece: inserted } of edits) {
          const { tokens } = lex(edited);
          if (tokens.length === 0) break;
          const first = Math.floor(at * (tokens.length - 1));
          const start = tokens[first].startOffset;
          const last = tokens[Math.min(tokens.length - 1, first + length - 1)];
          const end = last.startOffset + last.image.length;
          const part = edited.slice(start, end);
          const replacement =
            kind === "delete"
              ? ""
              : kind === "double"
                ? `${part} ${part}`
                : kind === "insert"
                  ? `${inserted} ${part}`
                  : part.slice(0, part.length >> 1);
          edited = edited.slice(0, start) + replacement + edited.slice(end);
        }
        expectSound(edited);
      },
    ),
    { numRuns: 250 },
  );
});
