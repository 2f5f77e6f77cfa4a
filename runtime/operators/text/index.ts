// Text, in the order the reference shows them.
import type { Operator } from "../operator.ts";
import { operator as contains } from "./contains.ts";
import { operator as countMatches } from "./count-matches.ts";
import { operator as endsWith } from "./ends-with.ts";
import { operator as extract } from "./extract.ts";
import { operator as joinText } from "./join-text.ts";
import { operator as length } from "./length.ts";
import { operator as lines } from "./lines.ts";
import { operator as lower } from "./lower.ts";
import { operator as startsWith } from "./starts-with.ts";
import { operator as trim } from "./trim.ts";
import { operator as upper } from "./upper.ts";
import { operator as words } from "./words.ts";

export const operators: readonly Operator[] = [
  joinText,
  length,
  words,
  lines,
  trim,
  lower,
  upper,
  contains,
  startsWith,
  endsWith,
  countMatches,
  extract,
];
