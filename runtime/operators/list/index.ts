// Lists, in the order the reference shows them.
import type { Operator } from "../operator.ts";
import { operator as containsElement } from "./contains-element.ts";
import { operator as filter } from "./filter.ts";
import { operator as firstOf } from "./first-of.ts";
import { operator as indices } from "./indices.ts";
import { operator as integers } from "./integers.ts";
import { operator as lastOf } from "./last-of.ts";
import { operator as missing } from "./missing.ts";
import { operator as reverse } from "./reverse.ts";
import { operator as slice } from "./slice.ts";
import { operator as sort } from "./sort.ts";
import { operator as unique } from "./unique.ts";

export const operators: readonly Operator[] = [
  firstOf,
  lastOf,
  slice,
  filter,
  sort,
  reverse,
  unique,
  containsElement,
  indices,
  integers,
  missing,
];
