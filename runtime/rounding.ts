// Arithmetic on doubles rounded down or up: the largest double not above, the smallest not below, the real result.
// It must not know intervals. JavaScript rounds to nearest only, so the rounding error itself is computed and its sign decides.

const MAX = Number.MAX_VALUE;
const MIN = Number.MIN_VALUE;
/** Slightly more than half an ulp of 1 (Rump, Zimmermann, Boldo, Melquiond: predecessor and successor in rounding to nearest, 2009). */
const HALF_ULP = 2 ** -53 * (1 + 2 ** -52);
const SPLITTER = 2 ** 27 + 1;
/** Beyond these the error of a product is not a double, or computing it overflows. */
const LARGE = 2 ** 990;
const SMALL = 2 ** -960;

/** The next double above (two above near the smallest normal number). */
export function nextUp(x: number): number {
  if (x === Number.NEGATIVE_INFINITY) return -MAX;
  return x + (Math.abs(x) * HALF_ULP + MIN);
}

/** The next double below. */
export function nextDown(x: number): number {
  return -nextUp(-x);
}

/** x lowered by `ulps` units in the last place: for functions whose library error is bounded by that. */
export function lower(x: number, ulps: number): number {
  if (!Number.isFinite(x)) return x;
  return x - (Math.abs(x) * ulps * Number.EPSILON + MIN);
}

export function raise(x: number, ulps: number): number {
  return -lower(-x, ulps);
}

/** Exact a + b − fl(a + b), for a finite sum. */
function sumError(a: number, b: number, sum: number): number {
  const rest = sum - a;
  return a - (sum - rest) + (b - rest);
}

/** Exact a · b − fl(a · b), for factors and products of ordinary size. */
function productError(a: number, b: number, product: number): number {
  const ca = SPLITTER * a;
  const a1 = ca - (ca - a);
  const a2 = a - a1;
  const cb = SPLITTER * b;
  const b1 = cb - (cb - b);
  const b2 = b - b1;
  return a2 * b2 - (product - a1 * b1 - a2 * b1 - a1 * b2);
}

const ordinary = (x: number) => Math.abs(x) < LARGE && Math.abs(x) > SMALL;

/** A nearest result moved down where the real one is below it, or may be. */
function settleDown(nearest: number, error: number): number {
  return error >= 0 ? nearest : nextDown(nearest);
}

/** Lower bound of a + b; −∞ for ∞ − ∞. */
export function addDown(a: number, b: number): number {
  const sum = a + b;
  if (Number.isNaN(sum)) return Number.NEGATIVE_INFINITY;
  if (!Number.isFinite(sum)) return sum > 0 && Number.isFinite(a) && Number.isFinite(b) ? MAX : sum;
  return settleDown(sum, sumError(a, b, sum));
}

export function addUp(a: number, b: number): number {
  return 0 - addDown(-a, -b);
}

/** Lower bound of a · b, where 0 · ∞ is 0: the infinite end of an interval stands for finite values without bound. */
export function multiplyDown(a: number, b: number): number {
  if (a === 0 || b === 0) return 0;
  const product = a * b;
  if (!Number.isFinite(product)) return product > 0 && Number.isFinite(a) && Number.isFinite(b) ? MAX : product;
  if (product === 0) return a > 0 === b > 0 ? 0 : -MIN;
  if (Math.abs(a) === 1 || Math.abs(b) === 1) return product;
  if (!ordinary(a) || !ordinary(b) || !ordinary(product)) return nextDown(product);
  return settleDown(product, productError(a, b, product));
}

export function multiplyUp(a: number, b: number): number {
  return 0 - multiplyDown(-a, b);
}

/** Lower bound of a / b for b ≠ 0; NaN for ∞ / ∞. */
export function divideDown(a: number, b: number): number {
  if (a === 0) return 0;
  const quotient = a / b;
  if (Number.isNaN(quotient)) return quotient;
  if (!Number.isFinite(a) || !Number.isFinite(b)) return quotient + 0;
  if (!Number.isFinite(quotient)) return quotient > 0 ? MAX : quotient;
  if (quotient === 0) return a > 0 === b > 0 ? 0 : -MIN;
  if (Math.abs(b) === 1) return quotient;
  const back = quotient * b;
  if (!ordinary(a) || !ordinary(b) || !ordinary(quotient) || !ordinary(back)) return nextDown(quotient);
  const remainder = a - back - productError(quotient, b, back);
  return settleDown(quotient, b > 0 ? remainder : -remainder);
}

export function divideUp(a: number, b: number): number {
  return 0 - divideDown(-a, b);
}

/** Lower bound of √x for x ≥ 0. */
export function rootDown(x: number): number {
  const root = Math.sqrt(x);
  if (x === 0 || !Number.isFinite(root)) return root;
  if (!ordinary(x)) return nextDown(root);
  const square = root * root;
  return settleDown(root, x - square - productError(root, root, square));
}

export function rootUp(x: number): number {
  const root = rootDown(x);
  return multiplyDown(root, root) === x && multiplyUp(root, root) === x ? root : nextUp(nextUp(root));
}
