// Random rewards with random claims, as people write them: values that cannot always be computed, gates, rates, caps, ends, totals,
// states and groups. It must not know how claims are judged.
import type { Choices } from "../../emit/choices.ts";

const SIGNALS =
  "  signal a : 0..4\n  signal b : -1..1\n  signal c : 1..3\n  signal ok : bool\n  signal v : vector(2) in -1..2\n  signal xs : list of 0..2\n  signal many : number";

type Timing = "step" | "end";

/** A number; `late` ones may look at the whole episode. */
function number(choices: Choices, timing: Timing, depth: number): string {
  const part = () => number(choices, timing, depth - 1);
  if (depth <= 0)
    return choices.pick(["a", "b", "c", "0.5", "2", "0", "v.x", "1", "kept"]).replace("kept", timing === "step" ? "kept" : "a");
  const forms = [
    () => number(choices, timing, 0),
    () => `(${part()} ${choices.pick(["+", "-", "*", "+", "-", "*", "/"])} ${part()})`,
    () => `${choices.pick(["sqrt", "log", "abs", "tanh", "-", "exp", "sigmoid"])}(${part()})`,
    () => `${choices.pick(["min", "max"])}(${part()}, ${part()})`,
    () => `clip(${part()}, ${choices.pick(["0", "-1"])}, ${choices.pick(["1", "2"])})`,
    () => `(if ${bool(choices, timing, depth - 1)} then ${part()} else ${part()})`,
    () => `${choices.pick(["mean", "max", "sum", "std"])}(${choices.pick(["v", "xs"])})`,
    () => `(mean(xs) ?? ${part()})`,
    () => `ramp(${part()}, 0..2)`,
    () => `(${part()}^2)`,
  ];
  if (timing === "step")
    forms.push(
      () => `prev(${part()}${choices.pick(["", ", 0", ", 3"])})`,
      () => {
        const x = part();
        return `(${x} - prev(${x}${choices.pick(["", ", 0"])}))`;
      },
      () => `record(${part()})`,
      () => `max(0, ${part()} - prev(top))`,
      () => `(if ${bool(choices, timing, depth - 1)} and not prev(seen) then 1 else 0)`,
      () => `(${choices.pick(["mean", "sum", "max"])}(${part()}) over last 2 steps)`,
      () => `delta(${part()})`,
      () => "count_so_far(ok)",
    );
  else
    forms.push(
      () =>
        `(${choices.pick(["mean", "sum", "max", "min", "last", "std"])}(${number(choices, "step", depth - 1)}${choices.chance(25) ? ` where ${bool(choices, "step", 0)}` : ""}) over steps)`,
    );
  return choices.pick(forms)();
}

function bool(choices: Choices, timing: Timing, depth: number): string {
  if (depth <= 0)
    return choices.pick([
      "ok",
      "a > 2",
      "b >= 0",
      "b < 0.5",
      "v.x > 0",
      "all(v > 0)",
      timing === "step" ? "succeeded" : "ok",
      timing === "step" ? "first" : "ok",
    ]);
  const part = () => bool(choices, timing, depth - 1);
  const forms = [
    () => bool(choices, timing, 0),
    () => `(${number(choices, timing, depth - 1)} ${choices.pick(["<", ">", "<=", ">="])} ${number(choices, timing, depth - 1)})`,
    () => `(${part()} ${choices.pick(["and", "or"])} ${part()})`,
    () => `not ${part()}`,
  ];
  if (timing === "end") forms.push(() => `(${choices.pick(["any", "all"])}(${bool(choices, "step", depth - 1)}) over steps)`);
  return choices.pick(forms)();
}

const ends = (choices: Choices): string =>
  choices.pick(["ok", "a > 2", "b < 0", "sqrt(b) > 0.5", "ok and a > 1", "1 / a > 2 or ok", "not (log(a) > 0 and ok)"]);

/** `claims` are written as its last members, without `prove`. */
export function rewardText(choices: Choices, claims: readonly string[] = []): string {
  const oneShot = choices.chance(30);
  const depth = 1 + choices.below(3);
  const lines: string[] = [];
  const late = (): Timing => (oneShot || choices.chance(25) ? "end" : "step");
  if (!oneShot) {
    lines.push(`  horizon ${1 + choices.below(5)} steps`, "  dt 0.5 [s]");
    if (choices.chance(20)) lines.push("  discount 0.9");
  }
  const group = choices.chance(30) ? 3 : 1;
  if (group > 1) lines.push(`  group ${group}`);
  lines.push(SIGNALS);
  if (!oneShot)
    lines.push(
      `  track kept : number starts ${choices.pick(["0", "1", "a"])} = ${choices.pick(["clip(prev(kept) + b, -2, 2)", "max(prev(kept), a)", "if ok then a else prev(kept)", "sqrt(b)", "a / b"])}`.replace(
        "starts a",
        "starts 2",
      ),
      `  track top : number starts ${choices.pick(["0", "-1"])} = ${choices.pick(["max(prev(top), a)", "max(a, 0)", "max(prev(top), b)"])}`,
      `  track seen : bool starts false = ${choices.pick(["prev(seen) or ok", "ok", "ok or b > 0", "prev(seen) or a > 2"])}`,
    );
  if (choices.chance(25))
    lines.push(
      `  assume ${choices.pick(["a <= 3", "b >= 0", "not ok", "a <= 2 or ok", ...(oneShot ? [] : ["all(b < 0.9) over steps"])])}`,
    );
  for (let k = 0; k < 1 + choices.below(3); k++) {
    const when = late();
    const value =
      group > 1 && when === "end" && choices.chance(50)
        ? `(${number(choices, "end", 1)} - (${choices.pick(["mean", "sum", "max", "std"])}(${number(choices, "end", 1)}) over group))`
        : number(choices, when, depth);
    const rate = when === "end" ? "" : choices.pick(["", "", " per second", " once"]);
    const weight = choices.pick(["", " weight 0.5", " weight 3", " weight c", " weight clip(a, 0.5, 1)"]);
    const gate = choices.chance(35) ? ` when ${bool(choices, when, 1)}` : "";
    if (choices.chance(65)) lines.push(`  objective term${k}${weight}${rate}${gate} = ${value}`);
    else
      lines.push(
        `  penalty term${k}${weight}${rate}${gate} = ${choices.pick(["abs", "", "max0", "clip"])}(${value})`
          .replace("max0(", "max(0, ")
          .replace("clip(", "clip(-1 + "),
      );
  }
  if (choices.chance(30))
    lines.push(
      `  require rule = ${bool(choices, late(), 1)} else ${choices.pick(["-1", "0", oneShot ? "b" : "-2", oneShot ? "1 / a" : "1"])}`,
    );
  if (!oneShot && choices.chance(20)) lines.push("  shaping near = potential(a)");
  if (!oneShot && choices.chance(50)) lines.push(`  ends when ${ends(choices)} as ${choices.pick(["success", "failure"])}`);
  if (choices.chance(20))
    lines.push(
      `  total = ${choices.pick(["clip(terms, -2, 3)", "sqrt(terms)", "if ok then 1 else terms", "min(1, terms) / a", "terms + a", "2 * terms"])}`,
    );
  lines.push(`  goal right = ${bool(choices, late(), 1)}`);
  return `reward Fuzz {\n${lines.map((line) => line.replace(/\bclip\(-1 \+ (.*)\)$/, "clip($1, -1, 2)")).join("\n")}\n${claims.map((claim) => `  prove ${claim}\n`).join("")}}\n`;
}

/** A condition to claim. */
export function conditionText(choices: Choices, oneShot: boolean): string {
  return bool(choices, oneShot || choices.chance(40) ? "end" : "step", 1 + choices.below(2));
}
