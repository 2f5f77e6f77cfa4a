// A real finding, from the analyses to the editor and back: shown, explained, accepted with a reason, gone.
import { expect, it } from "vitest";
import { provideCodeActions } from "../../server/requests/provide-code-actions.ts";
import { provideCompletion } from "../../server/requests/provide-completion/index.ts";
import { provideHover } from "../../server/requests/provide-hover.ts";
import { applied, marked } from "./marker.ts";

const spec = `reward R {
  signal ok : bool from verifier
  signal rm : number from model("rm")
  goal solved = ok
  objective help = rm
  objective right = ok
}`;

const finding = (text: string) => marked(text).document.diagnostics.find(({ rule }) => rule === "unbounded-learned-reward");

it("explains a finding with its evidence and its witness", () => {
  const found = finding(spec);
  expect(found && spec.slice(found.start, found.end)).toBe("rm");
  const { markdown } = provideHover(marked(spec).document, found!.start, () => "docs:page")!;
  for (const part of [
    "[`unbounded-learned-reward` RH101](docs:page)",
    "**Why.**",
    "**Witness.**",
    "| step |",
    "**Evidence**",
    "https://arxiv.org/",
  ]) {
    expect(markdown).toContain(part);
  }
});

it("is gone once it is allowed with a reason, or mended by its own fix", () => {
  const actions = provideCodeActions(marked(spec).document, finding(spec)!);
  const allow = actions.find(({ title }) => title.startsWith("Allow"))!;
  const empty = applied(spec, allow.edits);
  expect(finding(empty)).toBeDefined();
  expect(marked(empty).document.diagnostics.map(({ rule }) => rule)).toContain("allow-without-reason");
  expect(finding(empty.replace('""', '"the model is frozen and bounded"'))).toBeUndefined();
  const fix = actions.find(({ title }) => title.includes("sigmoid"))!;
  expect(finding(applied(spec, fix.edits))).toBeUndefined();
});

it("offers the names of rules where one is allowed", () => {
  const { document, offset } = marked(spec.replace("  objective help", "  @allow(‸\n  objective help"));
  expect(provideCompletion(document, offset).items.map(({ label }) => label)).toContain("unbounded-learned-reward");
});
