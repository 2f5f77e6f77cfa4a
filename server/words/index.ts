// All that the editor can say about words, by word. Data only.
import { axisWords, builtinWords } from "./builtin-words.ts";
import { clauseWords } from "./clause-words.ts";
import { fileWords } from "./file-words.ts";
import { memberWords } from "./member-words.ts";
import { sourceWords } from "./source-words.ts";
import { tagWords } from "./tag-words.ts";
import { typeWords } from "./type-words.ts";
import { byWord, type WordDoc } from "./word.ts";

/** Keywords of declarations, clauses and expressions; a member's meaning wins over a file's (`signals`). */
export const keywordDocs: ReadonlyMap<string, WordDoc> = byWord([...clauseWords, ...fileWords, ...memberWords]);
export const tagDocs: ReadonlyMap<string, WordDoc> = byWord(tagWords);
export const sourceDocs = byWord(sourceWords);
export const typeDocs: ReadonlyMap<string, WordDoc> = byWord(typeWords);
export const builtinDocs: ReadonlyMap<string, WordDoc> = byWord(builtinWords);
export const axisDocs: ReadonlyMap<string, WordDoc> = byWord(axisWords);
