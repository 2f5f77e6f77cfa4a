// Whether a reward says nothing about steps: then an episode is one record and every signal is known at its end.
import type * as ast from "../../grammar/ast.ts";
import { operatorByName } from "../../runtime/operators/index.ts";
import type { FileScope } from "../elaborate/context.ts";

const stepMembers: ReadonlySet<string> = new Set(["ends", "track", "shaping", "sequence"]);
const stepSettings: ReadonlySet<string> = new Set(["horizon", "dt"]);
const stepValues: ReadonlySet<string> = new Set("t time dt first ending terminated truncated succeeded failed".split(" "));

export function isOneShot(reward: ast.Reward, file: FileScope): boolean {
  const inclusions = reward.members.filter((member) => member.kind === "signals-include");
  const sets = inclusions.flatMap((member) => file.sets.get(member.name.text) ?? []);
  const members = [...reward.members, ...sets.flatMap((set) => set.ast.entries)];
  const own = new Set(members.flatMap((member) => (member.kind === "signals" ? member.entries : [member])).map(nameOf));
  const visited = new Set<ast.Fn>();
  const speaks = (member: ast.Member, home: FileScope) => speaksOfSteps(member, { own, file: home, visited });
  return !(
    reward.members.some((member) => speaks(member, file)) ||
    sets.some(({ ast: { entries }, home }) => entries.some((entry) => speaks(entry, home)))
  );
}

const nameOf = (member: ast.Member) => ("name" in member ? member.name.text : "");

interface Search {
  /** Names the reward declares, which hide built-in ones. */
  own: ReadonlySet<string>;
  file: FileScope;
  /** Functions whose bodies have been looked at. */
  visited: Set<ast.Fn>;
}

function speaksOfSteps(member: ast.Member, search: Search): boolean {
  if (stepMembers.has(member.kind)) return true;
  switch (member.kind) {
    case "setting":
      return stepSettings.has(member.setting) || mentionsSteps(member.value, search);
    case "signal":
      return member.timing?.timing === "per step";
    case "signals":
      return member.timing?.timing === "per step" || member.entries.some((entry) => speaksOfSteps(entry, search));
    case "objective":
    case "penalty":
      return member.rate !== undefined || mentionsSteps(member, search);
    case "data":
      return false;
    default:
      return mentionsSteps(member, search);
  }
}

/** Any node below that has a meaning only step by step. */
function mentionsSteps(node: unknown, search: Search): boolean {
  if (Array.isArray(node)) return node.some((child) => mentionsSteps(child, search));
  if (node === null || typeof node !== "object") return false;
  const expression = node as ast.Expression | ast.Segment;
  if (expression.kind === "segment") return true;
  if (expression.kind === "over" && (expression.axis.name === "steps" || expression.axis.name === "last")) return true;
  if (expression.kind === "name" && stepValues.has(expression.name) && !search.own.has(expression.name)) return true;
  if (expression.kind === "call" && callsForSteps(expression.callee.text, search)) return true;
  for (const key in node) {
    const child = (node as Record<string, unknown>)[key];
    if (typeof child === "object" && mentionsSteps(child, search)) return true;
  }
  return false;
}

const ofSteps: ReadonlySet<string> = new Set(["sequence", "temporal"]);
/** Further operators that ask for steps. */
const stepOperators: ReadonlySet<string> = new Set(["pivot_credit", "progress"]);

/** A sequence operator, or a function of the file that uses one. */
function callsForSteps(name: string, search: Search): boolean {
  const { ast: fn, home } = search.file.fns.get(name) ?? {};
  // The margin of a plain condition asks for steps as little as the condition does.
  if (fn === undefined && name !== "robustness")
    return stepOperators.has(name) || ofSteps.has(operatorByName.get(name)?.category ?? "");
  if (fn === undefined) return false;
  if (search.visited.has(fn)) return false;
  search.visited.add(fn);
  return mentionsSteps(fn.body, {
    ...search,
    file: home ?? search.file,
    own: new Set(fn.params.map((param) => param.name.text)),
  });
}
