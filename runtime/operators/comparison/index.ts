// Comparisons, in the order the reference shows them.
import type { Operator } from "../operator.ts";
import { operator as between } from "./between.ts";
import { operator as equal } from "./equal.ts";
import { operator as greater } from "./greater.ts";
import { operator as greaterEqual } from "./greater-equal.ts";
import { operator as less } from "./less.ts";
import { operator as lessEqual } from "./less-equal.ts";
import { operator as matches } from "./matches.ts";
import { operator as notEqual } from "./not-equal.ts";
import { operator as oneOf } from "./one-of.ts";
import { operator as same } from "./same.ts";

export const operators: readonly Operator[] = [
  less,
  lessEqual,
  greater,
  greaterEqual,
  equal,
  notEqual,
  between,
  oneOf,
  matches,
  same,
];
