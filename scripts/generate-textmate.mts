// Writes syntaxes/reward.tmLanguage.json from the words and tokens of the grammar, so that a word is never coloured otherwise
// than it parses. With --check it only compares.
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { NumberToken, Raw, type TokenType } from "../grammar/tokens.ts";
import { type DeclarationWord, declarations, hardWords, tags } from "../grammar/words.ts";

const file = join(dirname(fileURLToPath(import.meta.url)), "../syntaxes/reward.tmLanguage.json");

interface Rule {
  name?: string;
  match?: string;
  begin?: string;
  end?: string;
  captures?: Record<string, Rule>;
  beginCaptures?: Record<string, Rule>;
  endCaptures?: Record<string, Rule>;
  patterns?: Rule[];
  include?: string;
}

const name = "[A-Za-z_]\\w*";
const oneOf = (words: Iterable<string>): string => `(?:${[...words].join("|")})`;
const scope = (text: string): Rule => ({ name: `${text}.reward` });
const include = (...keys: string[]): Rule[] => keys.map((key) => ({ include: `#${key}` }));
const source = (type: TokenType): string => (type.PATTERN as RegExp).source;

/** A declaration word is a keyword where rule P can see it on one line: first on its line or behind `{ } , ;`, and with its form. */
const beginsDeclaration = "(?:^\\s*|(?<=[{},;])\\s*)";
const wordsWhere = (test: (word: DeclarationWord) => boolean): string =>
  oneOf((Object.keys(declarations) as DeclarationWord[]).filter(test));

/** What the name of a declaration is coloured as. */
const nameScopes: Partial<Record<DeclarationWord, string>> = {
  reward: "entity.name.type",
  unit: "entity.name.type.unit",
  fn: "entity.name.function",
  scenario: "entity.name.section",
  data: "entity.name.section",
  ...Object.fromEntries(
    ["objective", "penalty", "shaping", "require", "limit"].map((word) => [word, "entity.name.function.term"]),
  ),
};

const named = (Object.keys(declarations) as DeclarationWord[]).filter(
  (word) => declarations[word].named && !["signal", "signals", "param", "track", "advantage"].includes(word),
);

const keyword: Rule = scope("keyword.declaration");
const variable: Rule = scope("variable.other.definition");

function namedDeclaration(word: DeclarationWord): Rule {
  const captures = { 1: keyword, 2: scope(nameScopes[word] ?? "variable.other.definition") };
  return { match: `${beginsDeclaration}(${word})\\s+(?!${oneOf(hardWords)}\\b)(${name})(?!\\s*[.+\\-*/%^<>])`, captures };
}

const unit = "(\\[)([A-Za-z0-9_*/^\\-\\s]+)(\\])";
const unitCaptures = (first: number): Record<string, Rule> => ({
  [first]: scope("punctuation.section.brackets.begin"),
  [first + 1]: scope("support.type.unit"),
  [first + 2]: scope("punctuation.section.brackets.end"),
});

const tagPattern = oneOf(
  Object.entries(tags).map(([word, { second }]) => (second === undefined ? word : `${word}\\s+${second}`)),
);

const repository: Record<string, Rule> = {
  comments: {
    patterns: [
      { ...scope("comment.line.documentation"), match: "///(?!/).*$" },
      { ...scope("comment.line.double-slash"), match: "//.*$" },
      { ...scope("comment.block"), begin: "/\\*", end: "\\*/" },
    ],
  },
  texts: {
    patterns: [
      {
        match: source(Raw).replace('r"(', '(r)(")(').replace(')*"(?:[imsu]', ')*(")((?:[imsu]').replace(/\)\?$/, ")?)"),
        ...scope("string.regexp"),
        captures: { 1: scope("storage.type.string"), 4: scope("keyword.other.flags") },
      },
      {
        ...scope("string.quoted.double"),
        begin: '"',
        end: '"|$',
        patterns: [
          { ...scope("constant.character.escape"), match: '\\\\(?:[ntr"\\\\]|u\\{[0-9a-fA-F]{1,6}\\})' },
          { ...scope("invalid.illegal.escape"), match: "\\\\." },
        ],
      },
    ],
  },
  numbers: {
    patterns: [
      {
        match: `\\b(${source(NumberToken).replace("\\w*", "")})(?!\\w)(?:\\s*${unit})?`,
        captures: { 1: scope("constant.numeric"), ...unitCaptures(2) },
      },
      { match: `\\b(inf)\\b(?:\\s*${unit})?`, captures: { 1: scope("constant.language"), ...unitCaptures(2) } },
      { match: `(?<=[)\\]])\\s+${unit}`, captures: unitCaptures(1) },
    ],
  },
  annotations: {
    match: `(@${name})\\s*\\(\\s*([A-Za-z_][\\w-]*)`,
    captures: { 1: scope("storage.type.annotation"), 2: scope("constant.other.rule") },
  },
  signals: {
    patterns: [
      {
        begin: `${beginsDeclaration}(signals)\\b([^{}/]*)(\\{)`,
        beginCaptures: {
          1: keyword,
          2: { patterns: [...include("origin", "texts"), { ...scope("entity.name.type"), match: name }] },
          3: scope("punctuation.section.block.begin"),
        },
        // A half-typed block ends at the next declaration.
        end: `(\\})|(?=^\\s*${wordsWhere((word) => declarations[word].named)}\\s+${name}\\s*(?:=|\\{|${oneOf(["weight", "per", "once", "when", "starts", "like"])}\\b))`,
        endCaptures: { 1: scope("punctuation.section.block.end") },
        patterns: [
          ...include("comments"),
          { match: `(${name})(?=\\s*:)`, captures: { 1: variable } },
          ...include("type", "origin", "tags", "expression"),
        ],
      },
      { match: `${beginsDeclaration}(signals)\\s+(${name})`, captures: { 1: keyword, 2: scope("entity.name.type") } },
      {
        begin: `${beginsDeclaration}(signal)\\s+(${name})(?=\\s*:)`,
        beginCaptures: { 1: keyword, 2: variable },
        end: "$|(?=[;}])",
        patterns: include("comments", "type", "origin", "tags", "expression"),
      },
      {
        begin: `${beginsDeclaration}(param|track)\\s+(${name})(?=\\s*[:=]|\\s+starts\\b)`,
        beginCaptures: { 1: keyword, 2: variable },
        end: "(?==)|$",
        patterns: [
          ...include("comments", "type"),
          { ...scope("keyword.other"), match: "\\bstarts\\b" },
          ...include("expression"),
        ],
      },
    ],
  },
  type: {
    patterns: [
      {
        match: ":\\s*((?:bool|text|number|count)\\b|(?:vector|bools|quaternion|ensemble)(?=\\s*\\()|(?:list|one)(?=\\s+of\\b))",
        captures: { 1: scope("support.type") },
      },
      {
        match: "\\b(of)\\b(?:\\s+(bool|text|number|count|vector|bools|quaternion|list|ensemble)\\b)?",
        captures: { 1: scope("keyword.other"), 2: scope("support.type") },
      },
      { match: `\\b(?<=number|count)\\s*${unit}`, captures: unitCaptures(1) },
    ],
  },
  origin: {
    patterns: [
      {
        ...scope("keyword.other.timing"),
        match: "\\b(?:at\\s+(?:start|end)|per\\s+(?:step|group|batch|completion))\\b(?!\\s*:)",
      },
      { match: `\\b(from)\\s+(${name})`, captures: { 1: scope("keyword.other"), 2: scope("constant.other.source") } },
    ],
  },
  tags: {
    patterns: [
      {
        match: `\\b(${oneOf(["direction", "kind", "varying", "writable\\s+by", "visible\\s+to"])})\\s+(${name})(?!\\s*:)`,
        captures: { 1: scope("storage.modifier"), 2: scope("constant.other.tag") },
      },
      { ...scope("storage.modifier"), match: `\\b${tagPattern}\\b(?!\\s*:)` },
    ],
  },
  declarations: {
    patterns: [
      ...named.map(namedDeclaration),
      { match: `${beginsDeclaration}(horizon|discount|dt|group|language)(?=\\s+[\\d(\\-])`, captures: { 1: keyword } },
      { match: `${beginsDeclaration}(advantage)\\s+(${name})`, captures: { 1: keyword, 2: scope("constant.other.advantage") } },
      { match: `${beginsDeclaration}(use|principal)(?=\\s*r?")`, captures: { 1: keyword } },
      { match: `${beginsDeclaration}(total)(?=\\s*=(?!=))`, captures: { 1: keyword } },
      { match: `${beginsDeclaration}(ends)\\s+(when)\\b`, captures: { 1: keyword, 2: scope("keyword.other") } },
      {
        match: `${beginsDeclaration}(prove)\\s+(?:(separates|increasing|decreasing|equivalent\\s+to)\\s+(?=${name})|(not)\\s+(farmable)\\s*$)?`,
        captures: { 1: keyword, 2: scope("keyword.other"), 3: scope("keyword.operator.logical"), 4: scope("keyword.other") },
      },
      { match: `${beginsDeclaration}(assume|expect)(?=\\s+[\\w"(\\-])`, captures: { 1: keyword } },
    ],
  },
  parts: {
    patterns: [
      { ...scope("keyword.other"), match: "\\bweight\\b(?=\\s+[\\w(\\-])" },
      {
        ...scope("keyword.other"),
        match: "\\bper\\s+(?:step|second)\\b|\\bonce\\b(?=\\s*(?:=|when\\b))|\\bwhen\\b(?=\\s+[\\w(\\-])",
      },
      { match: "\\b(as)\\s+(success|failure)\\b", captures: { 1: scope("keyword.other"), 2: scope("constant.language") } },
      { match: `\\b(like)\\s+(${name})(?=\\s*\\{)`, captures: { 1: scope("keyword.other"), 2: scope("entity.name.section") } },
      { ...scope("keyword.other"), match: "\\bwith\\b(?=\\s*\\{)|\\b(?:within|by|avoiding)\\b(?=\\s+[\\w(\\-])" },
      {
        match: `\\b(over)\\s+(?:(last)\\b(?=\\s+\\d)|(${name}))`,
        captures: { 1: scope("keyword.operator.word"), 2: scope("keyword.other"), 3: scope("constant.other.axis") },
      },
      { ...scope("keyword.other"), match: "\\bsteps\\b(?=\\s+\\d)|(?<=\\d )steps\\b" },
    ],
  },
  words: {
    patterns: [
      { ...scope("constant.language.boolean"), match: "\\b(?:true|false)\\b" },
      { ...scope("keyword.operator.word"), match: `\\b${oneOf(["and", "or", "not", "in", "matches", "over"])}\\b` },
      {
        ...scope("keyword.control"),
        match: `\\b${oneOf(hardWords.filter((word) => /^(?:if|then|else|match|for|where)$/.test(word)))}\\b`,
      },
    ],
  },
  operators: {
    patterns: [
      { ...scope("invalid.illegal.operator"), match: "&&|\\|\\||\\*\\*|!(?!=)" },
      { ...scope("keyword.operator.range"), match: "\\.\\." },
      { ...scope("keyword.operator.arrow"), match: "=>" },
      { ...scope("keyword.operator.comparison"), match: "==|!=|<=|>=|<|>" },
      { ...scope("keyword.operator.default"), match: "\\?\\?" },
      { ...scope("keyword.operator.arithmetic"), match: "[+\\-*/%^]" },
      { ...scope("keyword.operator.assignment"), match: "=" },
      { ...scope("punctuation.separator"), match: "[,;:|]" },
    ],
  },
  names: {
    patterns: [
      { match: `(${name})\\s*(?=\\()`, captures: { 1: scope("entity.name.function.call") } },
      { match: `(?<=[(,])\\s*(${name})(?=\\s*:)`, captures: { 1: scope("variable.parameter") } },
      { match: `(?<=\\.)${name}`, ...scope("variable.other.member") },
      { match: name, ...scope("variable.other") },
    ],
  },
  expression: { patterns: include("comments", "texts", "numbers", "parts", "words", "names", "operators") },
};

export function textmateGrammar(): object {
  return {
    "//": "Generated by scripts/generate-textmate.mts from grammar/tokens.ts and grammar/words.ts.",
    name: "Reward",
    scopeName: "source.reward",
    fileTypes: ["reward"],
    patterns: include("comments", "annotations", "signals", "declarations", "expression"),
    repository,
  };
}

/** What the file should hold. */
export function textmateText(): string {
  return `${JSON.stringify(textmateGrammar(), null, 2)}\n`;
}

if (/generate-textmate\.m[tj]s$/.test(process.argv[1] ?? "")) {
  if (!process.argv.includes("--check")) {
    writeFileSync(file, textmateText());
  } else if (readFileSync(file, "utf8") !== textmateText()) {
    console.error("out of date: syntaxes/reward.tmLanguage.json. Run npm run generate");
    process.exitCode = 1;
  }
}
