// What is packed: all that runs, nothing else, and little of it.
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { beforeAll, describe, expect, test } from "vitest";
import { manifest, root } from "./manifest.ts";

const built = fs.existsSync(path.join(root, manifest.main));

describe.skipIf(!built)("the VSIX", () => {
  let files: string[] = [];
  beforeAll(() => {
    const vsce = path.join(root, "node_modules", "@vscode", "vsce", "vsce");
    files = execFileSync(process.execPath, [vsce, "ls", "--no-dependencies"], { cwd: root, encoding: "utf8" }).trim().split("\n");
  });

  test("holds what runs", () => {
    for (const file of [
      "package.json",
      "README.md",
      "dist/client.cjs",
      "dist/server.cjs",
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

  // More than a third of it is the catalogue: every operator with its page, and its source text for generated code.
  test("stays below 800 KB", () => {
    const packed = files.map((file) => gzipSync(fs.readFileSync(path.join(root, file)), { level: 6 }).length);
    expect(packed.reduce((sum, size) => sum + size, 0) / 1024).toBeLessThan(800);
  });
});
