// CSV logs: what becomes of cells, how records become episodes, and what is said about each kind of bad file.
import { describe, expect, it } from "vitest";
import { evaluate } from "../../../runtime/evaluate.ts";
import { byEpisode, programWith, read, told } from "./read-data.ts";

const header = "ep,t,x,hit,name,won,r,done";

describe("good files", () => {
  it("groups and orders records, and types cells by their signals", () => {
    const { episodes, problems } = read(
      "a.csv",
      `${header}\n7,1,0.5,True,42,False,1,False\n7,0,-1,false,,,0,False\n8,0,2,1,a,true,2.5,True\n`,
    );
    expect(problems).toEqual([]);
    expect(episodes.map(({ id }) => id)).toEqual(["7", "8"]);
    expect(episodes[0]!.steps).toEqual([
      { x: -1, hit: false, name: null, won: null, terminated: false },
      { x: 0.5, hit: true, name: "42", won: false, terminated: false },
    ]);
    expect(episodes[0]!.recorded).toEqual([0, 1]);
    expect(episodes[1]).toMatchObject({
      steps: [{ x: 2, hit: 1, name: "a", won: true, terminated: true }],
      recorded: [2.5],
      origin: { file: "a.csv", line: 4 },
    });
    expect(evaluate(byEpisode, episodes).map((result) => result.return)).toEqual([-0.5, 3]);
  });

  it("takes a value known at the end from the one record that has it", () => {
    const { episodes, problems } = read("a.csv", `${header}\n1,0,0,0,,true,,\n1,1,0,0,,,,\n`);
    expect(problems).toEqual([]);
    expect(episodes[0]!.end).toEqual({ won: true });
  });

  it("reads comments, semicolons, tabs, a byte order mark and Windows line ends", () => {
    for (const text of [
      `#{"env": 1}\n${header}\n1,0,1,0,,,,\n`,
      `${header}\r\n1,0,1,0,,,,\r\n`.replaceAll(",", ";"),
      `\uFEFF${header}\n1,0,1,0,,,,`.replaceAll(",", "\t"),
    ]) {
      const { episodes, problems } = read("a.csv", text);
      expect(problems).toEqual([]);
      expect(episodes[0]!.steps[0]!.x).toBe(1);
    }
  });

  it("reads arrays inside cells, as JSON and as numpy prints them", () => {
    const program = programWith(
      `data log "*.csv" { p = "p" x = "obs[1]" hit = "hit" }`,
      "signal p : vector(2)  signal x : number  signal hit : bool  objective o = x + p.x + hit ",
    );
    const { episodes, problems } = read("a.csv", `p,obs,hit\n"[1, 2]","[3, 4.5]",1\n[1. 2.],[3.  4.5],0\n`, program);
    expect(problems).toEqual([]);
    expect(episodes.map(({ steps }) => steps[0])).toEqual([
      { p: [1, 2], x: 4.5, hit: 1 },
      { p: [1, 2], x: 4.5, hit: 0 },
    ]);
  });

  it("forgives a space after a closing quote, and keeps spaces inside values", () => {
    const { episodes, problems } = read("a.csv", `${header}\n1,0,1,0,"a, b" ,1,0,0\n2,0,1,0, c,1,0,0\n`);
    expect(problems).toEqual([]);
    expect(episodes[0]!.steps[0]!.name).toBe("a, b");
    expect(read("a.csv", `${header}\n2,0,1,0, c,1,0,0\n`).episodes[0]!.steps[0]!.name).toBe(" c");
  });

  it("takes one line for one episode where the block separates none", () => {
    const program = programWith(`data log "*.csv" { x = "x" }`);
    const { episodes } = read("a.csv", "x,hit,won\n1,0,1\n2,1,0\n", program);
    expect(episodes.map(({ id }) => id)).toEqual(["a.csv:2", "a.csv:3"]);
    expect(evaluate(program, episodes).map((result) => result.return)).toEqual([2, 2]);
  });
});

describe("bad files", () => {
  const cases: [what: string, text: string, messages: string[], episodes: number][] = [
    [
      "a missing column",
      "ep,t,y,hit,r,done,won\n1,0,1,0,0,0,1\n",
      [
        "a.csv:1 The column 'x' is missing, which 'x' is read from. The file has: ep, t, y, hit, r, done, won. Write the name in the data block as the file has it: x = \"…\".",
      ],
      1,
    ],
    [
      "a missing episode column",
      "episode,t,x,hit,won,r,done\n1,0,1,0,0,0,1\n",
      [
        "a.csv:1 The column 'ep' is missing, which the data block reads 'episode' from. Without it no episode can be put together. The file has: episode, t, x, hit, won, r, done. Did you mean 'episode'? Write the name in the data block as the file has it: episode = \"…\".",
      ],
      0,
    ],
    [
      "NaN",
      `${header}\n1,0,nan,0,,1,0,0\n`,
      [
        "a.csv:2:5 'x' is nan, which is not a number, so the value is taken as missing. Leave the cell empty, or repair what logs it.",
      ],
      1,
    ],
    [
      "infinity",
      `${header}\n1,0,-inf,0,,1,0,0\n`,
      [
        "a.csv:2:5 'x' is -inf, which is not a number, so the value is taken as missing. Leave the cell empty, or repair what logs it.",
      ],
      1,
    ],
    [
      "a wrong type",
      `${header}\n1,0,far,0,,1,0,0\n`,
      [
        "a.csv:2:5 'x' (\"far\") is not a number. Convert it in the data block, or repair the log. The value is taken as missing.",
      ],
      1,
    ],
    [
      "a number that is no bool",
      `${header}\n1,0,1,2,,1,0,0\n`,
      [
        "a.csv:2:7 'hit' (2) is not true or false. Convert it in the data block, or repair the log. The value is taken as missing.",
      ],
      1,
    ],
    [
      "a value out of range",
      `${header}\n1,0,9,0,,1,0,0\n`,
      ["a.csv:2:5 'x' (9) is outside -5..5. Widen the declared range, or convert it in the data block. The value fails closed."],
      1,
    ],
    ["an empty file", "  \n", ["a.csv:1 The file is empty. Check the path, or write at least one record."], 0],
    ["a header alone", `${header}\n`, ["a.csv:1 There is a header but no record under it. Write at least one record."], 0],
    [
      "comments alone",
      "# nothing\n",
      ["a.csv:1 The file holds only comments. It needs a header line with column names, then one record a line."],
      0,
    ],
    [
      "a truncated last line",
      `${header}\n1,0,1,0,,1,0,0\n1,1,2,0,,`,
      [
        "a.csv:3 The last line is cut off: it has 6 of 8 values, so it was left out. The file is still being written, or was truncated.",
      ],
      1,
    ],
    [
      "a record of another width",
      `${header}\n1,0,1,0,a,b,1,0,0\n1,1,1,0,,1,0,0\n`,
      [
        "a.csv:2 This record has 9 values, but the header names 8 columns; it was left out. Quote values that contain the separator.",
      ],
      1,
    ],
    [
      "a column named twice",
      "ep,t,x,x\n1,0,1,2\n",
      ["a.csv:1 The column 'x' appears twice in the header. Give each column a name of its own."],
      0,
    ],
    [
      "a quote that is not closed",
      `${header}\n1,0,1,0,"a,1,0,0\n1,1,1,0,,1,0,0\n`,
      [
        'a.csv:3 A value opens with a quote (") that is never closed, so the rest of the file cannot be read. Close it, or double quotes inside a value.',
      ],
      0,
    ],
    [
      "a step twice",
      `${header}\n1,0,1,0,,1,0,0\n1,0,2,0,,1,0,0\n`,
      ["a.csv:3 Step 0 of episode 1 is on line 2 already, so this record was left out. Give each episode a number of its own."],
      1,
    ],
    [
      "a gap",
      `${header}\n1,0,1,0,,,0,0\n1,1,1,0,,,0,0\n1,5,1,0,,1,0,0\n`,
      ["a.csv:4 Episode 1 jumps from step 1 to step 5. The records between are missing; this one is taken as the next step."],
      1,
    ],
    [
      "a record of no episode",
      `${header}\n,0,1,0,,1,0,0\n1,0,1,0,,1,0,0\n`,
      [
        "a.csv:2 The episode of this record is missing, so it belongs to none and was left out. Write the episode's number or name.",
      ],
      1,
    ],
    [
      "a record without a step",
      `${header}\n1,,1,0,,1,0,0\n1,0,1,0,,1,0,0\n`,
      ["a.csv:2 The step of this record (episode 1) is not a number, so it cannot be placed and was left out."],
      1,
    ],
    [
      "a flag that is neither true nor false",
      `${header}\n1,0,1,0,,1,0,maybe\n`,
      ["a.csv:2 'terminated' is \"maybe\", neither true nor false, so it was ignored. Write true or false, 1 or 0."],
      1,
    ],
    [
      "a reward that is no number",
      `${header}\n1,0,1,0,,1,high,0\n`,
      ['a.csv:2 The recorded reward "high" is not a number, so this step is not compared.'],
      1,
    ],
  ];

  it.each(cases)("%s", (_, text, messages, count) => {
    const result = read("a.csv", text);
    expect(told(result)).toEqual(messages);
    expect(result.episodes).toHaveLength(count);
    for (const { steps } of result.episodes)
      for (const row of steps) for (const value of Object.values(row)) expect(value).not.toBeNaN();
  });

  it("counts what repeats", () => {
    const lines = Array.from({ length: 30 }, (_, t) => `1,${t},9,0,,1,0,0`).join("\n");
    const messages = told(read("a.csv", `${header}\n${lines}\n`));
    expect(messages).toHaveLength(6);
    expect(messages[5]).toBe("a.csv:7 The same on 25 more records, here and below.");
  });
});
