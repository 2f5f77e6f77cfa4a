// Whether a reward says nothing about steps: then an episode is one record and every signal is known at its end.
import type * as ast from "../../grammar/ast.ts";
import { operatorByName } from "../../runtime/operators/index.ts";

const stepMembers: ReadonlySet<string> = new Set(["ends", "track", "shaping", "sequence"]);
const stepBuiltins: ReadonlySet<string> = new Set(["t", "time", "dt", "first", "ending", "terminated", "truncated", "succeeded", "failed"]);

export function isOneShot(reward: ast.Reward): boolean {
  const own = new Set(reward.members.flatMap((member) => (member.kind === "signals" ? member.entries : [member])).map((member) => ("name" in member ? member.name.text : "")));
  return !reward.members.some((member) => speaksOfSteps(member, own));
}

function speaksOfSteps(member: ast.Member, own: ReadonlySet<string>): boolean {
  if (stepMembers.has(member.kind)) return true;
  if (member.kind === "setting") return member.setting === "horizon" || member.setting === "dt";
  if (member.kind === "signal" || member.kind === "signals") return member.timing?.timing === "per step" || (member.kind === "signals" && member.entries.some((entry) => speaksOfSteps(entry, own)));
  if (member.kind === "objective" || member.kind === "penalty") {
    if (member.rate !== undefined) return true;
  }
  if (member.kind === "data") return false;
  return mentionsSteps(member, own);
}

/** Any node below that has a meaning only step by step. */
function mentionsSteps(node: unknown, own: ReadonlySet<string>): boolean {
  if (Array.isArray(node)) return node.some((child) => mentionsSteps(child, own));
  if (node === null || typeof node !== "object") return false;
  const kind = (node as { kind?: string }).kind;
  if (kind === "segment") return true;
  if (kind === "over" && ["steps", "last"].includes((node as ast.Over).axis.name)) return true;
  if (kind === "name" && stepBuiltins.has((node as ast.NameRef).name) && !own.has((node as ast.NameRef).name)) return true;
  if (kind === "call" && operatorByName.get((node as ast.Call).callee.text)?.category === "sequence") return true;
  return Object.values(node).some((child) => mentionsSteps(child, own));
}
