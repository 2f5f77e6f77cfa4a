// Built-in values: one row each, with what they are, when they exist, and where they may stand.
import type * as ast from "../../grammar/ast.ts";
import type { Builtin, Timing, Trust } from "../../runtime/program.ts";
import type { Interval } from "../../runtime/interval.ts";
import { PURE, type Unit, unitNamed } from "../types/units.ts";
import { BOOL, NUMBER } from "../types/value-types.ts";
import { complain, type Context, type Lowered, notYet } from "./context.ts";
import { make } from "./make.ts";

interface Row {
  type: "number" | "bool";
  timing: Timing;
  trust: Trust;
  unit?: string;
  range: Interval;
  doc: string;
}

const flag = (doc: string): Row => ({ type: "bool", timing: "step", trust: "measured", range: { lo: 0, hi: 1 }, doc });

/** Values every reward knows, besides `dt`, `terms` and `return`. */
export const builtinValues: ReadonlyMap<string, Row> = new Map<string, Row>([
  ["t", { type: "number", timing: "step", trust: "measured", range: { lo: 0, hi: Number.POSITIVE_INFINITY }, doc: "Index of the step, from 0." }],
  ["time", { type: "number", timing: "step", trust: "measured", unit: "s", range: { lo: 0, hi: Number.POSITIVE_INFINITY }, doc: "Seconds since the first step: t · dt." }],
  ["first", flag("True on the first step.")],
  ["ending", flag("True on the last step of the episode.")],
  ["terminated", flag("The episode ended here for a reason of the task (`ends when`, or as the log records).")],
  ["truncated", flag("The episode was cut off here, by the horizon or as the log records.")],
  ["succeeded", flag("An `ends when … as success` holds on this step.")],
  ["failed", flag("An `ends when … as failure` holds on this step.")],
  ["training", { type: "number", timing: "constant", trust: "measured", range: { lo: 0, hi: 1 }, doc: "Progress of training from 0 to 1, told by the trainer." }],
  ["group_size", { type: "number", timing: "constant", trust: "measured", range: { lo: 1, hi: Number.POSITIVE_INFINITY }, doc: "Number of samples in the group." }],
]);

/** Further words that name a value somewhere, with what they mean. */
export const specialValues: ReadonlyMap<string, string> = new Map([
  ["dt", "Length of a step in seconds, from the setting `dt`."],
  ["terms", "Inside `total`: the weighted sum of the step's terms; `terms.x` is one of them, weighted and signed."],
  ["return", "What an episode pays in all, without shaping. In `prove` claims."],
  ["pi", "3.14159…, a full half turn in radians."],
  ["e", "2.71828…, the base of the natural logarithm."],
]);

export function lowerBuiltin(name: ast.NameRef, context: Context): Lowered | undefined | "unknown" {
  const word = name.name;
  const row = builtinValues.get(word);
  if (row === undefined && !specialValues.has(word)) return "unknown";
  context.model.builtins.push({ start: name.start, end: name.end, builtin: word });
  const meaning = { optional: false, unitFree: false, trust: "measured" as const };
  if (word === "dt") return lowerStepLength(name, context);
  if (word === "terms") {
    if (context.place !== "total") {
      return complain(context, name, "N004", "terms-outside-total", "'terms' is the sum of the terms; it exists only inside 'total'.");
    }
    const parts = [...context.contributions.values()];
    const range = { lo: parts.reduce((sum, part) => sum + part.lo, 0), hi: parts.reduce((sum, part) => sum + part.hi, 0) };
    const timing = context.oneShot ? "end" : "step";
    return make(context, { op: "terms" }, { ...meaning, type: NUMBER, timing, unit: PURE, range, trust: "policy" }, name);
  }
  if (word === "return") return notYet(context, name, "'return' as a value");
  if (row === undefined) return "unknown";
  if (word === "time" && context.settings.dt === undefined) return missingStepLength(name, context);
  if (word === "group_size") return notYet(context, name, "'group_size'");
  const unit: Unit = row.unit === undefined ? PURE : unitNamed(row.unit, context.units)!;
  const range = word === "t" && context.settings.horizon !== undefined ? { lo: 0, hi: context.settings.horizon - 1 } : row.range;
  const type = row.type === "bool" ? BOOL : NUMBER;
  return make(context, { op: "builtin", name: word as Builtin }, { ...meaning, type, timing: row.timing, trust: row.trust, unit, range }, name);
}

function lowerStepLength(name: ast.NameRef, context: Context): Lowered | undefined {
  const { dt } = context.settings;
  if (dt === undefined) return missingStepLength(name, context);
  const unit = unitNamed("s", context.units)!;
  return make(
    context,
    { op: "constant", value: dt },
    { type: NUMBER, optional: false, timing: "constant", unit, unitFree: false, range: { lo: dt, hi: dt }, trust: "verified" },
    name,
  );
}

export function missingStepLength(at: ast.NameRef, context: Context): undefined {
  return complain(context, at, "M010", "missing-dt", `'${at.name}' needs the length of a step, and the reward does not say it.`, {
    help: "Add the setting 'dt 0.02 [s]' with your simulator's step length.",
  });
}
