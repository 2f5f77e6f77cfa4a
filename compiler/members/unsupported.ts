// Members that the language has and this version gives no meaning to: their names are known, so that one message is enough.
import type * as ast from "../../grammar/ast.ts";
import type { Severity } from "../diagnostics.ts";
import { notYet } from "../elaborate/complain.ts";
import type { Context } from "../elaborate/context.ts";
import { noteReference } from "../elaborate/notes.ts";
import { resolveNames } from "../elaborate/resolve.ts";
import { membersOf, type Work } from "./reward-parts.ts";

type Unsupported = ast.Sequence | ast.Binding | ast.Assume | ast.Prove;

/** What is only said about the reward is kept; what it is computed from is an error. */
const severities: Readonly<Record<string, Severity>> = { sequence: "error", limit: "info", assume: "info", prove: "info" };

export function reportUnsupported(work: Work): void {
  for (const member of membersOf(work, "sequence", "limit", "assume", "prove") as Unsupported[]) {
    resolveMember(member, work.context);
    const named = "name" in member && member.name.text !== "";
    const keyword = { start: member.start, end: Math.min(member.end, member.start + member.kind.length) };
    notYet(work.context, named ? member.name : keyword, `'${member.kind}'`, severities[member.kind]);
  }
}

function resolveMember(member: Unsupported, context: Context): void {
  for (const part of partsOf(member)) resolveNames(part, context);
  if (member.kind === "prove") noteClaim(member.claim, context);
}

function partsOf(member: Unsupported): Parameters<typeof resolveNames>[0][] {
  switch (member.kind) {
    case "sequence":
      return [...member.stages, member.avoiding];
    case "assume":
      return [member.condition];
    case "prove":
      return member.claim.kind === "condition"
        ? [member.claim.condition]
        : member.claim.kind === "separates"
          ? [member.claim.by]
          : [];
    default:
      return [member.value];
  }
}

function noteClaim(claim: ast.Prove["claim"], context: Context): void {
  const name = claim.kind === "separates" ? claim.goal : claim.kind === "monotone" ? claim.signal : undefined;
  if (name !== undefined) noteReference(context, name, context.scope.values.get(name.text)?.definition);
}
