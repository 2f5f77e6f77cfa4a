// Everything that can be looked up, made from the tables and records that say it. It must not know LSP or terminals.
import { listRules } from "../../analysis/explain.ts";
import { baseUnits, derivedUnits } from "../../compiler/types/unit-table.ts";
import { operators } from "../../runtime/operators/index.ts";
import { blocks } from "../describe/code.ts";
import { describeUnit } from "../describe/unit.ts";
import { describeWord } from "../describe/word.ts";
import { axisWords, builtinWords } from "../words/builtin-words.ts";
import { clauseWords } from "../words/clause-words.ts";
import { fileWords } from "../words/file-words.ts";
import { memberWords } from "../words/member-words.ts";
import { sourceWords } from "../words/source-words.ts";
import { tagWords } from "../words/tag-words.ts";
import { typeWords } from "../words/type-words.ts";
import { unitNames } from "../words/unit-words.ts";
import type { WordDoc } from "../words/word.ts";
import { categories } from "./categories.ts";
import type { Entry, EntryKind } from "./entry.ts";
import { guide } from "./guide.generated.ts";
import { headingOf, operatorBody } from "./operator-page.ts";
import { groupEntries } from "./rule-groups.ts";

/** What each kind is called after the name: `weight (word)`. */
export const kindNames: Readonly<Record<EntryKind, string>> = {
  operator: "operator",
  member: "member of a reward",
  rule: "hackable pattern",
  group: "group of rules",
  word: "word of the language",
  type: "type",
  tag: "tag of a signal",
  source: "source of a signal",
  value: "built-in value",
  axis: "axis of a reduction",
  unit: "unit",
  guide: "section of the guide",
};

/** The first sentence, without the marks of Markdown. */
const firstSentence = (text: string) =>
  (/^[\s\S]*?[.:](?=\s|$)/.exec(text)?.[0] ?? text).replaceAll("`", "").replace(/\s+/g, " ");

function ofWords(kind: EntryKind, table: readonly WordDoc[]): Entry[] {
  return table.map((doc) => ({
    id: `${kind}/${doc.word}`,
    kind,
    name: doc.word,
    aliases: [],
    summary: firstSentence(doc.text),
    text: `${doc.form} ${doc.text}`,
    page: () => blocks(`# ${doc.word}`, `*${kindNames[kind]}*`, describeWord(doc)),
  }));
}

function ofOperators(): Entry[] {
  return operators.map((operator) => ({
    id: `operator/${operator.name}`,
    kind: "operator",
    name: operator.name,
    aliases: [...(operator.aliases ?? []), ...(operator.symbol === undefined ? [] : [operator.symbol])],
    summary: operator.summary,
    text: [
      categories[operator.category].title,
      operator.doc,
      operator.source,
      ...operator.parameters.map((parameter) => `${parameter.name} ${parameter.doc} ${(parameter.options ?? []).join(" ")}`),
    ].join(" "),
    page: () =>
      blocks(
        `# ${headingOf(operator)}`,
        `*operator · ${categories[operator.category].title}*`,
        operatorBody(operator, ({ name }) => `${name}.md`),
      ),
  }));
}

function ofUnits(): Entry[] {
  return [...baseUnits, ...derivedUnits.keys()].map((name) => ({
    id: `unit/${name}`,
    kind: "unit",
    name,
    aliases: [`[${name}]`, ...(unitNames.get(name)?.match(/^[A-Za-z-]+/) ?? [])],
    summary: firstSentence(`The unit ${unitNames.get(name) ?? name}.`),
    text: "",
    page: () => blocks(`# ${name}`, "*unit*", describeUnit(name, new Map())),
  }));
}

function ofRules(): Entry[] {
  return listRules().map(({ code, name, summary, page }) => ({
    id: `rule/${name}`,
    kind: "rule",
    name,
    aliases: [code],
    summary,
    text: page,
    page: () => page,
  }));
}

function ofGuide(): Entry[] {
  return guide.map(({ page, title, text }) => ({
    id: `guide/${page}/${title}`,
    kind: "guide",
    name: title,
    aliases: [],
    summary: firstSentence(text),
    text,
    page: () => `# ${title}\n\n${text}\n`,
  }));
}

/** In the order in which equals are shown. */
export const entries: readonly Entry[] = [
  ...ofOperators(),
  ...ofWords("member", memberWords),
  ...ofRules(),
  ...groupEntries,
  ...ofWords("word", [...fileWords.filter(({ word }) => memberWords.every((member) => member.word !== word)), ...clauseWords]),
  ...ofWords("type", typeWords),
  ...ofWords("tag", tagWords),
  ...ofWords("source", sourceWords),
  ...ofWords("value", builtinWords),
  ...ofWords("axis", axisWords),
  ...ofUnits(),
  ...ofGuide(),
];

const byId: ReadonlyMap<string, Entry> = new Map(entries.map((entry) => [entry.id, entry]));

export const entryById = (id: string): Entry | undefined => byId.get(id);
