// Elementary functions, in the order the reference shows them.
import type { Operator } from "../operator.ts";
import { operator as abs } from "./abs.ts";
import { operator as acos } from "./acos.ts";
import { operator as asin } from "./asin.ts";
import { operator as atan } from "./atan.ts";
import { operator as atan2 } from "./atan2.ts";
import { operator as ceil } from "./ceil.ts";
import { operator as cos } from "./cos.ts";
import { operator as cosh } from "./cosh.ts";
import { operator as exp } from "./exp.ts";
import { operator as floor } from "./floor.ts";
import { operator as hypot } from "./hypot.ts";
import { operator as log } from "./log.ts";
import { operator as log10 } from "./log10.ts";
import { operator as round } from "./round.ts";
import { operator as sign } from "./sign.ts";
import { operator as sin } from "./sin.ts";
import { operator as sinh } from "./sinh.ts";
import { operator as sqrt } from "./sqrt.ts";
import { operator as tan } from "./tan.ts";
import { operator as tanh } from "./tanh.ts";
import { operator as to } from "./to.ts";
import { operator as wrapAngle } from "./wrap-angle.ts";

export const operators: readonly Operator[] = [
  abs,
  sign,
  floor,
  ceil,
  round,
  sqrt,
  exp,
  log,
  log10,
  sin,
  cos,
  tan,
  asin,
  acos,
  atan,
  atan2,
  sinh,
  cosh,
  tanh,
  hypot,
  wrapAngle,
  to,
];
