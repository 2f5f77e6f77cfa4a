// Text, in the order the reference shows them.
import type { Operator } from "../operator.ts";
import { operator as after } from "./after.ts";
import { operator as before } from "./before.ts";
import { operator as bracketed } from "./bracketed.ts";
import { operator as calculate } from "./calculate.ts";
import { operator as contains } from "./contains.ts";
import { operator as countMatches } from "./count-matches.ts";
import { operator as endsWith } from "./ends-with.ts";
import { operator as escapePattern } from "./escape.ts";
import { operator as extract } from "./extract.ts";
import { operator as extractAll } from "./extract-all.ts";
import { operator as integer } from "./integer.ts";
import { operator as join } from "./join.ts";
import { operator as joinText } from "./join-text.ts";
import { operator as jsonGet } from "./json-get.ts";
import { operator as jsonItems } from "./json-items.ts";
import { operator as jsonMembers } from "./json-members.ts";
import { operator as jsonValid } from "./json-valid.ts";
import { operator as length } from "./length.ts";
import { operator as lines } from "./lines.ts";
import { operator as lower } from "./lower.ts";
import { operator as number } from "./number.ts";
import { operator as numbersIn } from "./numbers-in.ts";
import { operator as part } from "./part.ts";
import { operator as position } from "./position.ts";
import { operator as regex } from "./regex.ts";
import { operator as replace } from "./replace.ts";
import { operator as replaceEach } from "./replace-each.ts";
import { operator as split } from "./split.ts";
import { operator as startsWith } from "./starts-with.ts";
import { operator as tail } from "./tail.ts";
import { operator as take } from "./take.ts";
import { operator as trim } from "./trim.ts";
import { operator as upper } from "./upper.ts";
import { operator as words } from "./words.ts";

export const operators: readonly Operator[] = [
  joinText,
  length,
  words,
  lines,
  split,
  join,
  trim,
  lower,
  upper,
  take,
  tail,
  part,
  contains,
  startsWith,
  endsWith,
  countMatches,
  position,
  before,
  after,
  extract,
  extractAll,
  bracketed,
  replace,
  replaceEach,
  escapePattern,
  regex,
  number,
  integer,
  numbersIn,
  calculate,
  jsonValid,
  jsonGet,
  jsonItems,
  jsonMembers,
];
