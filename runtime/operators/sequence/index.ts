// Sequence operators, in the order the reference shows them.
import type { Operator } from "../operator.ts";
import { operator as countSoFar } from "./count-so-far.ts";
import { operator as cumsum } from "./cumsum.ts";
import { operator as delta } from "./delta.ts";
import { operator as ema } from "./ema.ts";
import { operator as falling } from "./falling.ts";
import { operator as held } from "./held.ts";
import { operator as initial } from "./initial.ts";
import { operator as once } from "./once.ts";
import { operator as potential } from "./potential.ts";
import { operator as prev } from "./prev.ts";
import { operator as rateOf } from "./rate-of.ts";
import { operator as record } from "./record.ts";
import { operator as rising } from "./rising.ts";
import { operator as runningMax } from "./running-max.ts";
import { operator as since } from "./since.ts";

export const operators: readonly Operator[] = [
  prev,
  delta,
  rateOf,
  rising,
  falling,
  once,
  held,
  since,
  cumsum,
  countSoFar,
  runningMax,
  record,
  ema,
  initial,
  potential,
];
