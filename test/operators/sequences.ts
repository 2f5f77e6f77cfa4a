// What the rewritten operators mean, written a second time and directly: from the values of all steps to the one on step t.

type Sequence = (args: number[][], t: number) => number;

const truth = (condition: boolean) => (condition ? 1 : 0);
const before = (x: number[], t: number) => x[Math.max(0, t - 1)]!;
const soFar = (x: number[], t: number) => x.slice(0, t + 1);
const largest = (x: number[]) => Math.max(...x);

export const sequences: Readonly<Record<string, Sequence>> = {
  prev: ([x, init], t) => (t === 0 && init ? init[0]! : before(x!, t)),
  delta: ([x], t) => x![t]! - before(x!, t),
  rate_of: ([x], t) => (x![t]! - before(x!, t)) / 0.1,
  rising: ([b], t) => truth(b![t] === 1 && before(b!, t) === 0),
  falling: ([b], t) => truth(b![t] === 0 && before(b!, t) === 1),
  once: ([b], t) => truth(b!.indexOf(1) === t),
  cumsum: ([x], t) => soFar(x!, t).reduce((sum, value) => sum + value, 0),
  count_so_far: ([b], t) => soFar(b!, t).filter((held) => held === 1).length,
  running_max: ([x], t) => largest(soFar(x!, t)),
  record: ([x], t) => (t === 0 ? 0 : Math.max(0, x![t]! - largest(soFar(x!, t - 1)))),
  initial: ([x]) => x![0]!,
  potential: ([x], t) => x![t]! - before(x!, t),
  since: ([b], t) => (soFar(b!, t).includes(1) ? (t - soFar(b!, t).lastIndexOf(1)) * 0.1 : Number.NaN),
  held: ([b, d], t) => {
    const records = Math.max(1, Math.ceil(d![t]! - 1e-9));
    return truth(t + 1 >= records && b!.slice(t + 1 - records, t + 1).every((holds) => holds === 1));
  },
  ema: ([x, tau], t) => soFar(x!, t).reduce((mean, value) => mean + (1 - Math.exp(-1 / tau![t]!)) * (value - mean)),
  progress: ([d], t) => before(d!, t) - d![t]!,
  pivot_credit: ([A, pivot], t) => (t >= pivot![t]! ? A![t]! : 0),
  sweep: ([a, b], t) => (b!.length === 1 ? b![0]! : a![t]! + ((b![t]! - a![t]!) * t) / (a!.length - 1)),
  cycle: (values, t) => values[t % values.length]![t]!,
  pulse: ([v, every, at], t) => (t % every![t]! === (at?.[t] ?? 0) ? v![t]! : 0),
};
