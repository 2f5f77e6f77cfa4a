// Reductions, in the order the reference shows them.
import type { Operator } from "../operator.ts";
import { operator as all } from "./all.ts";
import { operator as any } from "./any.ts";
import { operator as argmax } from "./argmax.ts";
import { operator as argmin } from "./argmin.ts";
import { operator as collect } from "./collect.ts";
import { operator as count } from "./count.ts";
import { operator as discounted } from "./discounted.ts";
import { operator as first } from "./first.ts";
import { operator as last } from "./last.ts";
import { operator as max } from "./max.ts";
import { operator as mean } from "./mean.ts";
import { operator as median } from "./median.ts";
import { operator as min } from "./min.ts";
import { operator as product } from "./product.ts";
import { operator as quantile } from "./quantile.ts";
import { operator as std } from "./std.ts";
import { operator as sum } from "./sum.ts";
import { operator as variance } from "./var.ts";

export const operators: readonly Operator[] = [
  min,
  max,
  sum,
  discounted,
  product,
  mean,
  std,
  variance,
  median,
  quantile,
  argmin,
  argmax,

  any,
  all,
  count,
  first,
  last,

  collect,
];
