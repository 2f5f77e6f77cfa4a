// Random rewards as text: signals with ranges, lets, tracks, terms, constraints, shaping, goals. Members that turn out to have an
// error are taken out again, so that what is left has a meaning. It must not know what is checked of them.
import type { Compilation } from "../../compiler/compilation.ts";
import { compile } from "../../compiler/compilation.ts";
import type { Choices } from "../emit/choices.ts";
import { expression, type Kind, type Scene } from "./expression-text.ts";

export interface RandomReward {
  /** As generated; not every member need have a meaning. */
  raw: string;
  /** Without the members that have an error. */
  text: string;
  compilation: Compilation;
}

const SIGNALS = `  signal a : 0..4
  signal b : -1..1
  signal n : count
  signal ok : bool
  signal word : text
  signal v : vector(3) in -2..2
  signal q : quaternion(xyzw) in -1..1
  signal xs : list of 0..3
  signal ws : list of text
  signal vs : list of vector(3) in -1..1`;

const AT_END = `  signal score : 0..1 at end
  signal answer : text at end`;

const stepNames: Scene["names"] = {
  number: ["a", "b", "n"],
  bool: ["ok"],
  text: ["word"],
  vector: ["v"],
  list: ["xs"],
  texts: ["ws"],
  quaternion: ["q"],
  vectors: ["vs"],
};

export function makeReward(choices: Choices): RandomReward {
  const oneShot = choices.chance(25);
  const depth = 1 + choices.below(3);
  const names: Record<Kind, string[]> = structuredClone(stepNames) as Record<Kind, string[]>;
  const scene = (timing: "step" | "end"): Scene => ({ choices, names, timing, elements: [] });
  const timing = oneShot ? "end" : "step";
  const members: string[] = [];
  for (let k = 0; k < choices.below(4); k++) {
    const kind = choices.pick<Kind>(["number", "bool", "text", "vector", "list", "texts"]);
    members.push(`  let let${k} = ${expression(scene(timing), kind, depth)}`);
    names[kind].push(`let${k}`);
  }
  if (!oneShot && choices.chance(40)) {
    members.push(
      `  track kept starts ${choices.pick(["0", "1"])} = clip(prev(kept) + ${expression(scene("step"), "number", depth)}, -5, 5)`,
    );
    names.number.push("kept");
  }
  const late = () => (oneShot ? "end" : choices.pick(["step", "step", "end"] as const));
  for (let k = 0; k < 1 + choices.below(4); k++) {
    const value = expression(scene(late()), choices.chance(80) ? "number" : "bool", depth);
    const rate = oneShot ? "" : choices.pick(["", "", " per second", " once"]);
    const weight = choices.pick(["", " weight 0.5", " weight 2"]);
    const when = choices.chance(20) ? ` when ${expression(scene(timing), "bool", 1)}` : "";
    if (choices.chance(70)) members.push(`  objective term${k}${weight}${rate}${when} = ${value}`);
    else members.push(`  penalty term${k}${weight}${rate}${when} = abs(${value})`);
  }
  if (choices.chance(30))
    members.push(`  require rule = ${expression(scene(late()), "bool", depth)} else ${choices.pick(["-1", "0"])}`);
  if (!oneShot && choices.chance(30)) members.push(`  shaping near = potential(${expression(scene("step"), "number", depth)})`);
  if (!oneShot && choices.chance(30))
    members.push(`  ends when ${expression(scene("step"), "bool", 1)} as ${choices.pick(["success", "failure"])}`);
  if (choices.chance(50)) members.push(`  goal right = ${expression(scene(late()), "bool", depth)}`);
  if (choices.chance(50)) members.push(`  probe seen = ${expression(scene(late()), "number", depth)}`);
  const settings = oneShot
    ? ""
    : `  horizon ${2 + choices.below(5)} steps\n  dt 0.1 [s]\n  discount ${choices.pick(["1", "0.9"])}\n`;
  return settled(`reward Fuzz {\n${settings}${SIGNALS}\n${oneShot ? "" : `${AT_END}\n`}`, members);
}

/** Takes members with errors out, a few times, because one may need another. */
function settled(head: string, given: readonly string[]): RandomReward {
  const whole = (members: readonly string[]) => `${head}${members.join("\n")}\n}\n`;
  const raw = whole(given);
  let members = given;
  for (;;) {
    const text = whole(members);
    const compilation = compile(text);
    const bad = new Set<number>();
    for (const { severity, start } of compilation.diagnostics) {
      if (severity !== "error") continue;
      let at = head.length;
      members.forEach((member, index) => {
        if (start >= at && start <= at + member.length) bad.add(index);
        at += member.length + 1;
      });
    }
    if (bad.size === 0) return { raw, text, compilation };
    members = members.filter((_, index) => !bad.has(index));
  }
}
