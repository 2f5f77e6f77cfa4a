// Completion at the end of members that are still being written, place by place.
import { expect, it } from "vitest";
import { provideCompletion } from "../../server/requests/provide-completion/index.ts";
import { marked } from "./marker.ts";

/** Completes at the end of a member that is still being written, with healthy members before and after it. */
function complete(member: string) {
  const { document, offset, text } = marked(`unit lap
fn twice(x) = x + x
reward R {
  signal correct : bool from verifier
  signal tokens : 0..4096 [tok] from policy
  signal mode : one of "fast" | "slow" from policy
  signal place : vector(3) from environment
  let half = tokens / 2
  goal solved = correct
  objective right = correct
  scenario good { correct = true }
  ${member}${member.includes("‸") ? "" : "‸"}

  penalty long = ramp(tokens, 0..10 [tok])
}`);
  const { items, replaces } = provideCompletion(document, offset);
  return { items, labels: items.map(({ label }) => label), replaced: text.slice(replaces.start, replaces.end) };
}

const includes = (member: string, ...labels: string[]) => expect(complete(member).labels).toEqual(expect.arrayContaining(labels));
const excludes = (member: string, ...labels: string[]) => {
  for (const label of labels) expect(complete(member).labels).not.toContain(label);
};

it("offers members inside a reward, declarations outside, as snippets with documentation", () => {
  includes("obj", "objective", "signal", "scenario", "@allow");
  excludes("obj", "reward", "tokens");
  expect(complete("obj").replaced).toBe("obj");
  const item = complete("obj").items.find(({ label }) => label === "objective")!;
  expect(item.snippet).toContain("$0");
  expect(item.documentation).toContain("paid");
  const file = provideCompletion(marked("").document, 0).items.map(({ label }) => label);
  expect(file).toEqual(expect.arrayContaining(["reward", "fn", "unit", "use"]));
  expect(file).not.toContain("objective");
});

it("offers values in scope before operators in an expression", () => {
  const { labels, items } = complete("let x = ");
  expect(labels).toEqual(expect.arrayContaining(["tokens", "half", "solved", "twice", "ramp", "if", "t"]));
  expect(labels.indexOf("tokens")).toBeLessThan(labels.indexOf("ramp"));
  expect(labels).not.toContain("x");
  expect(labels).not.toContain("right");
  expect(items.find(({ label }) => label === "ramp")!.snippet).toMatch(/^ramp\(\$\{1:.*\$\{2:/);
  expect(items.find(({ label }) => label === "tokens")!.detail).toContain("tok");
});

it("continues an expression that is complete", () => {
  includes("objective x = correct ", "and", "when", "over", "penalty");
  excludes("objective x = correct ", "tokens", "then");
  includes("let x = if correct ", "then");
  includes("let x = if correct then 1 ", "else");
  includes("require x = correct ", "else");
  includes("ends when correct ", "as");
  includes("horizon 100 ", "steps");
});

it("knows what comes between a term's name and its formula", () => {
  expect(complete("objective x ").labels).toEqual(expect.arrayContaining(["weight", "per second", "once", "when"]));
  expect(complete("shaping x ").labels).toEqual(["weight"]);
  includes("objective x weight ", "half");
  includes("objective x per ", "step", "second");
  expect(complete("let ").labels).toEqual([]);
});

it("offers types, then timing, source and tags, then sources", () => {
  includes("signal z : ", "bool", "vector", "one", "range");
  includes("signal z : bool ", "from", "at end", "repeatable", "writable by");
  expect(complete("signal z : bool from ").labels).toEqual(expect.arrayContaining(["verifier", "judge", "policy"]));
  includes("signals from environment { z : bool from ", "simulator");
  includes("param p : ", "range");
});

it("offers units inside brackets, those of the file first", () => {
  expect(complete("signal z : 0..1 [").labels[0]).toBe("lap");
  includes("let x = half - 3 [", "tok", "m", "s");
  includes("let x = half - 3 [m/", "s");
  includes("let x = place[", "half");
});

it("offers scenarios, signals and values inside scenarios", () => {
  expect(complete("scenario b like ").labels).toContain("good");
  expect(complete("scenario b { ").labels).toEqual(["correct", "tokens", "mode", "place", "steps"]);
  expect(complete("scenario b { correct = ").labels).toEqual(["true", "false"]);
  expect(complete("scenario b { mode = ").labels).toEqual(['"fast"', '"slow"']);
  expect(complete("scenario b { correct = true, ").labels).toContain("tokens");
  expect(complete("scenario b { steps 3 { ").labels).toContain("correct");
  expect(complete("expect ").labels[0]).toBe("good");
  expect(complete("expect good.").labels).toEqual(expect.arrayContaining(["right", "long", "solved"]));
  expect(complete("expect good with { ").labels).toContain("tokens");
});

it("offers signals and special columns in a data block", () => {
  includes('data d "x.jsonl" { ', "correct", "episode", "terminated");
});

it("offers components, axes, named arguments, options and patterns", () => {
  expect(complete("let x = place.").labels).toEqual(["x", "y", "z", "xy", "xz", "yz", "xyz"]);
  expect(complete("let x = mean(place) over ").labels).toContain("steps");
  includes("let x = tolerance(half, 0..1, ", "kind:", "margin:");
  expect(complete('let x = tolerance(half, 0..1, kind: "‸")').labels).toEqual(expect.arrayContaining(["gaussian", "cosine"]));
  expect(complete("let x = match mode { ").labels).toEqual(['"fast"', '"slow"', "else"]);
  expect(complete("advantage ").labels).toContain("grpo");
  expect(complete("prove ").labels).toEqual(expect.arrayContaining(["separates", "not farmable", "return"]));
});

it("offers `return` only in claims and `terms` only in total", () => {
  includes("total = ", "terms");
  excludes("let x = ", "terms", "return");
  expect(complete("total = terms.").labels).toEqual(expect.arrayContaining(["right", "long"]));
});

it("offers nothing in comments, texts and numbers", () => {
  for (const member of ["// let x = ", "/* a ", 'let x = "a', "let x = 12"]) expect(complete(member).labels).toEqual([]);
});

it("replaces a whole rule name, dashes and hard words included", () => {
  expect(complete("@allow(bound-then-").replaced).toBe("bound-then-");
  expect(complete("@allow(").replaced).toBe("");
});
