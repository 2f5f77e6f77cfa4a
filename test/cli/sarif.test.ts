// SARIF against its schema, and against what it is read for: places, flows, fixes, suppressions, fingerprints.
import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { describe, expect, it } from "vitest";
import { scratch, telos } from "./run-telos.ts";

const { file } = scratch();

const { $schema, id, ...schema } = JSON.parse(readFileSync("test/fixtures/sarif/sarif-2.1.0-rtm.5.json", "utf8"));
const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
// Written in draft 4, of which nothing is used that later drafts read otherwise.
ajv.addFormat("uri", (text: string) => URL.canParse(text));
ajv.addFormat("uri-reference", (text: string) => URL.canParse(text, "file:///") && !/[\s\\<>"{}|^`]/.test(text));
ajv.addFormat("date-time", true);
const validate = ajv.compile(schema);

interface Region {
  startLine: number;
  startColumn: number;
  endLine: number;
  endColumn: number;
}
interface Place {
  physicalLocation: { artifactLocation: { uri: string }; region: Region };
  message?: { text: string };
}
interface Result {
  ruleId: string;
  ruleIndex: number;
  level: string;
  message: { text: string };
  locations: Place[];
  relatedLocations?: Place[];
  partialFingerprints: Record<string, string>;
  suppressions: { kind: string; status: string; justification: string; location: Place }[];
  codeFlows?: { message: { text: string }; threadFlows: { id: string; locations: { state?: object }[] }[] }[];
  fixes?: {
    description: { text: string };
    artifactChanges: { replacements: { deletedRegion: Region; insertedContent?: { text: string } }[] }[];
  }[];
  properties: { witness?: { return: number; episode: { steps: { count: number; values: object }[] } } };
}

async function sarif(...paths: string[]) {
  const { out } = await telos("check", ...paths, "--format", "sarif");
  const log = JSON.parse(out);
  expect(validate(log), JSON.stringify(validate.errors?.slice(0, 3))).toBe(true);
  const [run] = log.runs;
  return { driver: run.tool.driver, artifacts: run.artifacts, results: run.results as Result[] };
}

/** What stands in a region, read as a code-scanning service reads it. */
function textIn(text: string, { startLine, startColumn, endLine, endColumn }: Region): string {
  const lines = text.split("\n").slice(startLine - 1, endLine);
  const last = lines.length - 1;
  return lines.map((line, at) => line.slice(at === 0 ? startColumn - 1 : 0, at === last ? endColumn - 1 : undefined)).join("\n");
}

const farm = `reward Farm {
  horizon 100 steps

  signal gain : 0..1
  signal done : bool

  ends when done as success

  objective gains                 = gain
  objective arrival weight 5 once = done
}
`;
const allowed = farm.replace(
  "  objective gains ",
  '  @allow(dense-outweighs-terminal, "the gain is drawn from a tank that empties")\n  objective gains ',
);

describe("the schema", () => {
  it("knows a wrong report", () => {
    expect(validate({ version: "2.1.0", runs: [{ tool: { driver: { name: "T" } }, results: [{ level: "loud" }] }] })).toBe(false);
  });

  it("accepts the reports of all examples, specs with errors, and files that are used", async () => {
    await sarif("examples", "test/fixtures/specs");
    await sarif(file("half.reward", "reward {\n  objective = \u{10330} }"), file("empty.reward", ""));
    await sarif(file("with space/ü#1.reward", farm));
    file("lib/broken.reward", "fn f(x) = nothing(x)\n");
    const { artifacts } = await sarif(
      file("uses.reward", 'use "lib/broken.reward"\nreward R { signal a : 0..1  objective b = f(a) }\n'),
    );
    expect(artifacts.map(({ roles }: { roles?: string[] }) => roles)).toEqual([["analysisTarget"], undefined]);
  });
});

describe("a result", () => {
  it("names its rule, with help that needs no network", async () => {
    const { driver, results } = await sarif("examples/boat-race/boat-race.reward");
    for (const { ruleId, ruleIndex } of results) expect(driver.rules[ruleIndex].id).toBe(ruleId);
    const rule = driver.rules.find((each: { id: string }) => each.id === "RH303");
    expect(rule).toMatchObject({ name: "dense-outweighs-terminal", defaultConfiguration: { level: "warning" } });
    expect(rule.help.markdown).toContain("## Prefer");
    expect(rule.help.text).not.toMatch(/\]\(/);
    expect(rule.helpUri).toBeUndefined();
    expect(rule.properties.tags).toContain("reward-hacking");
    const known = driver.rules.map((each: { id: string }) => each.id);
    expect(known).toEqual([...new Set(known)].sort());
  });

  it("stands where the words stand, also behind characters of two units", async () => {
    const text = "reward R {\n  signal a : bool /* 𐌰 */ objective x = b\n}\n";
    const { results } = await sarif(file("place.reward", text));
    expect(results.map(({ locations }) => textIn(text, locations[0]!.physicalLocation.region))).toEqual(["b"]);
  });

  it("has an address relative to where the command runs, else one of this machine", async () => {
    const uriOf = async (path: string) => (await sarif(path)).results[0]!.locations[0]!.physicalLocation.artifactLocation.uri;
    expect(await uriOf("examples/boat-race/boat-race.reward")).toBe("examples/boat-race/boat-race.reward");
    expect(await uriOf(`${process.cwd()}/examples/boat-race/boat-race.reward`)).toBe("examples/boat-race/boat-race.reward");
    expect(await uriOf(file("a b.reward", farm))).toMatch(/^file:\/\/\/.*\/a%20b\.reward$/);
  });

  it("shows its witness as a flow, and whole in its properties", async () => {
    const { results } = await sarif("examples/boat-race/boat-race.reward");
    const found = results.find(({ ruleId }) => ruleId === "RH303")!;
    const [flow] = found.codeFlows!;
    expect(flow!.message.text).toContain("1,000 steps");
    expect(flow!.threadFlows.map((thread) => thread.id)).toEqual(["witness", "compared"]);
    expect(flow!.threadFlows[0]!.locations).toMatchObject([
      {
        executionOrder: 1,
        location: { message: { text: "steps 0 to 999: target_hit = true, finished = false" } },
        state: { target_hit: { text: "true" } },
      },
    ]);
    expect(found.properties.witness).toMatchObject({
      return: 10_000,
      episode: { steps: [{ count: 1000, values: { target_hit: true, finished: false } }] },
    });
  });

  it("offers its fixes as replacements that can be applied", async () => {
    const text = "reward R {\n  signal tokns : 0..4096\n  objective x = tokens\n}\n";
    const { results } = await sarif(file("fix.reward", text));
    const fix = results.flatMap(({ fixes }) => fixes ?? [])[0]!;
    const [{ deletedRegion, insertedContent }] = fix.artifactChanges[0]!.replacements as [
      { deletedRegion: Region; insertedContent?: { text: string } },
    ];
    expect([textIn(text, deletedRegion), insertedContent?.text]).toEqual(["tokens", "tokns"]);
    expect(fix.description.text).not.toBe("");
  });

  it("names related places", async () => {
    const { results } = await sarif("examples/boat-race", "examples/language-models", file("related.reward", farm));
    const related = results.flatMap(({ relatedLocations }) => relatedLocations ?? []);
    expect(related.length).toBeGreaterThan(0);
    for (const { message, physicalLocation } of related) {
      expect(message!.text).not.toBe("");
      const { uri } = physicalLocation.artifactLocation;
      const text = readFileSync(uri.startsWith("file:") ? new URL(uri) : decodeURIComponent(uri), "utf8");
      expect(textIn(text, physicalLocation.region).trim()).not.toBe("");
    }
  });

  it("is suppressed with its justification where it is allowed", async () => {
    const open = (await sarif(file("open.reward", farm))).results.find(({ ruleId }) => ruleId === "RH303")!;
    expect(open.suppressions).toEqual([]);
    const { results } = await sarif(file("allowed.reward", allowed));
    const [suppression] = results.find(({ ruleId }) => ruleId === "RH303")!.suppressions;
    expect(suppression).toMatchObject({
      kind: "inSource",
      status: "accepted",
      justification: "the gain is drawn from a tank that empties",
    });
    expect(textIn(allowed, suppression!.location.physicalLocation.region)).toMatch(/^@allow\(dense-outweighs-terminal/);
  });
});

describe("a fingerprint", () => {
  const printsOf = async (name: string, text: string) =>
    (await sarif(file(name, text))).results.map(({ partialFingerprints }) => partialFingerprints["telosFinding/v1"]);

  it("stays when lines move, when the file does, and when other parts change", async () => {
    const before = await printsOf("first.reward", farm);
    const moved = `// a line\n\n/* two\nmore */\n${farm.replace("  signal done", "\n\n  signal other : 0..1\n  signal done").replace("weight 5", "weight 4")}`;
    expect(before.length).toBeGreaterThan(0);
    expect(await printsOf("elsewhere/second.reward", moved)).toEqual(expect.arrayContaining(before));
  });

  it("tells equal words apart, and the rewards they stand in", async () => {
    const twice = "reward R {\n  signal a : bool\n  objective x = b and b\n}\n";
    const prints = await printsOf("twice.reward", `${twice}${twice.replace("reward R", "reward S")}`);
    expect(prints).toHaveLength(4);
    expect(new Set(prints).size).toBe(4);
  });
});
