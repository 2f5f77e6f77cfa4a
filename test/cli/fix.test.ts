// `telos check --fix`, `--fix-unsafe` and `--stats`.
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { scratchEach, telos } from "./run-telos.ts";

const { file } = scratchEach();

const slips =
  "reward R {\n  signal a : bool from verifier\n  signal b : bool from verifier\n  goal g = a && b\n  objective x = a && b\n}\n";
const learned = `reward R {
  signal ok : bool from verifier
  signal rm : number from model("rm")
  goal solved = ok
  objective help = rm
}
`;

it("--fix applies what is safe, writes it, and reports what is left", async () => {
  const [path, other] = [file("slips.reward", slips), file("learned.reward", learned)];
  expect((await telos("check", path)).code).toBe(1);
  const { error } = await telos("check", path, other, "--fix");
  expect(error).toBe(`${path}: 2 fixes applied\n`);
  expect(readFileSync(path, "utf8")).toContain("goal g = a and b\n  objective x = a and b\n");
  expect(readFileSync(other, "utf8")).toBe(learned);
  expect((await telos("check", path)).code).toBe(0);
  expect((await telos("check", path, "--fix")).error).toBe("");
});

it("--fix-unsafe applies the first that helps of each finding", async () => {
  const path = file("learned.reward", learned);
  const { out, error } = await telos("check", path, "--fix-unsafe", "--format", "json");
  expect(error).toMatch(/: \d+ fix(es)? applied\n$/);
  expect(readFileSync(path, "utf8")).not.toBe(learned);
  const left = JSON.parse(out).files[0].diagnostics.map(({ rule }: { rule: string }) => rule);
  expect(left).not.toContain("unbounded-learned-reward");
});

it("leaves what is allowed, and rules that are off, alone", async () => {
  const allowed = learned.replace("  objective", '  @allow(unbounded-learned-reward, "it is frozen")\n  objective');
  const path = file("allowed.reward", allowed);
  await telos("check", path, "--fix-unsafe");
  expect(readFileSync(path, "utf8")).toContain("objective help = rm\n");
  const off = file("off.reward", learned);
  file("telos.json", '{ "rules": { "unbounded-learned-reward": "off" } }');
  await telos("check", off, "--fix-unsafe");
  expect(readFileSync(off, "utf8")).toContain("objective help = rm\n");
});

it("does not fix what is piped in", async () => {
  expect(await telos("check", "-", "--fix")).toMatchObject({ code: 2, error: expect.stringContaining("it has no file") });
});

it("--stats tells the time of each stage and rule, as text and as JSON", async () => {
  const path = file("learned.reward", learned);
  const { out } = await telos("check", path, "--stats");
  for (const part of ["parse", "facts", "times as long as parsing", "RH101 unbounded-learned-reward"])
    expect(out).toContain(part);
  const { stats } = JSON.parse((await telos("check", path, "--stats", "--format", "json")).out);
  expect(stats).toMatchObject({ parse: expect.any(Number), compile: expect.any(Number), facts: expect.any(Number) });
  expect(stats.perRule).toContainEqual({ code: "RH101", rule: "unbounded-learned-reward", time: expect.any(Number) });
});
