// Hovers: names, operators, words, units, and findings with their witnesses.
import { expect, it } from "vitest";
import type { Diagnostic } from "../../compiler/diagnostics.ts";
import { provideHover } from "../../server/requests/provide-hover.ts";
import { marked, walk, withDiagnostics } from "./marker.ts";

/** Hover on the first place of `walk` that reads `what`, at its first letter. */
function hover(what: string, spec = walk) {
  const { document, text } = marked(spec);
  const found = provideHover(document, text.indexOf(what));
  return { markdown: found?.markdown ?? "", at: found && text.slice(found.start, found.end) };
}

it("shows type, unit, range, timing, trust and source of a signal", () => {
  const { markdown, at } = hover("velocity)");
  expect(at).toBe("velocity");
  for (const part of ["velocity : vector(2) [m/s] in -2..2 from environment", "per step", "`-2..2`", "`m/s`", "measured"]) {
    expect(markdown).toContain(part);
  }
});

it("shows what was inferred of a named value, and its doc comment", () => {
  const { markdown } = hover("half", "reward R {\n  signal a : 0..10 from policy\n  /// Half of *a*.\n  let half = a / 2\n}");
  expect(markdown).toContain("let half : number in 0..5");
  expect(markdown).toContain("Half of *a*.");
  expect(markdown).toContain("chosen by the agent itself");
});

it("shows a parameter with its value and a term with its weight", () => {
  expect(hover("sigma :").markdown).toContain("param sigma : 0.05..1 = 0.25");
  expect(hover("effort").markdown).toContain("penalty effort weight 0.01");
});

it("shows an operator's signature, summary, example and source", () => {
  const { markdown, at } = hover("exp(");
  expect(at).toBe("exp");
  for (const part of ["exp(x number) : number", "Example:", "`exp(0)` is `1`", "Source:"]) expect(markdown).toContain(part);
  expect(hover("^2").markdown).toContain("^");
});

it.each([
  ["discount 0", "γ"],
  ["ends when", "terminates"],
  ["hazard", "must not happen"],
  ["environment", "Sensors"],
  ["at start", "before the first step"],
  ["over steps", "Aggregates"],
  ["steps <", "one value per episode"],
  ["failed", "as failure"],
  ["vector(2)", "components"],
  ["per second", "dt"],
])("explains %s", (what, part) => {
  expect(hover(what).markdown).toContain(part);
});

it("explains units, with what they are worth", () => {
  const spec = "reward R {\n  signal f : 0..9 [kN] from environment\n  signal d : 0..9 [m] from environment\n}";
  expect(hover("kN", spec).markdown).toContain("1 kN = 1000 ");
  expect(hover("m]", spec).markdown).toContain("metre");
});

it("says nothing about numbers, comments and empty places", () => {
  expect(hover("100 steps").markdown).toBe("");
  expect(hover("How far").markdown).toBe("");
  expect(provideHover(marked("").document, 0)).toBeUndefined();
});

const finding: Diagnostic = {
  code: "RH101",
  rule: "unbounded-learned-reward",
  severity: "warning",
  start: 0,
  end: 0,
  message: "It has no upper bound.",
  why: "An optimiser will leave the range where the score can be trusted.",
  help: "Bound it.",
  witness: {
    episode: { id: "w", steps: [{ a: 1 }, { a: 1 }, { a: 2 }] },
    honest: { id: "h", steps: [{ a: 0 }] },
    return: 12,
    honestReturn: 1,
    explanation: "Repeating itself earns 12, the honest answer 1.",
  },
};

it("adds why, and the witness as a table to what stands there", () => {
  const { document, text } = marked("reward R {\n  signal a : 0..10 from policy\n  objective x = a\n}");
  const start = text.indexOf("a\n}");
  const found = provideHover(
    withDiagnostics(document, [{ ...finding, start, end: start + 1 }]),
    start,
    ({ rule }) => `docs:${rule}`,
  );
  const markdown = found?.markdown ?? "";
  expect(markdown.indexOf("signal a")).toBeLessThan(markdown.indexOf("Why."));
  for (const part of [
    "leave the range",
    "docs:unbounded-learned-reward",
    "**12**",
    "| 0–1 | 1 |",
    "| 2 | 2 |",
    "Repeating itself",
  ]) {
    expect(markdown).toContain(part);
  }
});

it("answers on the diagnostic's own span where nothing is named", () => {
  const { document } = marked("reward R {\n}\n");
  const found = provideHover(withDiagnostics(document, [{ ...finding, start: 10, end: 12 }]), 11);
  expect(found).toMatchObject({ start: 10, end: 12 });
});

it("keeps bars and line breaks of a value inside its table cell", () => {
  const { document } = marked("reward R {\n}\n");
  const witness = { ...finding.witness!, episode: { id: "w", steps: [{ text: "a|b\n`c`" }] } };
  const markdown = provideHover(withDiagnostics(document, [{ ...finding, witness, start: 10, end: 12 }]), 11)?.markdown ?? "";
  expect(markdown).toContain('| 0 | "a\\|b\\n`c`" |');
});

it("says of a claim what became of it", () => {
  const spec =
    "reward R {\n  signal a : 0..1\n  objective x = max(a, 1 - a)\n  prove return in 0..1\n  prove return >= 0.4\n  prove return <= 0.9\n}";
  expect(hover("prove return in", spec).markdown).toContain("**Proved.** The declared ranges show that the return lies in 0..1.");
  expect(hover("prove return >=", spec).markdown).toContain(
    "**Open.** The declared ranges only show that the return lies in 0..1.",
  );
  const refuted = hover("prove return <=", spec).markdown;
  expect(refuted).toContain("**Witness.**");
  expect(refuted).toContain("| step |");
});

const paid = `reward R {
  horizon 100 steps
  signals from environment {
    speed : 0..2
    turn  : -1..1
    heat  : 0..1
    done  : bool
    idle  : 0..1
  }
  ends when done as success
  objective fast weight 3 = speed
  objective arrival weight 50 once = done
  penalty hot = heat + turn^2
}`;

it.each([
  ["fast weight", "Pays **0..6** a step, **0..600** an episode; it grows with the number of steps."],
  ["arrival weight", "Pays **0..50**, once an episode."],
  ["hot =", "Pays **−2..0** a step, **−200..0** an episode; it grows with the number of steps."],
  ["speed :", "Raised on every step, `fast` pays no less."],
  ["turn  :", "Raised on every step, `hot` pays either more or less."],
  ["heat  :", "Raised on every step, `hot` pays no more."],
  ["done  :", "True rather than false on every step, `arrival` pays no less."],
  ["idle  :", "What the terms pay does not depend on it."],
])("says what the facts know of %s", (what, text) => {
  expect(hover(what, paid).markdown).toContain(text);
});

it("says nothing of what is paid while the reward has an error", () => {
  expect(hover("fast weight", paid.replace("= speed", "= sped")).markdown).not.toContain("Pays");
});
