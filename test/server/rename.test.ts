// Renaming: what changes with a name, and which names are refused.
import { expect, it } from "vitest";
import { prepareRename, provideRename } from "../../server/requests/provide-rename.ts";
import { applied, marked } from "./marker.ts";

const spec = `fn twice(x) = x + x
reward R {
  signal tokens : 0..10 from policy
  let half = tok‸ens / 2
  objective tokens = twice(half)
  scenario good { tokens = 3 }
  expect good.tokens >= 0
}`;

it("renames a value everywhere, but not a term of the same name", () => {
  const { document, offset, text } = marked(spec);
  const result = provideRename(document, offset, "length");
  expect(result.ok && applied(text, result.files[0]!.edits)).toBe(
    text.replace("signal tokens", "signal length").replace("= tokens / 2", "= length / 2").replace("{ tokens", "{ length"),
  );
});

it("names the span and text that will change", () => {
  const { document, offset, text } = marked(spec);
  const name = prepareRename(document, offset);
  expect(name?.placeholder).toBe("tokens");
  expect(text.slice(name!.start, name!.end)).toBe("tokens");
  expect(prepareRename(document, 0)).toBeUndefined();
});

it.each([
  ["2nd", "cannot be a name"],
  ["if", "is a word of the language"],
  ["half", 'already a let called "half"'],
])("refuses %s", (name, reason) => {
  const { document, offset } = marked(spec);
  const result = provideRename(document, offset, name);
  expect(result).toMatchObject({ ok: false });
  expect(!result.ok && result.message).toContain(reason);
});

it("allows a name that only another namespace or another reward uses", () => {
  const { document, offset } = marked(spec);
  expect(provideRename(document, offset, "good").ok).toBe(true);
  const two = marked("reward A {\n  signal a‸ : bool from verifier\n}\nreward B {\n  signal b : bool from verifier\n}");
  expect(provideRename(two.document, two.offset, "b").ok).toBe(true);
});

it("renames a parameter inside its function only", () => {
  const { document, offset, text } = marked(spec.replace("‸", "").replace("x + x", "x‸ + x"));
  const result = provideRename(document, offset, "y");
  expect(result.ok && applied(text, result.files[0]!.edits)).toBe(text.replace("fn twice(x) = x + x", "fn twice(y) = y + y"));
});
