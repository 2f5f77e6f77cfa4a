// Which arguments an operator has no value for: a table, judged by ranges. It must not know terms.
import type { Interval } from "../../runtime/interval.ts";
import type { Node } from "../../runtime/program.ts";
import type { Ranges } from "../facts/infer-range.ts";

export interface Limit {
  /** Index of the argument that may lie outside. */
  argument: number;
  range: Interval;
  /** "0", "below 0". */
  where: string;
  /** The condition under which it has a value, behind the argument. */
  test: string;
  /** What goes round the argument to keep it inside; empty where nothing does. */
  wrap: [before: string, behind: string];
  /** What it gives there is an infinity, which some operators make a number of again. */
  infinite?: true;
}

const positive = { where: "0 or less", test: "> 0", wrap: ["max(", ", 1e-6)"] } as const;
const unit = { where: "outside -1..1", test: "in -1..1", wrap: ["clip(", ", -1, 1)"] } as const;

/** The argument that may lie outside, if the ranges show that one may: a bound that nobody has declared shows nothing. */
export function limitOf(node: Extract<Node, { op: "apply" }>, ranges: Ranges): Limit | undefined {
  const range = (index: number) => ranges(node.args[index]!);
  const make = (
    argument: number,
    limit: Omit<Limit, "argument" | "range" | "wrap"> & { wrap: readonly [string, string] },
  ): Limit => ({
    ...limit,
    argument,
    range: range(argument),
    wrap: [...limit.wrap],
  });
  switch (node.operator) {
    case "divide":
    case "modulo": {
      const by = range(1);
      if (!(by.lo <= 0 && by.hi >= 0) || !shows(by)) return undefined;
      return make(1, { where: "0", test: "!= 0", infinite: true, wrap: by.lo === 0 ? positive.wrap : ["", ""] });
    }
    case "log":
    case "log2":
    case "log10": {
      const of = range(0);
      if (of.lo > 0 || !Number.isFinite(of.lo)) return undefined;
      return make(0, { ...positive, ...(of.lo === 0 && { where: "0", infinite: true }) });
    }
    case "sqrt":
      return below(range(0)) ? make(0, { where: "below 0", test: ">= 0", wrap: ["max(", ", 0)"] }) : undefined;
    case "asin":
    case "acos":
      return beyond(range(0)) ? make(0, unit) : undefined;
    case "power": {
      const [base, exponent] = [range(0), range(1)];
      if (exponent.lo !== exponent.hi) return undefined;
      if (!Number.isInteger(exponent.lo) && below(base))
        return make(0, { where: "below 0", test: ">= 0", wrap: ["max(", ", 0)"] });
      if (exponent.lo < 0 && base.lo <= 0 && base.hi >= 0 && shows(base))
        return make(0, { where: "0", test: "!= 0", infinite: true, wrap: base.lo === 0 ? positive.wrap : ["", ""] });
      return undefined;
    }
    default:
      return undefined;
  }
}

const shows = ({ lo, hi }: Interval): boolean => Number.isFinite(lo) && (Number.isFinite(hi) || lo === 0);
const below = ({ lo }: Interval): boolean => Number.isFinite(lo) && lo < 0;
const beyond = ({ lo, hi }: Interval): boolean => Number.isFinite(lo) && Number.isFinite(hi) && (lo < -1 || hi > 1);
