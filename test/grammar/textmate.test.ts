// The generated colouring is fresh and knows every word; what it colours is tested in textmate/ by vscode-tmgrammar-test.
import fs from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { declarations, hardWords, tags } from "../../grammar/words.ts";
import { textmateText } from "../../scripts/generate-textmate.mts";

const root = path.join(import.meta.dirname, "../..");
const written = fs.readFileSync(path.join(root, "syntaxes/reward.tmLanguage.json"), "utf8");

test("syntaxes/reward.tmLanguage.json is what the words and tokens say", () => {
  expect(written).toBe(textmateText());
});

test("every word of the language is in it", () => {
  for (const word of [...hardWords, ...Object.keys(declarations), ...Object.keys(tags)])
    expect(written, word).toMatch(new RegExp(`\\b${word}\\b`));
});

test("the other files of syntaxes/ are JSON that VS Code reads", () => {
  const read = (name: string) => JSON.parse(fs.readFileSync(path.join(root, "syntaxes", name), "utf8"));
  const configuration = read("language-configuration.json");
  expect(configuration.comments).toEqual({ lineComment: "//", blockComment: ["/*", "*/"] });
  const [doc] = configuration.onEnterRules;
  expect("  /// text").toMatch(new RegExp(doc.beforeText));
  expect("  //// text").not.toMatch(new RegExp(doc.beforeText));
  for (const { beforeText } of configuration.onEnterRules) new RegExp(beforeText);
  new RegExp(configuration.wordPattern);
  const { increaseIndentPattern, decreaseIndentPattern } = configuration.indentationRules;
  expect("  signals at end {").toMatch(new RegExp(increaseIndentPattern));
  expect("  scenario s { a = 1 }").not.toMatch(new RegExp(increaseIndentPattern));
  expect("  }").toMatch(new RegExp(decreaseIndentPattern));
  expect(read("markdown.reward.tmLanguage.json").injectionSelector).toBe("L:text.html.markdown");
});
