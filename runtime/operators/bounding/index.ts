// Bounding one signal, in the order the reference shows them.
import type { Operator } from "../operator.ts";
import { operator as clip } from "./clip.ts";
import { operator as lerp } from "./lerp.ts";
import { operator as ramp } from "./ramp.ts";
import { operator as sigmoid } from "./sigmoid.ts";
import { operator as softplus } from "./softplus.ts";
import { operator as tolerance } from "./tolerance.ts";

export const operators: readonly Operator[] = [clip, ramp, sigmoid, softplus, tolerance, lerp];
