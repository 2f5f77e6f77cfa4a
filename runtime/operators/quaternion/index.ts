// Quaternions, in the order the reference shows them.
import type { Operator } from "../operator.ts";
import { operator as quatAngle } from "./quat-angle.ts";
import { operator as quatConj } from "./quat-conj.ts";
import { operator as quatInverse } from "./quat-inverse.ts";
import { operator as quatMul } from "./quat-mul.ts";
import { operator as quatYaw } from "./quat-yaw.ts";
import { operator as quaternion } from "./quaternion.ts";
import { operator as rotate } from "./rotate.ts";
import { operator as rotateYaw } from "./rotate-yaw.ts";
import { operator as unrotate } from "./unrotate.ts";
import { operator as unrotateYaw } from "./unrotate-yaw.ts";

export const operators: readonly Operator[] = [
  quaternion,
  quatMul,
  quatConj,
  quatInverse,
  quatAngle,
  quatYaw,
  rotate,
  unrotate,
  rotateYaw,
  unrotateYaw,
];
