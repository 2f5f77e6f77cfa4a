// From names to their declarations and back: definition, references, highlights.
import { expect, it } from "vitest";
import { provideDefinition } from "../../server/requests/provide-definition.ts";
import { provideHighlights } from "../../server/requests/provide-highlights.ts";
import { provideReferences } from "../../server/requests/provide-references.ts";
import { marked } from "./marker.ts";

const value = `reward R {
  signal ⟦tokens⟧ : 0..10 from policy
  let half = ⟦tok‸ens⟧ / 2
  objective a = half + ⟦tokens⟧
  scenario s { ⟦tokens⟧ = 3 }
}`;

it("leads from a use to the declared name and its declaration", () => {
  const { document, offset, spans, text } = marked(value);
  const link = provideDefinition(document, offset);
  expect(link?.target).toEqual(spans[0]);
  expect(link?.origin).toEqual(spans[1]);
  expect(text.slice(link!.declaration.start, link!.declaration.end)).toContain("signal tokens : 0..10 from policy");
});

it("finds every use, in expressions and in scenarios, with and without the declaration", () => {
  const { document, offset, spans } = marked(value);
  expect(provideReferences(document, offset, { withDeclaration: true }).flatMap(({ spans }) => spans)).toEqual(spans);
  expect(provideReferences(document, offset, { withDeclaration: false }).flatMap(({ spans }) => spans)).toEqual(spans.slice(1));
});

it("tells the declaration from the uses when highlighting", () => {
  const { document, offset } = marked(value);
  expect(provideHighlights(document, offset).map(({ kind }) => kind)).toEqual(["write", "read", "read", "read"]);
});

it("keeps values and terms of the same name apart", () => {
  const { document, offset, spans } = marked(`reward R {
  signal ⟦correct⟧ : bool from verifier
  objective correct = ⟦corr‸ect⟧
  scenario good { ⟦correct⟧ = true }
  expect good.correct > 0
}`);
  expect(provideReferences(document, offset, { withDeclaration: true }).flatMap(({ spans }) => spans)).toEqual(spans);
});

it("follows a term read through a scenario, a scenario, a function and its parameter", () => {
  const text = (what: string) =>
    `fn twice(x) = x + x
reward R {
  signal a : 0..1 from verifier
  objective right = twice(a)
  scenario good { a = 1 }
  expect good.right > 0
}`.replace(what, `${what.slice(0, -1)}‸${what.slice(-1)}`);
  const target = (what: string) => {
    const { document, offset, text: plain } = marked(text(what));
    const link = provideDefinition(document, offset);
    return link && plain.slice(link.declaration.start, link.declaration.end).split(/\s*[={]/)[0];
  };
  expect(target("expect good.right")).toBe("objective right");
  expect(target("expect good")).toBe("scenario good");
  expect(target("= twice")).toBe("fn twice(x)");
  expect(target("= x")).toBe("x");
});

it("answers nothing where there is no name", () => {
  const { document, offset } = marked("reward R {\n  ‸\n  signal a : bool from verifier\n}");
  expect(provideDefinition(document, offset)).toBeUndefined();
  expect(provideReferences(document, offset, { withDeclaration: true }).flatMap(({ spans }) => spans)).toEqual([]);
  expect(provideHighlights(document, offset)).toEqual([]);
});
