// What is packed: all that runs, nothing else, and little of it.
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { beforeAll, describe, expect, test } from "vitest";
import { patterns } from "../../analysis/patterns/index.ts";
import { manifest, root } from "./manifest.ts";

// A build for development is not what is packed.
const built = fs.existsSync(path.join(root, "dist/server.cjs.br"));

describe.skipIf(!built)("the VSIX", () => {
  let files: string[] = [];
  beforeAll(() => {
    const vsce = path.join(root, "node_modules", "@vscode", "vsce", "vsce");
    files = execFileSync(process.execPath, [vsce, "ls", "--no-dependencies"], { cwd: root, encoding: "utf8" }).trim().split("\n");
  }, 120_000);

  test("holds what runs", () => {
    for (const file of [
      "package.json",
      "README.md",
      "dist/client.cjs",
      "dist/server.cjs",
      "dist/server.cjs.br",
      "dist/webview/main.js",
      "dist/webview/main.css",
    ])
      expect(files).toContain(file);
  });

  test("holds every path in contributes", () => {
    const paths = [...JSON.stringify(manifest.contributes).matchAll(/"\.\/([\w./-]+)"/g)].map(([, file]) => file);
    expect(paths.filter((file) => !files.includes(file))).toEqual([]);
  });

  test("holds neither sources, tests, maps nor packages", () => {
    expect(
      files.filter((file) => /\.(m?ts|map|tsbuildinfo|vsix)$|node_modules|^(test|scripts|bench|examples)\/|(^|\/)\./.test(file)),
    ).toEqual([]);
  });

  const packed = (file: string) => gzipSync(fs.readFileSync(path.join(root, file)), { level: 6 }).length / 1024;

  // Half of the server is text: the catalogue of operators, the rules with their pages, the guide, and source for generated code.
  // Only more rules may make it larger, each by its code and its page.
  const most = 625 + 1.5 * patterns.length;
  test(`stays below ${most} KB`, () => {
    expect(files.map(packed).reduce((sum, size) => sum + size, 0)).toBeLessThan(most);
  });

  test.each([
    ["dist/client.cjs", 110],
    ["dist/webview/main.js", 125],
  ])("%s stays below %i KB", (file, most) => {
    expect(packed(file)).toBeLessThan(most);
  });
});
