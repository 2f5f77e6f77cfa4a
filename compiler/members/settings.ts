// `horizon`, `discount`, `dt`, `group`, `advantage`, `principal`: constants that hold for the whole reward.
import type * as ast from "../../grammar/ast.ts";
import { addSetting } from "../elaborate/builtins.ts";
import { changeTo, complain, didYouMean } from "../elaborate/complain.ts";
import { constantNumber } from "../elaborate/constants.ts";
import { type Context, excerpt } from "../elaborate/context.ts";
import { elaborateScalar } from "../elaborate/expression.ts";
import { nearest } from "../elaborate/suggest.ts";
import { isPure, SECOND, sameDimension, type Unit, unitText } from "../types/units.ts";
import { membersOf, type Work } from "./reward-parts.ts";

const advantages = ["grpo", "dr_grpo", "rloo", "gdpo", "none"];

export function readSettings(work: Work): void {
  const context: Context = { ...work.context, place: "setting" };
  const written = new Map<string, ast.Setting>();
  const settings = membersOf(work, "setting");
  // dt first: a horizon in seconds needs it.
  for (const setting of [...settings.filter(isStepLength), ...settings.filter((other) => !isStepLength(other))]) {
    const before = written.get(setting.setting);
    if (before === undefined) {
      written.set(setting.setting, setting);
      if (!readSetting(setting, context)) context.brokenSettings.add(setting.setting);
      continue;
    }
    complain(context, setting, "M001", "setting-twice", `'${setting.setting}' is set twice.`, {
      help: "Keep one of them.",
      related: [{ start: before.start, end: before.end, message: "set here first" }],
    });
  }
}

const isStepLength = ({ setting }: ast.Setting) => setting === "dt";

/** False where it has an error. */
function readSetting(setting: ast.Setting, context: Context): boolean {
  const { settings } = context;
  if (setting.setting === "principal") {
    if (setting.value.kind === "text") settings.principal = setting.value.value;
    return setting.value.kind === "text";
  }
  if (setting.setting === "advantage") return readAdvantage(setting, context);
  const value = elaborateScalar(setting.value, context, `'${setting.setting}'`);
  if (value === undefined) return false;
  const number = constantNumber(context, value);
  if (number !== undefined && Number.isFinite(number)) return readers[setting.setting](number, value.info.unit, setting, context);
  const message = `'${setting.setting}' needs a finite number known beforehand, but this is '${excerpt(context, setting.value)}'.`;
  complain(context, setting.value, "M003", "setting-not-constant", message, {
    help:
      setting.setting === "horizon"
        ? "Leave the horizon out where an episode may last for ever."
        : "Write a number, or arithmetic of numbers.",
  });
  return false;
}

function readAdvantage({ value }: ast.Setting, context: Context): boolean {
  const name = value.kind === "name" ? value.name : "";
  if (advantages.includes(name)) {
    context.settings.advantage = name;
    return true;
  }
  if (value.kind === "missing" || (value.kind === "name" && name === "")) return false;
  const close = nearest(name, advantages);
  complain(context, value, "M002", "unknown-advantage", `'${excerpt(context, value)}' is not a known advantage.`, {
    help: didYouMean(close, `Use one of ${advantages.join(", ")}.`),
    fixes: changeTo(value, close),
  });
  return false;
}

type Reader = (number: number, unit: Unit, setting: ast.Setting, context: Context) => boolean;

const readers: Record<"horizon" | "discount" | "dt" | "group", Reader> = {
  horizon(number, unit, setting, context) {
    const steps = isPure(unit) ? number : stepsOf(number, unit, setting, context);
    if (steps === undefined) return false;
    const whole = Math.round(steps);
    if (whole < 1 || Math.abs(steps - whole) > 1e-6) {
      const message = `The horizon is ${steps} steps; it must be a whole number of at least 1.`;
      return wrong(
        setting,
        "M004",
        "bad-horizon",
        message,
        isPure(unit) ? "Write it in whole steps." : "Choose a time that dt divides.",
        context,
      );
    }
    context.settings.horizon = whole;
    return true;
  },
  discount(number, unit, setting, context) {
    context.settings.discountDeclared = true;
    if (!isPlain(unit, setting, context)) return false;
    if (number < 0 || number > 1) {
      const help = "Values near 1, such as 0.99, look far ahead.";
      return wrong(setting, "M005", "bad-discount", `The discount is ${number}; it must lie in 0..1.`, help, context);
    }
    context.settings.discount = number;
    return true;
  },
  dt(number, unit, setting, context) {
    if (!isPure(unit) && !sameDimension(unit, SECOND)) {
      const message = `'dt' is a time, but this is in [${unitText(unit)}].`;
      return wrong(setting, "RH202", "unit-mismatch", message, "Write it in seconds: 'dt 0.02 [s]'.", context);
    }
    const seconds = number * unit.scale;
    if (seconds <= 0)
      return wrong(
        setting,
        "M006",
        "bad-dt",
        "The length of a step must be positive.",
        "Write it in seconds: 'dt 0.02 [s]'.",
        context,
      );
    context.settings.dt = seconds;
    return true;
  },
  group(number, unit, setting, context) {
    if (!isPlain(unit, setting, context)) return false;
    if (!Number.isInteger(number) || number < 1) {
      return wrong(
        setting,
        "M007",
        "bad-group",
        `The group size is a whole number of at least 1, but this is ${number}.`,
        "It counts the samples per prompt.",
        context,
      );
    }
    context.settings.group = number;
    return true;
  },
};

function wrong(setting: ast.Setting, code: string, rule: string, message: string, help: string, context: Context): false {
  complain(context, setting.value, code, rule, message, { help });
  return false;
}

function isPlain(unit: Unit, setting: ast.Setting, context: Context): boolean {
  if (isPure(unit)) return true;
  return wrong(
    setting,
    "RH202",
    "unit-mismatch",
    `'${setting.setting}' is a pure number, but this is in [${unitText(unit)}].`,
    "Take the unit off.",
    context,
  );
}

function stepsOf(number: number, unit: Unit, setting: ast.Setting, context: Context): number | undefined {
  if (!sameDimension(unit, SECOND)) {
    const message = `A horizon is a number of steps or a time, but this is in [${unitText(unit)}].`;
    return complain(context, setting.value, "RH202", "unit-mismatch", message, {
      help: "Write 'horizon 500 steps' or 'horizon 10 [s]'.",
    });
  }
  const { dt } = context.settings;
  if (dt !== undefined) return (number * unit.scale) / dt;
  if (context.brokenSettings.has("dt")) return context.fail();
  return complain(context, setting.value, "M010", "missing-dt", "A horizon in seconds needs the length of a step.", {
    help: "Add the setting 'dt 0.02 [s]'.",
    fixes: addSetting("dt 0.02 [s]", context),
  });
}
