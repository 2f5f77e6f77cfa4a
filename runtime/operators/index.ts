// The catalogue: every operator of the language, in the order the reference shows them. It must not know the compiler.
import { operators as arithmetic } from "./arithmetic/index.ts";
import { operators as bounding } from "./bounding/index.ts";
import { operators as combining } from "./combining/index.ts";
import { operators as comparison } from "./comparison/index.ts";
import { operators as credit } from "./credit/index.ts";
import { operators as elementary } from "./elementary/index.ts";
import { operators as judging } from "./judging/index.ts";
import { operators as list } from "./list/index.ts";
import { operators as logic } from "./logic/index.ts";
import type { Operator } from "./operator.ts";
import { operators as quaternion } from "./quaternion/index.ts";
import { operators as reduction } from "./reduction/index.ts";
import { operators as risk } from "./risk/index.ts";
import { operators as scenario } from "./scenario/index.ts";
import { operators as schedule } from "./schedule/index.ts";
import { operators as sequence } from "./sequence/index.ts";
import { operators as similarity } from "./similarity/index.ts";
import { operators as temporal } from "./temporal/index.ts";
import { operators as text } from "./text/index.ts";
import { operators as vector } from "./vector/index.ts";

export const operators: readonly Operator[] = [
  ...arithmetic,
  ...comparison,
  ...logic,
  ...elementary,
  ...bounding,
  ...combining,
  ...credit,
  ...judging,
  ...risk,
  ...schedule,
  ...vector,
  ...quaternion,
  ...list,
  ...reduction,
  ...sequence,
  ...temporal,
  ...text,
  ...similarity,
  ...scenario,
];

/** By name and by alias. */
export const operatorByName: ReadonlyMap<string, Operator> = new Map(
  operators.flatMap((operator) => [operator.name, ...(operator.aliases ?? [])].map((name) => [name, operator] as const)),
);
