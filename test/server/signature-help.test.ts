// The call around the cursor and the argument being written.
import { expect, it } from "vitest";
import { provideSignatureHelp } from "../../server/requests/provide-signature-help.ts";
import { marked } from "./marker.ts";

function help(call: string) {
  const { document, offset } = marked(
    `/// Twice it.\nfn twice(x, by = 2) = x * by\nreward R {\n  signal a : 0..1 from policy\n  let b = ${call}\n  let c = 1\n}`,
  );
  const found = provideSignatureHelp(document, offset);
  return found && { label: found.label, active: found.parameters[found.active]?.label };
}

it("names the operator and the argument being written", () => {
  expect(help("clip(‸")?.label).toMatch(/^clip\(.*\) : /);
  expect(help("clip(a‸, 0, 1)")?.active).toMatch(/^x/);
  expect(help("clip(a, 0, ‸")?.active).toMatch(/^hi/);
});

it("follows nesting, and leaves an argument list that is closed", () => {
  expect(help("clip(abs(‸), 0, 1)")?.label).toMatch(/^abs/);
  expect(help("clip(abs(a), ‸0, 1)")?.active).toMatch(/^lo/);
  expect(help("clip([a, a], ‸0, 1)")?.active).toMatch(/^lo/);
  expect(help("clip(a, 0, 1) + ‸")).toBeUndefined();
  expect(help("(‸")).toBeUndefined();
});

it("goes by name where the argument is named", () => {
  expect(help("tolerance(a, 0..1, kind: ‸")?.active).toMatch(/^kind/);
});

it("knows the file's own functions", () => {
  expect(help("twice(a, ‸)")).toEqual({ label: "twice(x, by = 2)", active: "by = 2" });
});

it("has parameters that are parts of the label", () => {
  const { document, offset } = marked("reward R {\n  let b = tolerance(‸)\n}");
  const found = provideSignatureHelp(document, offset)!;
  for (const { label } of found.parameters) expect(found.label).toContain(label);
});
