// Combining signals, in the order the reference shows them.
import type { Operator } from "../operator.ts";
import { operator as allOf } from "./all-of.ts";
import { operator as ambivalent } from "./ambivalent.ts";
import { operator as anyOf } from "./any-of.ts";
import { operator as behaviourBlend } from "./behaviour-blend.ts";
import { operator as blend } from "./blend.ts";
import { operator as brme } from "./brme.ts";
import { operator as cagradClip } from "./cagrad-clip.ts";
import { operator as constraintWeights } from "./constraint-weights.ts";
import { operator as gate } from "./gate.ts";
import { operator as hamacher } from "./hamacher.ts";
import { operator as klGate } from "./kl-gate.ts";
import { operator as meanMinusStd } from "./mean-minus-std.ts";
import { operator as par } from "./par.ts";
import { operator as rubric } from "./rubric.ts";
import { operator as selectIfAgree } from "./select-if-agree.ts";
import { operator as softGate } from "./soft-gate.ts";
import { operator as softmin } from "./softmin.ts";
import { operator as triFactor } from "./tri-factor.ts";
import { operator as uwo } from "./uwo.ts";
import { operator as weightedSum } from "./weighted-sum.ts";

export const operators: readonly Operator[] = [
  par,
  weightedSum,
  rubric,
  allOf,
  anyOf,
  hamacher,
  gate,
  softGate,
  klGate,
  softmin,
  uwo,
  meanMinusStd,
  brme,
  blend,
  behaviourBlend,
  triFactor,
  constraintWeights,
  cagradClip,
  selectIfAgree,
  ambivalent,
];
