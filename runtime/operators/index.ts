// The catalogue: every operator of the language, in the order the reference shows them. It must not know the compiler.
import { operator as abs } from "./abs.ts";
import { operator as acos } from "./acos.ts";
import { operator as add } from "./add.ts";
import { operator as all } from "./all.ts";
import { operator as always } from "./always.ts";
import { operator as and } from "./and.ts";
import { operator as any } from "./any.ts";
import { operator as asin } from "./asin.ts";
import { operator as atan } from "./atan.ts";
import { operator as atan2 } from "./atan2.ts";
import { operator as between } from "./between.ts";
import { operator as ceil } from "./ceil.ts";
import { operator as clip } from "./clip.ts";
import { operator as contains } from "./contains.ts";
import { operator as cos } from "./cos.ts";
import { operator as count } from "./count.ts";
import { operator as countMatches } from "./count-matches.ts";
import { operator as countSoFar } from "./count-so-far.ts";
import { operator as cumsum } from "./cumsum.ts";
import { operator as cycle } from "./cycle.ts";
import { operator as delta } from "./delta.ts";
import { operator as divide } from "./divide.ts";
import { operator as dot } from "./dot.ts";
import { operator as endsWith } from "./ends-with.ts";
import { operator as equal } from "./equal.ts";
import { operator as eventually } from "./eventually.ts";
import { operator as exp } from "./exp.ts";
import { operator as extract } from "./extract.ts";
import { operator as falling } from "./falling.ts";
import { operator as first } from "./first.ts";
import { operator as floor } from "./floor.ts";
import { operator as greater } from "./greater.ts";
import { operator as greaterEqual } from "./greater-equal.ts";
import { operator as hypot } from "./hypot.ts";
import { operator as initial } from "./initial.ts";
import { operator as joinText } from "./join-text.ts";
import { operator as last } from "./last.ts";
import { operator as length } from "./length.ts";
import { operator as lerp } from "./lerp.ts";
import { operator as less } from "./less.ts";
import { operator as lessEqual } from "./less-equal.ts";
import { operator as lines } from "./lines.ts";
import { operator as log } from "./log.ts";
import { operator as log10 } from "./log10.ts";
import { operator as lower } from "./lower.ts";
import { operator as matches } from "./matches.ts";
import { operator as max } from "./max.ts";
import { operator as mean } from "./mean.ts";
import { operator as median } from "./median.ts";
import { operator as min } from "./min.ts";
import { operator as modulo } from "./modulo.ts";
import { operator as multiply } from "./multiply.ts";
import { operator as negate } from "./negate.ts";
import { operator as norm } from "./norm.ts";
import { operator as norm1 } from "./norm1.ts";
import { operator as not } from "./not.ts";
import { operator as notEqual } from "./not-equal.ts";
import { operator as once } from "./once.ts";
import { operator as oneOf } from "./one-of.ts";
import type { Operator } from "./operator.ts";
import { operator as or } from "./or.ts";
import { operator as par } from "./par.ts";
import { operator as potential } from "./potential.ts";
import { operator as power } from "./power.ts";
import { operator as prev } from "./prev.ts";
import { operator as product } from "./product.ts";
import { operator as pulse } from "./pulse.ts";
import { operator as ramp } from "./ramp.ts";
import { operator as rateOf } from "./rate-of.ts";
import { operator as record } from "./record.ts";
import { operator as rising } from "./rising.ts";
import { operator as round } from "./round.ts";
import { operator as runningMax } from "./running-max.ts";
import { operator as same } from "./same.ts";
import { operator as sigmoid } from "./sigmoid.ts";
import { operator as sign } from "./sign.ts";
import { operator as sin } from "./sin.ts";
import { operator as softplus } from "./softplus.ts";
import { operator as sqrt } from "./sqrt.ts";
import { operator as startsWith } from "./starts-with.ts";
import { operator as std } from "./std.ts";
import { operator as subtract } from "./subtract.ts";
import { operator as sum } from "./sum.ts";
import { operator as sumsq } from "./sumsq.ts";
import { operator as sweep } from "./sweep.ts";
import { operator as tan } from "./tan.ts";
import { operator as tanh } from "./tanh.ts";
import { operator as tolerance } from "./tolerance.ts";
import { operator as trim } from "./trim.ts";
import { operator as upper } from "./upper.ts";
import { operator as variance } from "./var.ts";
import { operator as words } from "./words.ts";
import { operator as wrapAngle } from "./wrap-angle.ts";

export const operators: readonly Operator[] = [
  add,
  subtract,
  multiply,
  divide,
  modulo,
  power,
  negate,
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
  and,
  or,
  not,
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
  tanh,
  hypot,
  wrapAngle,
  clip,
  ramp,
  sigmoid,
  softplus,
  tolerance,
  lerp,
  par,
  norm,
  norm1,
  sumsq,
  dot,
  min,
  max,
  sum,
  product,
  mean,
  std,
  variance,
  median,
  any,
  all,
  count,
  first,
  last,
  always,
  eventually,
  prev,
  delta,
  rateOf,
  rising,
  falling,
  once,
  cumsum,
  countSoFar,
  runningMax,
  record,
  initial,
  potential,
  joinText,
  length,
  words,
  lines,
  trim,
  lower,
  upper,
  contains,
  startsWith,
  endsWith,
  countMatches,
  extract,
  sweep,
  cycle,
  pulse,
];

/** By name and by alias. */
export const operatorByName: ReadonlyMap<string, Operator> = new Map(
  operators.flatMap((operator) => [operator.name, ...(operator.aliases ?? [])].map((name) => [name, operator] as const)),
);
