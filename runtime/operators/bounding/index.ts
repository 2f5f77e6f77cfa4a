// Bounding one signal, in the order the reference shows them.
import type { Operator } from "../operator.ts";
import { operator as anchor } from "./anchor.ts";
import { operator as calibrate } from "./calibrate.ts";
import { operator as ceilAt } from "./ceil-at.ts";
import { operator as center } from "./center.ts";
import { operator as clip } from "./clip.ts";
import { operator as damp } from "./damp.ts";
import { operator as frozenNorm } from "./frozen-norm.ts";
import { operator as keepAbove } from "./keep-above.ts";
import { operator as lerp } from "./lerp.ts";
import { operator as logsig } from "./logsig.ts";
import { operator as minmaxRun } from "./minmax-run.ts";
import { operator as ramp } from "./ramp.ts";
import { operator as refQuantile } from "./ref-quantile.ts";
import { operator as relAtan } from "./rel-atan.ts";
import { operator as relTanh } from "./rel-tanh.ts";
import { operator as runningNorm } from "./running-norm.ts";
import { operator as runningScale } from "./running-scale.ts";
import { operator as sigmaClip } from "./sigma-clip.ts";
import { operator as sigmoid } from "./sigmoid.ts";
import { operator as softplus } from "./softplus.ts";
import { operator as tolerance } from "./tolerance.ts";
import { operator as uncertaintyPenalty } from "./uncertainty-penalty.ts";

export const operators: readonly Operator[] = [
  clip,
  ceilAt,
  ramp,
  sigmoid,
  softplus,
  tolerance,
  lerp,
  calibrate,
  center,
  logsig,
  refQuantile,
  relTanh,
  relAtan,
  frozenNorm,
  runningNorm,
  runningScale,
  sigmaClip,
  minmaxRun,
  anchor,
  damp,
  uncertaintyPenalty,
  keepAbove,
];
