// Questions about names that other files declare: where they are, what they are, who else uses them.
import { describe, expect, it } from "vitest";
import type { OpenDocument } from "../../server/documents.ts";
import { provideCompletion } from "../../server/requests/provide-completion/index.ts";
import { provideDefinition } from "../../server/requests/provide-definition.ts";
import { provideDocumentLinks } from "../../server/requests/provide-document-links.ts";
import { provideFileRename } from "../../server/requests/provide-file-rename.ts";
import { provideHighlights } from "../../server/requests/provide-highlights.ts";
import { provideHover } from "../../server/requests/provide-hover.ts";
import { provideInlayHints } from "../../server/requests/provide-inlay-hints.ts";
import { provideReferences } from "../../server/requests/provide-references.ts";
import { provideRename } from "../../server/requests/provide-rename.ts";
import { provideSemanticTokens } from "../../server/requests/provide-semantic-tokens.ts";
import { provideSignatureHelp } from "../../server/requests/provide-signature-help.ts";
import { applied } from "./marker.ts";
import { opened } from "./workspace.ts";

const lib = `// A long first line, so that no position here means anything in a short file, and none there means anything here.
unit lap
/// Beyond a point.
fn hinge(x, at = 1) = max(0, x - at)
fn wide(x) = hinge(x, at: 2)
signals Quadruped {
  speed : 0..10 [lap] from environment
  fell  : bool hazard
}
`;
const main = `use "lib/gait.reward"
reward R {
  signals Quadruped
  signal far : 0..5 [lap]
  objective a = hinge(far / 1 [lap], at: 2)
  objective b = speed / 1 [lap]
  scenario s { speed = 3, far = 1 }
}
reward S {
  signals Quadruped
  penalty fall = fell
}
`;
const other = `use "gait.reward"
reward T {
  signals Quadruped
  objective b = wide(speed / 1 [lap])
}
`;

const world = (where: string, text: string, at: string) => {
  const files: Record<string, string> = { "main.reward": main, "lib/gait.reward": lib, "lib/other.reward": other };
  files[where] = text.replace(at, at.includes("‸") ? at : `${at.slice(0, 1)}‸${at.slice(1)}`);
  const { documents, offset } = opened(files);
  return { document: documents[where]!, offset, others: Object.values(documents), documents };
};
const inMain = (at: string) => world("main.reward", main, at);
const inLib = (at: string) => world("lib/gait.reward", lib, at);
const named = ({ path }: OpenDocument) => path.slice("/spec/".length);

it("compiles without a complaint", () => {
  for (const document of inMain("far").others)
    expect(document.diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
});

describe("definition", () => {
  const target = (at: string) => {
    const { document, offset } = inMain(at);
    const link = provideDefinition(document, offset)!;
    const text = document.textOf(link.file);
    return [link.file, text.slice(link.target.start, link.target.end), text.slice(link.declaration.start, link.declaration.end)];
  };
  const file = "/spec/lib/gait.reward";

  it.each([
    ["hinge(far", "hinge"],
    ["Quadruped", "Quadruped"],
    ["speed / 1", "speed"],
    ["speed = 3", "speed"],
    ["lap], at", "lap"],
    ["at: 2", "at"],
  ])("of %s", (at, name) => expect(target(at).slice(0, 2)).toEqual([file, name]));

  it("of a path is the file", () => {
    expect(target("gait.reward")).toEqual([file, "", ""]);
  });
});

it("explains what another file declares, with its words, and says where it is", () => {
  const { document, offset } = inMain("hinge(far");
  const { markdown } = provideHover(document, offset)!;
  expect(markdown).toContain("fn hinge(x, at = 1) = max(0, x - at)");
  expect(markdown).toContain("Beyond a point.");
  expect(markdown).toContain("lib/gait.reward");
  const signal = inMain("speed / 1");
  expect(provideHover(signal.document, signal.offset)!.markdown).toContain("signal speed : 0..10 [lap] from environment");
});

it("finds every use of a function in every file", () => {
  for (const { document, offset, others } of [inMain("hinge(far"), inLib("hinge(x, at = 1)"), inLib("hinge(x, at: 2)")]) {
    const found = provideReferences(document, offset, { withDeclaration: true, others });
    const places = found.flatMap(({ document: each, spans }) =>
      spans.map((span) => `${named(each)} ${each.text.slice(span.start, span.end)}`),
    );
    expect(places.sort()).toEqual(["lib/gait.reward hinge", "lib/gait.reward hinge", "main.reward hinge"]);
  }
});

describe("rename", () => {
  const renamed = ({ document, offset, others }: ReturnType<typeof world>, name: string) => {
    const result = provideRename(document, offset, name, others);
    if (!result.ok) return result.message;
    return Object.fromEntries(result.files.map(({ document: each, edits }) => [named(each), applied(each.text, edits)]));
  };
  const both = (from: RegExp, to: string, ...files: string[]) => {
    const texts: Record<string, string> = { "main.reward": main, "lib/gait.reward": lib, "lib/other.reward": other };
    return Object.fromEntries(files.map((file) => [file, texts[file]!.replace(from, to)]));
  };

  it("of a function, asked for where it is used and where it is declared", () => {
    const wanted = both(/\bhinge\b/g, "beyond", "lib/gait.reward", "main.reward");
    expect(renamed(inMain("hinge(far"), "beyond")).toEqual(wanted);
    expect(renamed(inLib("hinge(x, at = 1)"), "beyond")).toEqual(wanted);
  });

  it("of a unit, a set and a signal of a set, in every reward", () => {
    const all = ["lib/gait.reward", "main.reward", "lib/other.reward"];
    for (const start of [inMain, inLib]) {
      expect(renamed(start(start === inMain ? "lap], at" : "lap\n"), "tour")).toEqual(both(/\blap\b/g, "tour", ...all));
      expect(renamed(start("Quadruped"), "Robot")).toEqual(both(/\bQuadruped\b/g, "Robot", ...all));
      expect(renamed(start(start === inMain ? "speed / 1" : "speed"), "pace")).toEqual(both(/\bspeed\b/g, "pace", ...all));
    }
    expect(renamed(inMain("fell"), "fallen")).toEqual(both(/\bfell\b/g, "fallen", "lib/gait.reward", "main.reward"));
  });

  it("of a parameter, with the calls that name it", () => {
    expect(renamed(inMain("at: 2"), "from_here")).toEqual(
      both(/\bat\b(?= =|: 2|\) = max)|(?<=x - )at\b/g, "from_here", "lib/gait.reward", "main.reward"),
    );
  });

  it("is refused where the name is taken in another file", () => {
    expect(renamed(inLib("speed"), "far")).toBe('There is already a signal called "far" in ../main.reward.');
    expect(renamed(inMain("speed / 1"), "fell")).toBe('There is already a signal called "fell" here.');
    expect(renamed(inLib("hinge(x, at = 1)"), "wide")).toContain('called "wide" here');
  });

  it("of what stands in a reward stays in its file", () => {
    expect(renamed(inMain("far / 1"), "near")).toEqual(both(/\bfar\b/g, "near", "main.reward"));
  });
});

it("offers what used files declare", () => {
  const labels = (text: string) => {
    const { documents, offset } = opened({ "main.reward": text, "lib/gait.reward": lib });
    return provideCompletion(documents["main.reward"]!, offset).items.map(({ label }) => label);
  };
  expect(labels(main.replace("hinge(far", "‸ + hinge(far"))).toEqual(expect.arrayContaining(["hinge", "wide", "speed", "fell"]));
  expect(labels(main.replace("signals Quadruped", "signals ‸"))).toContain("Quadruped");
  expect(labels(main.replace("0..5 [lap]", "0..5 [‸]"))).toContain("lap");
});

it("shows the parameters of a used function", () => {
  const { document, offset } = inMain("at: 2");
  expect(provideSignatureHelp(document, offset)).toMatchObject({
    label: "hinge(x, at = 1)",
    documentation: "Beyond a point.",
    active: 1,
  });
});

it("places nothing of another file in this one", () => {
  const { document, offset } = inMain("speed / 1");
  const { text } = document;
  for (const token of provideSemanticTokens(document)) expect(text.slice(token.start, token.end)).toMatch(/^(@|\w+)$/);
  expect(provideSemanticTokens(document).find(({ start }) => start === text.indexOf("hinge"))?.type).toBe("function");
  for (const hint of provideInlayHints(document, { start: 0, end: text.length }))
    expect(hint.offset).toBeLessThanOrEqual(text.length);
  expect(provideHighlights(document, offset).map(({ start, end }) => text.slice(start, end))).toEqual(["speed", "speed"]);
  expect(provideDocumentLinks(document)).toMatchObject([{ target: { kind: "file", path: "lib/gait.reward" } }]);
  // No position in the first line of the other file is a definition here.
  for (let at = 0; at < text.indexOf("reward R"); at++)
    expect(provideDefinition(document, at)?.file ?? "/spec/lib/gait.reward").toBe("/spec/lib/gait.reward");
});

it("lets paths follow files and folders that move", () => {
  const { others } = inMain("far");
  const paths = (from: string, to: string) =>
    Object.fromEntries(
      provideFileRename(others, [{ from: `/spec/${from}`, to: `/spec/${to}` }]).map(({ document, edits }) => [
        named(document),
        edits.map(({ text }) => text),
      ]),
    );
  expect(paths("lib/gait.reward", "lib/gaits/walk.reward")).toEqual({
    "main.reward": ['"lib/gaits/walk.reward"'],
    "lib/other.reward": ['"gaits/walk.reward"'],
  });
  expect(paths("lib", "shared/robots")).toEqual({ "main.reward": ['"shared/robots/gait.reward"'] });
  expect(paths("main.reward", "deep/er/main.reward")).toEqual({ "main.reward": ['"../../lib/gait.reward"'] });
  expect(paths("lib/unrelated.reward", "x.reward")).toEqual({});
});
