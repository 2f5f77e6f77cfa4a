// JUnit, cards, annotations and reports in files: what their readers rely on. And what `check` answers to wrong words.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { scratch, telos, telosWith } from "./run-telos.ts";

const { folder, file } = scratch();

const farm = `/// Gather, then arrive.
reward Farm : -100..200 {
  horizon 100 steps

  signal gain : 0..1   // a | bar
  signal done : bool

  ends when done as success

  goal arrived = any(done) over steps

  @allow(dense-outweighs-terminal, "the tank | empties")
  objective gains                 = gain
  objective arrival weight 5 once = done
  shaping   near                  = potential(gain)
  require   calm                  = gain < 0.9 else -1

  scenario idle  { steps 5 { gain = 0 } }
  scenario comes { steps 5 { gain = 0 } steps 1 { done = true } }
  expect comes > idle
  expect idle > comes
  prove return <= 300
}
`;
const clean = "reward Clean {\n  signal a : bool from verifier\n  goal g = a\n  objective x = a\n}\n";
const broken = "reward Broken {\n  signal a : bool\n  objective x = b\n}\n";

describe("junit", () => {
  const suites = (xml: string) =>
    [...xml.matchAll(/<testsuite name="([^"]*)" tests="(\d+)" failures="(\d+)" errors="0" skipped="(\d+)"/g)].map((match) => [
      match[1]!.split("/").at(-1),
      ...match.slice(2).map(Number),
    ]);

  it("is a suite per file: findings fail, accepted ones are skipped, rewards without any pass", async () => {
    const { out } = await telos(
      "check",
      file("clean.reward", clean),
      file("broken.reward", broken),
      file("farm.reward", farm),
      "--format",
      "junit",
    );
    const [first, second, third] = suites(out);
    expect([first, second]).toEqual([
      ["clean.reward", 1, 0, 0],
      ["broken.reward", 1, 1, 0],
    ]);
    expect(third![3]).toBe(1);
    expect(out).toContain('name="Clean" file=');
    expect(out).toMatch(/<failure type="error" message="Nothing here is called 'b'\.">/);
    expect(out).toContain('<skipped message="accepted: the tank | empties"/>');
    const counted = [out.match(/<testcase /g)!.length, out.match(/<failure /g)?.length ?? 0, out.match(/<skipped /g)!.length];
    expect(out).toContain(
      `<testsuites name="telos check" tests="${counted[0]}" failures="${counted[1]}" errors="0" skipped="${counted[2]}">`,
    );
  });

  it("is well-formed whatever a spec holds", async () => {
    const nasty = `reward R {\n  signal a : bool\n  objective x = "<&\u0007\uD800>" + nothing\n}\n`;
    const { out } = await telos("check", file('<odd> & "quoted".reward', nasty), "examples/language-models", "--format", "junit");
    expect(unclosed(out)).toEqual([]);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what must not be there
    expect(out).not.toMatch(/[\u0000-\u0008]/);
  });
});

/** Elements that are not closed, and text that is no XML. */
function unclosed(xml: string): string[] {
  const open: string[] = [];
  const rest = xml
    .replace(/<\?xml[^>]*\?>/, "")
    .replace(/<(\/?)([a-z-]+)((?:\s+[a-z]+="[^"<]*")*)\s*(\/?)>/g, (_, closes, name, _attributes, empty) => {
      if (closes && open.pop() !== name) open.push(`</${name}>`);
      if (!closes && !empty) open.push(name);
      return "";
    });
  return [...open, ...(rest.match(/[<>]|&(?!(amp|lt|gt|quot|#\d+);)/g) ?? [])];
}

describe("the card", () => {
  it("says what a reward observes, wants and pays, what was accepted, and what came of its claims", async () => {
    const { out, code } = await telos("check", file("farm.reward", farm), "--format", "card");
    expect(code).toBe(0);
    for (const line of [
      "# Reward card: Farm",
      "Gather, then arrive.",
      "| `done` | `bool` | each step | environment | measured |",
      "| `arrived` | `any(done) over steps` |",
      "| `gains` | objective | `gain` | 1 | 0 to 1 | each step | 0 to 100 | 95 % |",
      "| `arrival` | objective | `done` | 5 | 0 to 5 | once | 0 to 5 | 5 % |",
      "| `near` | shaping | `potential(gain)` | 1 |",
      "- `require calm = gain < 0.9 else -1`",
      "the tank \\| empties |",
      "| `return <= 300` | proved |",
      "| `comes > idle` | met |",
      "| `idle > comes` | **not met** |",
    ])
      expect(out).toContain(line);
    expect(out).toMatch(/; 1 accepted; \d of 2 claims proved.*; 1 of 2 expectations met\.\*\*/);
  });

  it("shows findings with their witness as tables", async () => {
    const { out } = await telos("check", "examples/boat-race/boat-race.reward", "--format", "card");
    expect(out).toContain("### RH303 dense-outweighs-terminal: warning, line 14");
    expect(out).toContain("| 0–999 | true | false |");
    expect(out.match(/^# Reward card/gm)).toHaveLength(2);
  });

  it("has rows as long as their head, and no rest of a value", async () => {
    const { out } = await telos("check", "examples/robots", "examples/language-models", "--format", "card");
    expect(out).not.toMatch(/undefined|NaN|\[object/);
    let head = 0;
    for (const line of out.split("\n")) {
      const cells = line.startsWith("|") ? line.replaceAll("\\|", "").split("|").length : 0;
      if (head > 0 && cells > 0) expect(cells, line).toBe(head);
      head = cells;
    }
  });

  it("says little of a reward with errors", async () => {
    const { out } = await telos("check", file("broken.reward", broken), "--format", "card");
    expect(out).toContain("nothing can be said about what it pays");
    expect(out).toContain("### N001 unknown-name: error, line 3");
    expect(out).not.toContain("## Pays");
  });
});

describe("json", () => {
  it("lists accepted findings with their reasons, related places and fixes", async () => {
    const [report] = JSON.parse((await telos("check", file("farm.reward", farm), "--format", "json")).out).files;
    expect(report.accepted).toMatchObject([{ code: "RH303", reason: "the tank | empties", range: { start: { line: 12 } } }]);
    const slip = JSON.parse(
      (
        await telos(
          "check",
          file("slip.reward", "reward R {\n  signal tokns : 0..4096\n  objective x = tokens\n}\n"),
          "--format",
          "json",
        )
      ).out,
    );
    expect(slip.files[0].diagnostics[0].fixes[0]).toMatchObject({
      edits: [{ text: "tokns", range: { start: { line: 2, character: 16 } } }],
    });
  });
});

describe("github", () => {
  it("keeps what would end a command or a property", async () => {
    const { out } = await telos("check", file("a,b:c%.reward", broken), "--format", "github");
    expect(out).toMatch(/^::error file=[^,]*a%2Cb%3Ac%25\.reward,line=3,/);
    expect(out.trim().split("\n")).toHaveLength(1);
  });
});

describe("words of check", () => {
  it("-o writes the report, makes its folder, and tells how much was found", async () => {
    const report = join(folder, "reports/deep/telos.sarif");
    const { code, out } = await telos("check", file("broken.reward", broken), "--format", "sarif", "-o", report);
    expect({ code, out }).toEqual({ code: 1, out: `1 file checked: 1 error.\n${report}\n` });
    expect(JSON.parse(readFileSync(report, "utf8")).version).toBe("2.1.0");
    expect(await telos("check", file("clean.reward", clean), "-o", folder)).toMatchObject({
      code: 2,
      out: "",
      error: expect.stringContaining("cannot be written"),
    });
  });

  it("a folder stands for the specs below it, in order", async () => {
    file("many/b.reward", clean);
    file("many/a/c.reward", clean);
    file("many/node_modules/x/d.reward", broken);
    file("many/.hidden/e.reward", broken);
    const { code, out } = await telos("check", join(folder, "many"), join(folder, "many/b.reward"), "--format", "json");
    expect(code).toBe(0);
    const names = JSON.parse(out).files.map(({ file: path }: { file: string }) => path.slice(folder.length + 1));
    expect(names.map((name: string) => name.replaceAll("\\", "/"))).toEqual(["many/a/c.reward", "many/b.reward"]);
    file("none/readme.txt", "");
    expect(await telos("check", join(folder, "none"))).toMatchObject({
      code: 2,
      error: expect.stringContaining("no .reward file"),
    });
  });

  it("- is what is piped in, at the place it is said to have", async () => {
    file("lib/twice.reward", "fn twice(x) = x + x\n");
    const spec =
      'use "lib/twice.reward"\nreward R {\n  signal a : 0..1 from verifier\n  goal g = a > 0\n  objective x = twice(a)\n}\n';
    const asked = ["check", "-", "--stdin-filename", join(folder, "piped.reward"), "--format", "json"];
    expect(JSON.parse((await telosWith(spec, ...asked)).out).files[0]).toMatchObject({
      file: join(folder, "piped.reward"),
      diagnostics: [],
    });
    expect(await telosWith(broken, "check", "-")).toMatchObject({
      code: 1,
      out: expect.stringContaining("stdin.reward:3:17 error"),
    });
    expect(await telosWith("", "check", "-")).toMatchObject({ code: 0 });
    expect(await telosWith(Uint8Array.of(0xff, 0xfe, 0x00), "check", "-")).toMatchObject({
      code: 2,
      error: expect.stringContaining("UTF-8"),
    });
  });

  it("exit codes: 0 clean, 1 findings, 2 where it cannot run, and then all reasons and no report", async () => {
    const warned = "examples/boat-race/boat-race.reward";
    const { diagnostics } = JSON.parse((await telos("check", warned, "--format", "json")).out).files[0];
    const warnings = diagnostics.filter(({ severity }: { severity: string }) => severity === "warning").length;
    expect(warnings).toBeGreaterThan(0);
    expect((await telos("check", warned)).code).toBe(0);
    expect((await telos("check", warned, "--max-warnings", String(warnings))).code).toBe(0);
    expect((await telos("check", warned, "--max-warnings", String(warnings - 1))).code).toBe(1);
    expect((await telos("check", file("broken.reward", broken), "--max-warnings", "100")).code).toBe(1);
    for (const wrong of ["-1", "1.5", "", "many", "Infinity"])
      expect((await telos("check", warned, `--max-warnings=${wrong}`)).code).toBe(2);
    expect((await telos("check", warned, "--loud")).code).toBe(2);
    const { code, out, error } = await telos(
      "check",
      join(folder, "one.reward"),
      warned,
      file("latin.reward", Uint8Array.of(0xe4)),
      "--format",
      "junit",
    );
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(error.split("\n")).toEqual([
      expect.stringMatching(/^telos check: .*one\.reward does not exist\.$/),
      expect.stringMatching(/^telos check: .*latin\.reward is not a text in UTF-8\.$/),
      "",
    ]);
  });
});
