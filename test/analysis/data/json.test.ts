// JSONL and JSON logs: episodes as the command line writes them, records through a data block, and each kind of bad file.
import { describe, expect, it } from "vitest";
import { readEpisodes } from "../../../analysis/data/read.ts";
import { evaluate } from "../../../runtime/evaluate.ts";
import { byEpisode, programWith, read, told } from "./read-data.ts";

const plain = programWith("");
const oneShot = programWith(
  "",
  "signal correct : bool  signal tokens : 0..100  objective right = correct  penalty long weight 0.01 = tokens",
);

describe("good files", () => {
  it("reads episodes as they are", () => {
    const line = {
      id: "e1",
      group: 3,
      start: { x: 0 },
      steps: [
        { x: 1, hit: false },
        { x: 2, hit: true, terminated: true },
      ],
      end: { won: true },
    };
    const { episodes, problems } = read("a.jsonl", `${JSON.stringify(line)}\n`, plain);
    expect(problems).toEqual([]);
    expect(episodes).toEqual([{ ...line, group: "3", origin: { file: "a.jsonl", line: 1 } }]);
    expect(evaluate(plain, episodes)[0]!.return).toBe(4);
  });

  it("takes a line without steps for a completion", () => {
    const { episodes, problems } = read(
      "a.jsonl",
      '{"correct": true, "tokens": 40}\n\n{"id": "b", "correct": false, "tokens": 0}\n',
      oneShot,
    );
    expect(problems).toEqual([]);
    expect(episodes.map(({ id }) => id)).toEqual(["a.jsonl:1", "b"]);
    expect(evaluate(oneShot, episodes).map((result) => result.return)).toEqual([0.6, 0]);
  });

  it("maps nested columns and groups records", () => {
    const program = programWith(
      `data log "*.jsonl" { episode = "run.id"  x = column("obs[1]") / 2  hit = "flags.hit"  won = "won" }`,
    );
    const rows = [0, 1].map((t) => JSON.stringify({ run: { id: 4 }, obs: [9, 2 + t], flags: { hit: true }, won: t === 1 }));
    const { episodes, problems } = read("a.jsonl", rows.join("\n"), program);
    expect(problems).toEqual([]);
    expect(episodes).toMatchObject([
      {
        id: "4",
        steps: [
          { x: 1, hit: true },
          { x: 1.5, hit: true, won: true },
        ],
      },
    ]);
  });

  it("reads a JSON array, and tells lines of its elements", () => {
    const { episodes, problems } = read(
      "a.json",
      '[\n {"correct": true, "tokens": 1},\n {"correct": "no", "tokens": 1}\n]\n',
      oneShot,
    );
    expect(episodes).toHaveLength(2);
    expect(told({ episodes, problems })).toEqual([
      "a.json:3 'correct' (\"no\") is not true or false. Convert it in the data block, or repair the log. The value is taken as missing.",
    ]);
  });

  it("reads bytes, and keeps the episodes of two files apart", () => {
    const bytes = new TextEncoder().encode('{"id": 0, "correct": true, "tokens": 1}\n');
    const { episodes } = readEpisodes(
      [
        { name: "a.jsonl", bytes },
        { name: "b.jsonl", bytes },
      ],
      oneShot,
    );
    expect(episodes.map(({ id }) => id)).toEqual(["a.jsonl:0", "b.jsonl:0"]);
  });
});

describe("bad files", () => {
  const good = '{"correct": true, "tokens": 1}';
  const cases: [what: string, name: string, text: string, messages: string[], episodes: number][] = [
    [
      "invalid JSON",
      "a.jsonl",
      `{"correct": true, tokens: 1}\n${good}\n`,
      [
        "a.jsonl:1:19 This line is not valid JSON, so it was left out. Write one JSON object per line, with double quotes round names.",
      ],
      1,
    ],
    [
      "a truncated last line",
      "a.jsonl",
      `${good}\n{"correct": tr`,
      [
        "a.jsonl:2 The last line is cut off in the middle of a record, so it was left out. The file is still being written, or was truncated.",
      ],
      1,
    ],
    [
      "a line that is no object",
      "a.jsonl",
      `${good}\n[1, 2]\n`,
      ['a.jsonl:2 This line is an array, not an object. Write one JSON object per line, such as {"x": 1}.'],
      1,
    ],
    [
      "NaN as Python writes it",
      "a.jsonl",
      `{"correct": true, "tokens": NaN}\n`,
      ["a.jsonl:1:29 NaN is not a number, so the value is taken as missing. Write null, or repair what logs it."],
      1,
    ],
    ["an empty file", "a.jsonl", "\n", ["a.jsonl:1 The file is empty. Check the path, or write at least one record."], 0],
    [
      "a missing signal",
      "a.jsonl",
      '{"corect": true, "tokens": 1}\n',
      [
        "a.jsonl:1 'correct' is missing everywhere. The file has: corect, tokens. Did you mean 'corect'? Map the columns with a data block: correct = \"…\".",
      ],
      1,
    ],
    [
      "a signal missing on one line",
      "a.jsonl",
      `${good}\n{"correct": true}\n`,
      ["a.jsonl:2 'tokens' is missing. Write it, or declare 'tokens' with '?' or a 'default'."],
      2,
    ],
    [
      "a wrong type",
      "a.jsonl",
      '{"correct": "yes", "tokens": 1}\n',
      [
        "a.jsonl:1:2 'correct' (\"yes\") is not true or false. Convert it in the data block, or repair the log. The value is taken as missing.",
      ],
      1,
    ],
    [
      "a value out of range",
      "a.jsonl",
      '{"correct": true, "tokens": 101}\n',
      [
        "a.jsonl:1:19 'tokens' (101) is outside 0..100. Widen the declared range, or convert it in the data block. The value fails closed.",
      ],
      1,
    ],
    [
      "steps that are no array",
      "a.jsonl",
      '{"steps": 3}\n',
      ['a.jsonl:1 "steps" is not an array of objects, one per step, so this episode was left out.'],
      0,
    ],
    [
      "an episode of no steps",
      "a.jsonl",
      '{"steps": []}\n',
      ['a.jsonl:1 "steps" is empty, so this episode was left out. An episode has at least one step.'],
      0,
    ],
    [
      "a broken JSON file",
      "a.json",
      '[\n{"correct": true,\n]\n',
      ["a.json:3 The file is not valid JSON. Check brackets and commas, or write one JSON object per line (JSONL)."],
      0,
    ],
    [
      "a JSON file of numbers",
      "a.json",
      "[1, 2]\n",
      ["a.json:1 The file holds no records. Write an array of objects, or one JSON object per line (JSONL)."],
      0,
    ],
    [
      "another format",
      "run.parquet",
      "PAR1",
      [
        "run.parquet:1 Files of this kind (.parquet) cannot be read. Unpack or export it as CSV or JSONL (one JSON object per line).",
      ],
      0,
    ],
  ];

  it.each(cases)("%s", (_, name, text, messages, count) => {
    const result = read(name, text, oneShot);
    expect(told(result)).toEqual(messages);
    expect(result.episodes).toHaveLength(count);
  });

  it("bytes that are no text", () => {
    const result = readEpisodes([{ name: "a.jsonl", bytes: new Uint8Array([0xff, 0xfe, 0x80]) }], oneShot);
    expect(told(result)).toEqual(["a.jsonl:1 The file is not UTF-8 text. Save it as UTF-8, or export it as CSV or JSONL."]);
  });

  it("leaves a value that cannot be used missing, so that nothing is paid for it", () => {
    const { episodes } = read("a.jsonl", '{"correct": "yes", "tokens": 1}\n', oneShot);
    const [result] = evaluate(oneShot, episodes);
    expect(result!.terms.right).toEqual([0]);
    expect(result!.invalid.map(({ signal }) => signal)).toContain("correct");
  });

  it("names the step of a value inside an episode", () => {
    const result = read(
      "a.jsonl",
      '{"steps": [{"x": 1, "hit": true}, {"x": "far", "hit": true}], "end": {"won": true}}\n',
      plain,
    );
    expect(told(result)).toEqual([
      "a.jsonl:1:13 Step 1: 'x' (\"far\") is not a number. Convert it in the data block, or repair the log. The value is taken as missing.",
    ]);
  });

  it("reports a missing column of a mapped JSONL file", () => {
    const result = read("a.jsonl", '{"ep": 1, "t": 0, "hit": true, "won": true, "r": 1, "done": true}\n', byEpisode);
    expect(told(result)).toEqual([
      "a.jsonl:1 The column 'x' is missing, which 'x' is read from. The file has: ep, t, hit, won, r, done. Write the name in the data block as the file has it: x = \"…\".",
    ]);
  });
});
