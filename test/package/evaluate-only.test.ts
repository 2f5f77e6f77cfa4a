// The preview's bundle evaluates with operator records from which the reference is cut: what is left still evaluates.
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { transformSync } from "esbuild";
import { expect, test } from "vitest";
import { operatorByName } from "../../runtime/operators/index.ts";
import { withoutReference } from "../../scripts/evaluate-only.mjs";
import { root } from "./manifest.ts";

const folder = path.join(root, "runtime", "operators");
const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts"));

test("cuts pages, types and ranges out of every record and nothing else", () => {
  let records = 0;
  for (const file of files) {
    const text = readFileSync(path.join(folder, file), "utf8");
    const record = /export const operator: Operator = \{\n {2}name: "(\w+)"/.exec(text);
    const cut = withoutReference(file, text);
    transformSync(cut, { loader: "ts" });
    if (record === null) {
      expect(cut, file).toBe(text);
      continue;
    }
    records++;
    const body = cut.slice(cut.indexOf("export const operator: Operator"));
    expect(body, file).not.toMatch(/\b(summary|doc|examples|source|unit|range|reduceRange|monotone|resultType|print)\b:/);
    const { evaluate, reduce } = operatorByName.get(record[1]!)!;
    if (evaluate !== undefined) expect(body, file).toMatch(/\n {2}evaluate\b/);
    if (reduce !== undefined) expect(body, file).toMatch(/\n {2}reduce\b/);
  }
  expect(records).toBeGreaterThan(150);
});
