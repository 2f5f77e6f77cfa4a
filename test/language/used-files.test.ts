// Files that use each other in any state: nothing hangs or throws, positions stay in their files, and used files are read once.
import fc from "fast-check";
import { expect, it } from "vitest";
import { compile } from "../../compiler/compilation.ts";
import type { Host } from "../../compiler/files/host.ts";
import { relativePath, resolvePath } from "../../compiler/files/path.ts";
import { expectSound } from "./invariants.ts";
import { mutants } from "./mutate.ts";
import { readSuite } from "./suite.ts";

const cases = readSuite(new URL("./use.md", import.meta.url)).filter(({ host }) => host !== undefined);

it("every beginning of a used file leaves something sound", () => {
  for (const one of cases) {
    for (let length = 0; length < 400; length += 13) {
      const cut: Host = { ...one.host!, read: (path) => (one.host!.read(path) as string | undefined)?.slice(0, length) };
      expectSound(one.text, cut);
    }
  }
});

it("random changes here and there leave something sound", () => {
  const texts = cases.map(({ text }) => text);
  fc.assert(
    fc.property(mutants(texts), mutants(texts), fc.nat(cases.length - 1), (text, other, which) => {
      expectSound(text, cases[which]!.host);
      expectSound(text, { ...cases[which]!.host!, read: () => other });
    }),
    { numRuns: 400 },
  );
});

it("a chain of files is followed to its limit and no further", () => {
  const chain = (path: string) => `use "${Number(path.slice(0, -".reward".length)) + 1}.reward"\nfn f(x) = x\n`;
  const { diagnostics } = compile('use "1.reward"\n', { path: "0.reward", read: chain });
  expect(diagnostics.map(({ code }) => code)).toEqual(["F007"]);
  const short: Host = { path: "0.reward", read: (path) => (Number.parseInt(path, 10) > 300 ? "fn f(x) = x" : chain(path)) };
  expect(compile('use "1.reward"\n', short).diagnostics).toEqual([]);
});

it("a used file is bound once for each of its texts, and anew where what it uses changes", () => {
  const files = new Map([
    ["lib/a.reward", 'use "b.reward"\nfn f(x) = g(x)\n'],
    ["lib/b.reward", "fn g(x) = x\n"],
  ]);
  const host: Host = { path: "once.reward", read: (path) => files.get(path) };
  const used = () => {
    const compilation = compile('use "lib/a.reward"\nreward R { signal x : 0..1\n objective a = f(x) }', host);
    return {
      file: compilation.model && compilation.files.get("lib/a.reward"),
      errors: compilation.diagnostics.map(({ code }) => code),
    };
  };
  const first = used();
  expect(used().file).toBe(first.file);
  files.set("lib/b.reward", "fn other(x) = x\n");
  expect(used()).toMatchObject({ errors: ["N005"] });
  expect(used().file).not.toBe(first.file);
});

it("paths lead where they are written", () => {
  expect(resolvePath("a/b/c.reward", "../d.reward")).toBe("a/d.reward");
  expect(resolvePath("c.reward", "../../d.reward")).toBe("../../d.reward");
  expect(resolvePath("/c.reward", "../../d.reward")).toBe("/d.reward");
  expect(resolvePath("../x/c.reward", "./../d.reward")).toBe("../d.reward");
  for (const [from, to] of [
    ["/a/b.reward", "/a/c/d.reward"],
    ["/a/b/c.reward", "/d.reward"],
    ["a.reward", "b/c.reward"],
    ["x/a.reward", "y/b.reward"],
  ]) {
    expect(resolvePath(from!, relativePath(from!, to!))).toBe(to);
  }
});
