// The command line's JSON shapes and exit codes are a contract; here they are, word for word.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { scratch, telos } from "./run-telos.ts";

const { folder, file } = scratch();

const clean = `reward R {
  signal correct : bool     from verifier
  signal tokens  : 0..4096  from policy
  goal solved = correct
  objective right           = correct
  penalty   long weight 0.2 = ramp(tokens, 1000..4096)
  scenario honest { correct = true, tokens = 1000 }
  scenario padded like honest { tokens = 4096 }
  expect honest > padded by 0.1
  prove return in -1..1
}
`;

describe("check", () => {
  it("--format json gives files with diagnostics and ranges from 0", async () => {
    const path = file("broken.reward", "reward R {\n  signal a : bool\n  objective x = b\n}\n");
    const { code, out } = await telos("check", path, "--format", "json");
    expect(code).toBe(1);
    const report = JSON.parse(out);
    expect(report).toEqual({
      files: [
        {
          file: path,
          diagnostics: [
            expect.objectContaining({
              code: "N001",
              rule: "unknown-name",
              severity: "error",
              message: expect.stringContaining("'b'"),
            }),
          ],
        },
      ],
    });
    expect(report.files[0].diagnostics[0].range).toEqual({ start: { line: 2, character: 16 }, end: { line: 2, character: 17 } });
  });

  it("a witness is part of the report and replays", async () => {
    const path = "examples/boat-race/boat-race.reward";
    const { code, out } = await telos("check", path, "--format", "json");
    expect(code).toBe(0);
    const found = JSON.parse(out).files[0].diagnostics.find((diagnostic: { code: string }) => diagnostic.code === "RH303");
    expect(found.witness).toMatchObject({
      episode: { steps: expect.any(Array) },
      return: expect.any(Number),
      explanation: expect.any(String),
    });
    const log = file("witness.jsonl", `${JSON.stringify(found.witness.episode)}\n`);
    const replay = JSON.parse((await telos("run", path, "--reward", "BoatRace", "--data", log, "--format", "json")).out);
    expect(replay.episodes[0].return).toBe(found.witness.return);
  });

  it("exit codes: 0 clean, 1 errors or too many warnings, 2 usage", async () => {
    expect((await telos("check", file("clean.reward", clean))).code).toBe(0);
    expect((await telos("check", "examples/boat-race/boat-race.reward", "--max-warnings", "0")).code).toBe(1);
    expect(await telos("check")).toMatchObject({ code: 2, error: expect.stringContaining("Name at least one") });
    expect(await telos("check", join(folder, "none.reward"))).toMatchObject({
      code: 2,
      error: expect.stringContaining("does not exist"),
    });
    expect((await telos("check", "--format", "xml", "x")).code).toBe(2);
    expect(await telos("chekc")).toMatchObject({ code: 2, error: expect.stringContaining("Did you mean 'check'?") });
  });

  it("--format sarif and github name file, line and rule", async () => {
    const path = file("broken.reward", "reward R {\n  signal a : bool\n  objective x = b\n}\n");
    const sarif = JSON.parse((await telos("check", path, "--format", "sarif")).out);
    expect(sarif).toMatchObject({
      version: "2.1.0",
      runs: [{ tool: { driver: { name: "Telos" } }, results: [{ ruleId: "N001", level: "error" }] }],
    });
    expect(sarif.runs[0].results[0].locations[0].physicalLocation.region).toEqual({
      startLine: 3,
      startColumn: 17,
      endLine: 3,
      endColumn: 18,
    });
    expect((await telos("check", path, "--format", "github")).out).toMatch(
      /^::error file=.*,line=3,endLine=3,col=17,endColumn=18,title=N001 unknown-name::/,
    );
  });
});

describe("run", () => {
  it("--format json gives every number of an episode", async () => {
    const path = file("clean.reward", clean);
    const log = file(
      "log.jsonl",
      '{"id":"a","steps":[{}],"end":{"correct":true,"tokens":4096}}\n{"id":"b","steps":[{}],"end":{"correct":true,"tokens":null}}\n',
    );
    const { out } = await telos("run", path, "--data", log, "--format", "json");
    const { reward, episodes } = JSON.parse(out);
    expect(reward).toBe("R");
    expect(episodes[0]).toMatchObject({
      id: "a",
      return: 0.8,
      discounted: 0.8,
      rewards: [0.8],
      terms: { right: [1], long: [-0.2] },
      probes: {},
      goal: true,
      violations: [],
      invalid: [],
    });
    expect(episodes[1].invalid[0]).toMatchObject({ signal: "tokens", value: null, reason: expect.any(String) });
    expect(episodes[1].terms.long).toEqual([-0.2]);
  });

  it("completions, one a line with values at the top level", async () => {
    const log = file("completions.jsonl", '{"correct":true,"tokens":10}\n{"correct":false,"tokens":4096}\n');
    const { out } = await telos("run", file("clean.reward", clean), "--data", log, "--format", "json");
    expect(JSON.parse(out).episodes.map((episode: { return: number }) => episode.return)).toEqual([1, -0.2]);
  });

  it("a spec with errors gives no number", async () => {
    const { code, out, error } = await telos("run", file("broken.reward", "reward R {\n  objective x = b\n}\n"));
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(error).toContain("there is no number to show");
  });
});

describe("test", () => {
  it("--format json gives a status per expectation and claim", async () => {
    const { code, out } = await telos("test", file("clean.reward", clean), "--format", "json");
    expect(code).toBe(0);
    expect(JSON.parse(out).tests).toEqual([
      expect.objectContaining({
        name: "honest > padded by 0.1",
        kind: "expect",
        status: "passed",
        message: expect.stringContaining("honest"),
      }),
      expect.objectContaining({ name: "return in -1..1", kind: "prove", status: "passed" }),
    ]);
  });

  it("a failed expectation exits with 1 and shows the numbers", async () => {
    const path = file("failing.reward", clean.replace("by 0.1", "by 0.5"));
    const { code, out } = await telos("test", path, "--format", "tap");
    expect(code).toBe(1);
    expect(out).toMatch(/^TAP version 14\n1\.\.2\nnot ok 1 - expect honest > padded by 0\.5\n.*0\.2/);
  });
});

describe("other commands", () => {
  it("compile prints code that scores", async () => {
    const { code, out } = await telos("compile", file("clean.reward", clean), "--target", "js");
    expect(code).toBe(0);
    const { score } = await import(`data:text/javascript,${encodeURIComponent(out)}`);
    expect(score({ correct: true, tokens: 4096 }).return).toBe(0.8);
  });

  it("compile prints Python, in a file Python can import", async () => {
    const path = file("clean-answers.reward", clean);
    const { code, out } = await telos("compile", path, "--target", "python", "-o", dirname(path));
    expect(code).toBe(0);
    expect(out).toMatch(/clean_answers\.py\n$/);
    expect(readFileSync(out.trim(), "utf8")).toMatch(/^def score\(record, options=None\):$/m);
    expect((await telos("compile", path, "--target", "cobol")).error).toContain("ts, js or python");
  });

  it("format rewrites in place, --check only tells", async () => {
    const path = file("loose.reward", "reward R { signal a : bool\n objective   x   =   a }\n");
    expect((await telos("format", path, "--check")).code).toBe(1);
    expect((await telos("format", path)).code).toBe(0);
    expect((await telos("format", path, "--check")).code).toBe(0);
    expect(readFileSync(path, "utf8")).toContain("objective x = a");
    const broken = file("broken2.reward", "reward R { objective = }");
    expect((await telos("format", broken)).code).toBe(2);
    expect(readFileSync(broken, "utf8")).toBe("reward R { objective = }");
  });

  it("explain knows rules by code and name, and operators", async () => {
    expect((await telos("explain", "RH303")).out).toContain("dense-outweighs-terminal");
    expect((await telos("explain", "dense-outweighs-terminal")).out).toContain("RH303");
    expect((await telos("explain", "tolerance")).out).toContain("value_at_margin");
    expect((await telos("explain", "toleranse")).error).toContain("Did you mean 'tolerance'?");
    expect((await telos("explain", "clamp")).out).toMatch(/^# clip\n/);
  });

  it("explain says how a rule is set, and lists rules by group", async () => {
    const { out } = await telos("explain", "stay-alive-farm");
    expect(out).toContain('{ "rules": { "stay-alive-farm": "warning" } }');
    expect(out).toContain("its group is `episodes`");
    expect((await telos("explain", "episodes")).out).toMatch(
      /^# episodes\n\n\*group of rules\*[\s\S]*- RH304 stay-alive-farm \(warning\): /,
    );
    const all = (await telos("explain", "rules")).out;
    for (const part of ["## bounds", "## verifiers", "- RH101 unbounded-learned-reward", "in the preview group"])
      expect(all).toContain(part);
  });

  it("explain finds members, tags, types and units by name, and anything by its words", async () => {
    expect((await telos("explain", "penalty")).out).toContain("subtracted");
    expect((await telos("explain", "hazard")).out).toContain("must not happen");
    const min = (await telos("explain", "min")).out;
    expect(min).toMatch(/^# min\n\n\*operator/);
    expect(min).toContain("Also: unit/min (unit)");
    expect((await telos("explain", "unit/min")).out).toContain("60");
    const found = await telos("explain", "edit", "distance");
    expect(found.out).toMatch(/^# edit_distance\n/);
    expect((await telos("explain", "length", "penalty")).out).toMatch(/^ {2}length_over /);
    expect((await telos("explain", "zzzz", "qqqq")).code).toBe(2);
    expect((await telos("explain")).code).toBe(2);
  });

  it("init writes a starter that is clean, formatted, and never overwrites", async () => {
    const target = join(folder, "new");
    expect((await telos("init", target)).code).toBe(0);
    const spec = join(target, "starter.reward");
    expect((await telos("check", spec, "--max-warnings", "0")).code).toBe(0);
    expect((await telos("format", spec, "--check")).code).toBe(0);
    expect((await telos("test", spec)).code).toBe(0);
    expect((await telos("run", spec, "--format", "json")).code).toBe(0);
    expect((await telos("check", spec, "--config", join(target, "telos.json"))).error).toBe("");
    expect((await telos("init", target)).code).toBe(2);
    const settled = join(folder, "settled");
    mkdirSync(settled);
    writeFileSync(join(settled, "telos.json"), "{}");
    expect((await telos("init", settled)).code).toBe(0);
    expect(readFileSync(join(settled, "telos.json"), "utf8")).toBe("{}");
  });
});

describe("use", () => {
  const lib = "fn twice(x) = x + x\nfn half(x) = nothing(x)\nunit lap\n";
  const spec = (more = "") =>
    `use "lib/${more}a.reward"\nreward R {\n  signal x : 0..1 from verifier\n  objective a = twice(x)\n  scenario s { x = 1 }\n  expect s > 1\n}\n`;
  const inLib = (name: string, text: string) => {
    mkdirSync(join(folder, "lib"), { recursive: true });
    return file(join("lib", name), text);
  };

  it("reads used files relative to the file, wherever the command runs", async () => {
    inLib("good.reward", lib.replace("nothing(x)", "x / 2"));
    const path = file("uses.reward", spec("").replace("a.reward", "good.reward"));
    expect(await telos("check", path)).toMatchObject({ code: 0 });
    expect(await telos("test", path)).toMatchObject({ code: 0, out: expect.stringContaining("1 passed, 0 failed") });
    expect((await telos("run", path, "--format", "json")).out).toContain('"unshaped": 2');
    expect((await telos("compile", path, "--target", "js")).out).toContain("export");
    expect(await telos("check", "examples/quadruped/walk.reward")).toMatchObject({ code: 0 });
    expect(await telos("test", "examples/quadruped/walk.reward")).toMatchObject({ code: 0 });
  });

  it("reports errors of a used file under its own path, once", async () => {
    const used = inLib("a.reward", lib);
    const [one, two] = [file("one.reward", spec()), file("two.reward", spec())];
    for (const paths of [
      [one, two],
      [one, two, used],
      [used, one],
    ]) {
      const { code, out } = await telos("check", ...paths, "--format", "json");
      const files: { file: string; diagnostics: { code: string }[] }[] = JSON.parse(out).files;
      const found = files.flatMap((each) => each.diagnostics.map((diagnostic) => [each.file, diagnostic.code]));
      expect(found.filter(([, name]) => name === "N005")).toEqual([[used, "N005"]]);
      expect(code).toBe(1);
    }
  });

  it("says what is wrong with a file that cannot be used, and where", async () => {
    inLib("a.reward", lib.replace("x + x", "x +"));
    const path = file("broken-use.reward", spec());
    const { code, error } = await telos("run", path);
    expect(code).toBe(2);
    expect(error).toContain("broken-use.reward:1:5");
    expect(error).toContain("lib/a.reward:1:17");
    const missing = await telos("check", file("missing-use.reward", spec("b")));
    expect(missing.out).toMatch(/F003 unknown-file\n.*There is no file "lib\/ba.reward"/);
    expect(missing.out).toContain('Did you mean "lib/a.reward"?');
  });

  it("ends where files use each other", async () => {
    inLib("x.reward", 'use "y.reward"\n');
    inLib("y.reward", 'use "x.reward"\n');
    const { code, out } = await telos("check", file("circle.reward", 'use "lib/x.reward"\nuse "circle.reward"\n'));
    expect(code).toBe(1);
    expect(out).toContain("x.reward → y.reward → x.reward");
    expect(out).toContain("This file uses itself.");
  });
});
