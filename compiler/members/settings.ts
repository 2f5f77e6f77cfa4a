// `horizon`, `discount`, `dt`, `group`, `advantage`, `principal`: constants that hold for the whole reward.
import type * as ast from "../../grammar/ast.ts";
import type { Program } from "../../runtime/program.ts";
import { complain, type Context, type Lowered } from "../elaborate/context.ts";
import { elaborate } from "../elaborate/expression.ts";
import { isPure, sameDimension, unitNamed, unitText } from "../types/units.ts";
import type { Work } from "./reward-parts.ts";

const advantages = ["grpo", "dr_grpo", "rloo", "gdpo", "none"];

export function readSettings(work: Work): Program["settings"] {
  const { context } = work;
  const settings = context.settings;
  const written = new Map<string, ast.Setting>();
  const members = work.reward.members.filter((member): member is ast.Setting => member.kind === "setting");
  // dt first: a horizon in seconds needs it.
  for (const setting of [...members].sort((a, b) => Number(b.setting === "dt") - Number(a.setting === "dt"))) {
    const before = written.get(setting.setting);
    if (before !== undefined) {
      complain(context, setting, "M001", "setting-twice", `'${setting.setting}' is set twice.`, { related: [{ ...before, message: "set here first" }] });
      continue;
    }
    written.set(setting.setting, setting);
    readSetting(setting, settings, context);
  }
  return settings;
}

function readSetting(setting: ast.Setting, settings: Program["settings"], context: Context): void {
  if (setting.setting === "principal") {
    if (setting.value.kind === "text") settings.principal = setting.value.value;
    return;
  }
  if (setting.setting === "advantage") {
    const name = setting.value.kind === "name" ? setting.value.name : "";
    if (advantages.includes(name)) settings.advantage = name;
    else complain(context, setting.value, "M002", "unknown-advantage", `'${name}' is not a known advantage.`, { help: `Use one of ${advantages.join(", ")}.` });
    return;
  }
  const value = elaborate(setting.value, context);
  if (value === undefined) return;
  const number = constantOf(value);
  if (number === undefined) {
    complain(context, setting.value, "M003", "setting-not-constant", `'${setting.setting}' needs a number known beforehand.`);
    return;
  }
  readers[setting.setting](number, value, setting, settings, context);
}

/** A point interval: constant arithmetic folds to one. */
function constantOf(value: Lowered): number | undefined {
  const { lo, hi } = value.info.range;
  if (value.info.timing !== "constant" || value.info.type.kind !== "number") return undefined;
  return hi - lo <= 1e-12 * Math.abs(hi) ? lo + (hi - lo) / 2 : undefined;
}

type Reader = (number: number, value: Lowered, setting: ast.Setting, settings: Program["settings"], context: Context) => void;

const readers: Record<"horizon" | "discount" | "dt" | "group", Reader> = {
  horizon(number, value, setting, settings, context) {
    const pure = isPure(value.info.unit);
    const steps = pure ? number : secondsOf(number, value, setting, context, settings.dt);
    if (steps === undefined) return;
    const whole = Math.round(steps);
    if (whole >= 1 && Math.abs(steps - whole) < 1e-6) settings.horizon = whole;
    else complain(context, setting.value, "M004", "bad-horizon", `The horizon is ${steps} steps; it must be a whole number of at least 1.`);
  },
  discount(number, _value, setting, settings, context) {
    settings.discountDeclared = true;
    if (number >= 0 && number <= 1) settings.discount = number;
    else complain(context, setting.value, "M005", "bad-discount", `The discount is ${number}; it must lie in 0..1.`);
  },
  dt(number, value, setting, settings, context) {
    const second = unitNamed("s", context.units)!;
    if (!isPure(value.info.unit) && !sameDimension(value.info.unit, second)) {
      complain(context, setting.value, "RH202", "unit-mismatch", `'dt' is a time, but this is in [${unitText(value.info.unit)}].`, { help: "Write it in seconds: 'dt 0.02 [s]'." });
    } else if (number * value.info.unit.scale > 0) settings.dt = number * value.info.unit.scale;
    else complain(context, setting.value, "M006", "bad-dt", "The length of a step must be positive.");
  },
  group(number, _value, setting, settings, context) {
    if (Number.isInteger(number) && number >= 1) settings.group = number;
    else complain(context, setting.value, "M007", "bad-group", "The group size is a whole number of at least 1.");
  },
};

function secondsOf(number: number, value: Lowered, setting: ast.Setting, context: Context, dt: number | undefined): number | undefined {
  const second = unitNamed("s", context.units)!;
  if (!sameDimension(value.info.unit, second)) {
    return complain(context, setting.value, "RH202", "unit-mismatch", `A horizon is a number of steps or a time, but this is in [${unitText(value.info.unit)}].`);
  }
  if (dt === undefined) {
    return complain(context, setting.value, "M010", "missing-dt", "A horizon in seconds needs the length of a step.", { help: "Add the setting 'dt 0.02 [s]'." });
  }
  return (number * value.info.unit.scale) / dt;
}
