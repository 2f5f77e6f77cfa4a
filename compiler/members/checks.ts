// What only shows once every member has been read.
import { complain } from "../elaborate/complain.ts";
import { membersOf, type Parts, type Work } from "./reward-parts.ts";

export function checkPays(work: Work): void {
  const { reward, context } = work;
  if (reward.name.text === "" || membersOf(work, "objective", "penalty", "shaping", "total").length > 0) return;
  const message = `The reward '${reward.name.text}' pays nothing: it has no objective, penalty or shaping.`;
  complain(context, reward.name, "M050", "pays-nothing", message, { severity: "warning", help: "Add 'objective name = …'." });
}

/** Where each kind of member ends up in a program. */
const places: readonly (readonly [keyof Parts, Parameters<typeof membersOf>[1][]])[] = [
  ["params", ["param"]],
  ["tracks", ["track"]],
  ["sequences", ["sequence"]],
  ["terms", ["objective", "penalty"]],
  ["shapings", ["shaping"]],
  ["requires", ["require"]],
  ["goals", ["goal"]],
  ["probes", ["probe"]],
  ["ends", ["ends"]],
  ["data", ["data"]],
  ["expectations", ["expect"]],
  ["limits", ["limit"]],
  ["assumptions", ["assume"]],
  ["claims", ["prove"]],
];

/** A safety net: what is written must not be left out of the program in silence. */
export function checkWhole(work: Work): void {
  for (const [part, kinds] of places) {
    const found = work.parts[part] as readonly { source: readonly [number, number] }[];
    const known = new Set(found.map(({ source }) => source[0]));
    const lost = membersOf(work, ...kinds).find((member) => !known.has(member.start));
    if (lost === undefined) continue;
    complain(work.context, lost, "X001", "no-meaning", "This has no meaning, and nothing says why: that is a fault of Telos.", {
      help: "Please report it with this text, and write it in another way for now.",
    });
  }
}
