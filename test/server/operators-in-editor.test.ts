// Operators with options, lists, named arguments and stages as the editor completes and explains them.
import { expect, it } from "vitest";
import { provideCompletion } from "../../server/requests/provide-completion/index.ts";
import { provideHover } from "../../server/requests/provide-hover.ts";
import { provideSignatureHelp } from "../../server/requests/provide-signature-help.ts";
import { marked } from "./marker.ts";

const spec = (member: string) =>
  marked(`reward R {
  horizon 100 steps
  dt 0.1 [s]
  group 4
  signal answer : text from policy
  signal steps : list of 0..1 from model("prm")
  signal gaps : list of 0..20 [m]
  signal score : 0..1 at end from judge("a")
  signal reach : bool
  signal lift : bool
  signal pose : quaternion(xyzw)
  sequence task = reach then lift within 5 [s]
  ${member}
  objective o = reach
}`);
const labels = (member: string) => {
  const { document, offset } = spec(member);
  return provideCompletion(document, offset).items.map(({ label }) => label);
};
const hover = (member: string) => {
  const { document, offset } = spec(member);
  return provideHover(document, offset)?.markdown ?? "";
};
const help = (member: string) => {
  const { document, offset } = spec(member);
  return provideSignatureHelp(document, offset);
};

it("offers the options of an argument inside its quotes, and quoted outside", () => {
  expect(labels('probe p = steps_agg(steps, how: "‸")')).toEqual(expect.arrayContaining(["min", "prod"]));
  expect(labels("probe p = steps_agg(steps, how: ‸)")).toEqual(expect.arrayContaining(['"min"']));
  expect(labels('probe p = group_adv(score, kind: "‸')).toContain("dr_grpo");
});

it("offers named arguments that are not given yet", () => {
  const given = labels("probe p = group_adv(score, ‸)");
  expect(given.some((label) => label.startsWith("kind"))).toBe(true);
  expect(given.some((label) => label.startsWith("R:"))).toBe(false);
});

it("offers what a sequence has", () => {
  expect(labels("probe p = task.‸")).toEqual(expect.arrayContaining(["stage", "progress", "done", "failed"]));
  expect(labels("probe p = pose.‸")).toEqual(expect.arrayContaining(["w", "x", "y", "z"]));
});

it("offers operators on lists and axes", () => {
  expect(labels("probe p = un‸")).toContain("unique");
  expect(labels("probe p = mean(score) over ‸")).toEqual(expect.arrayContaining(["steps", "group"]));
});

it("says on hover which way, in which range and with which unit an operator goes", () => {
  expect(hover("probe p = so‸ftmin(steps)")).toContain("Rises with `xs` and `beta`.");
  expect(hover("probe p = ra‸mp(score, 0..1)")).toContain("Always in `0..1`.");
  expect(hover("probe p = rate‸_of(steps[0] ?? 0)")).toContain("The unit of the argument per second.");
  expect(hover('probe p = answer mat‸ches r"a"')).toContain("pattern");
});

it("follows the arguments of an operator, by position and by name", () => {
  expect(help("probe p = length_band(1, ‸[100], [1])")).toMatchObject({ active: 1 });
  const named = help('probe p = steps_agg(steps, how: ‸"min")');
  expect(named).toMatchObject({ active: 1 });
  expect(named!.label).toMatch(/^steps_agg\(/);
});
