// Built-in values: one row each, with what they are, when they exist, and where they may stand.
import type * as ast from "../../grammar/ast.ts";
import type { Span } from "../../grammar/span.ts";
import { addIntervals, type Interval, NOT_NEGATIVE, point, TRUTH } from "../../runtime/interval.ts";
import type { Builtin, Timing, Trust } from "../../runtime/program.ts";
import type { Fix } from "../diagnostics.ts";
import type { Info } from "../model.ts";
import { PURE, SECOND, type Unit } from "../types/units.ts";
import { BOOL, NUMBER } from "../types/value-types.ts";
import { complain, fix, insert, notYet } from "./complain.ts";
import type { Context, Lowered } from "./context.ts";
import { constantInfo, make, makeNumber } from "./make.ts";
import { noteBuiltin } from "./notes.ts";

interface Row {
  type: "number" | "bool";
  timing: Timing;
  trust: Trust;
  unit?: Unit;
  range: Interval;
  doc: string;
}

const flag = (doc: string): Row => ({ type: "bool", timing: "step", trust: "measured", range: TRUTH, doc });

/** Values every reward knows. */
export const builtinValues: ReadonlyMap<string, Row> = new Map<string, Row>([
  ["t", { type: "number", timing: "step", trust: "measured", range: NOT_NEGATIVE, doc: "Index of the step, from 0." }],
  [
    "time",
    {
      type: "number",
      timing: "step",
      trust: "measured",
      unit: SECOND,
      range: NOT_NEGATIVE,
      doc: "Seconds since the first step: t · dt.",
    },
  ],
  ["first", flag("True on the first step.")],
  ["ending", flag("True on the last step of the episode.")],
  ["terminated", flag("The episode ended here for a reason of the task (`ends when`, or as the log records).")],
  ["truncated", flag("The episode was cut off here, by the horizon or as the log records.")],
  ["succeeded", flag("An `ends when … as success` holds on this step.")],
  ["failed", flag("An `ends when … as failure` holds on this step.")],
  [
    "training",
    {
      type: "number",
      timing: "constant",
      trust: "measured",
      range: TRUTH,
      doc: "Progress of training from 0 to 1, told by the trainer.",
    },
  ],
  [
    "group_size",
    {
      type: "number",
      timing: "start",
      trust: "measured",
      range: { lo: 1, hi: Infinity },
      doc: "Number of samples in the group.",
    },
  ],
]);

/** Further words that name a value somewhere, with what they mean. */
export const specialValues: ReadonlyMap<string, string> = new Map([
  ["dt", "Length of a step in seconds, from the setting `dt`."],
  ["terms", "Inside `total`: the weighted sum of the step's terms; `terms.x` is one of them, weighted and signed."],
  ["return", "What an episode pays in all, without shaping. In `prove`, and in `limit … over episodes`."],
  ["pi", "3.14159…, a full half turn in radians."],
  ["e", "2.71828…, the base of the natural logarithm."],
]);

const constants: ReadonlyMap<string, number> = new Map([
  ["pi", Math.PI],
  ["e", Math.E],
]);

/** How an episode ends: known once its conditions are. */
export const outcomes: ReadonlySet<string> = new Set(["terminated", "truncated", "succeeded", "failed"]);

export function isBuiltinValue(name: string): boolean {
  return builtinValues.has(name) || specialValues.has(name);
}

/** The value a built-in word stands for; the caller knows that it is one. */
export function lowerBuiltin(name: ast.NameRef, context: Context): Lowered | undefined {
  const word = name.name;
  noteBuiltin(context, name, word);
  const constant = constants.get(word);
  if (constant !== undefined) {
    const value = makeNumber(context, constant, name);
    return { ...value, info: { ...value.info, unitFree: false } };
  }
  if (word === "dt") return lowerStepLength(name, context);
  if (word === "terms") return lowerTerms(name, context);
  if (word === "return") return complainReturn(name, context);
  const row = builtinValues.get(word);
  if (row === undefined) return notYet(context, name, `'${word}' as a value`);
  if (isOutOfPlace(word, context)) return complainPlace(name, context);
  if (word === "time" && context.settings.dt === undefined) return missingStepLength(name, "'time'", context);
  const info: Info = {
    type: row.type === "bool" ? BOOL : NUMBER,
    optional: false,
    timing: row.timing,
    unit: row.unit ?? PURE,
    unitFree: false,
    trust: row.trust,
    range: rangeOf(word, row, context),
  };
  return make(context, { op: "builtin", name: word as Builtin }, info, name);
}

/** The horizon is the longest episode. */
function rangeOf(word: string, row: Row, { settings: { horizon, dt } }: Context): Interval {
  if (horizon === undefined) return row.range;
  if (word === "t") return { lo: 0, hi: horizon - 1 };
  return word === "time" && dt !== undefined ? { lo: 0, hi: (horizon - 1) * dt } : row.range;
}

/** A scenario and a log say what happens; how that ends is for the reward to say. An expectation looks at whole scenarios. */
function isOutOfPlace(word: string, { place }: Context): boolean {
  if (place === "scenario") return outcomes.has(word);
  if (place === "data") return word !== "training";
  return (place === "expect" || place === "setting") && builtinValues.get(word)?.timing === "step";
}

function complainPlace(name: ast.NameRef, context: Context): undefined {
  const where = { scenario: "a scenario", data: "a data block", expect: "'expect'", setting: "a setting" }[
    context.place as "data"
  ];
  return complain(context, name, "N023", "value-out-of-place", `'${name.name}' is not known in ${where}.`, {
    help:
      context.place === "expect"
        ? "Compare what scenarios pay and show, such as 'honest.solved'."
        : "Use numbers, params and what belongs there.",
  });
}

function complainReturn(name: ast.NameRef, context: Context): undefined {
  const message = "'return' is what the whole episode pays, so nothing of the episode can be computed from it.";
  return complain(context, name, "N026", "return-out-of-place", message, {
    help:
      context.place === "expect"
        ? "A scenario's own name is its return, such as 'honest > padded'."
        : "It stands in 'prove return in a..b' and in 'limit name = mean(return) over episodes <= x'.",
  });
}

function lowerTerms(name: ast.NameRef, context: Context): Lowered | undefined {
  if (context.place !== "total") {
    return complain(
      context,
      name,
      "N004",
      "terms-outside-total",
      "'terms' is the sum of the terms; it exists only inside 'total'.",
      {
        help: "Name what is wanted with 'let', and use that.",
      },
    );
  }
  const range = [...context.contributions.values()].reduce(addIntervals, point(0));
  const timing = context.oneShot ? "end" : "step";
  return make(
    context,
    { op: "terms" },
    { type: NUMBER, optional: false, unitFree: false, timing, unit: PURE, range, trust: "policy" },
    name,
  );
}

function lowerStepLength(name: ast.NameRef, context: Context): Lowered | undefined {
  const { dt } = context.settings;
  if (dt === undefined) return missingStepLength(name, "'dt'", context);
  return make(context, { op: "constant", value: dt }, { ...constantInfo(NUMBER, point(dt)), unit: SECOND }, name);
}

export function missingStepLength(at: Span, what: string, context: Context): undefined {
  if (context.brokenSettings.has("dt")) return context.fail();
  return complain(context, at, "M010", "missing-dt", `${what} needs the length of a step, and the reward does not say it.`, {
    help: "Add the setting 'dt 0.02 [s]' with your simulator's step length.",
    fixes: addSetting("dt 0.02 [s]", context),
  });
}

/** A fix that writes a setting at the top of the reward. */
export function addSetting(setting: string, { body, text }: Context): Fix[] {
  if (body === undefined) return [];
  const rest = /^[ \t]*\r?\n/.test(text.slice(body)) ? "" : "\n ";
  return [fix(`Add '${setting}'`, insert(body, `\n  ${setting}${rest}`))];
}
