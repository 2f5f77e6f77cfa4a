// `scenario G { group a, b, b }`: scenarios that are samples of one prompt, so that they are compared with each other.
import type * as ast from "../../grammar/ast.ts";
import { changeTo, complain, didYouMean } from "../elaborate/complain.ts";
import { type Context, scenarioNamed } from "../elaborate/context.ts";
import { noteReference } from "../elaborate/notes.ts";
import { nearest } from "../elaborate/suggest.ts";
import { origin, type Work } from "./reward-parts.ts";

type Item = ast.World["items"][number];

export function isGroup({ world }: ast.Scenario): boolean {
  return world.items.some(({ kind }) => kind === "group");
}

/** Where scenarios are not declared: in segments, in `with` and in data blocks. */
export function refuseGroup(item: ast.GroupItem, context: Context): void {
  complain(context, item, "M080", "group-and-more", "A group of scenarios is declared by a scenario of its own.", {
    help: "Write 'scenario name { group a, b }' beside the others.",
  });
}

/** Enters a group once all scenarios are known. */
export function readGroup(scenario: ast.Scenario, work: Work): void {
  if (!isGroup(scenario)) return;
  const { items } = scenario.world;
  const other: Item | ast.Name | undefined =
    scenario.like ?? items.find((item) => item !== items.find(({ kind }) => kind === "group"));
  if (other !== undefined) {
    complain(work.context, other, "M080", "group-and-more", "A group of scenarios holds nothing but 'group a, b, b'.", {
      help: "Give the values to the scenarios it names.",
    });
    return;
  }
  const members = items.flatMap((item) => (item.kind === "group" ? item.members : []));
  const known = members.filter((member) => checkMember(member, scenario, work));
  if (known.length < members.length || members.length === 0) return;
  work.parts.groups.push({ name: scenario.name.text, members: members.map(({ text }) => text), ...origin(scenario) });
}

function checkMember(member: ast.Name, group: ast.Scenario, { context }: Work): boolean {
  const definition = scenarioNamed(member.text, context);
  noteReference(context, member, definition);
  const declaration = definition?.declaration as ast.Scenario | undefined;
  if (declaration !== undefined && !isGroup(declaration)) return true;
  if (declaration !== undefined) {
    const what = declaration === group ? "itself" : `the group '${member.text}'`;
    complain(context, member, "M081", "group-in-group", `A group holds single scenarios, but this is ${what}.`, {
      help: "Name the scenarios one by one.",
    });
    return false;
  }
  const single = [...context.scope.worlds.values()].filter(
    ({ kind, declaration: made }) => kind === "scenario" && !isGroup(made as ast.Scenario),
  );
  const close = nearest(
    member.text,
    single.map(({ name }) => name),
  );
  complain(context, member, "N018", "unknown-scenario", `There is no scenario '${member.text}'.`, {
    help: didYouMean(close, "Declare it: 'scenario name { … }'."),
    fixes: changeTo(member, close),
  });
  return false;
}
