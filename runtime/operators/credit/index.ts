// Process rewards and credit, in the order the reference shows them.
import type { Operator } from "../operator.ts";
import { operator as amplifyPositive } from "./amplify-positive.ts";
import { operator as groupAdv } from "./group-adv.ts";
import { operator as intrinsicBlend } from "./intrinsic-blend.ts";
import { operator as novelty } from "./novelty.ts";
import { operator as optGap } from "./opt-gap.ts";
import { operator as pivotCredit } from "./pivot-credit.ts";
import { operator as prmClip } from "./prm-clip.ts";
import { operator as prmClipDelta } from "./prm-clip-delta.ts";
import { operator as prmDelta } from "./prm-delta.ts";
import { operator as prmMin } from "./prm-min.ts";
import { operator as progress } from "./progress.ts";
import { operator as redistribute } from "./redistribute.ts";
import { operator as stepsAgg } from "./steps-agg.ts";

export const operators: readonly Operator[] = [
  prmClip,
  prmDelta,
  prmClipDelta,
  prmMin,
  stepsAgg,
  progress,
  novelty,
  intrinsicBlend,
  pivotCredit,
  redistribute,
  optGap,
  groupAdv,
  amplifyPositive,
];
