// From an offset to the reward and the declaration around it. It must not know meaning or LSP.
import type * as ast from "../../grammar/ast.ts";
import { touches } from "../../grammar/span.ts";

/** The reward whose text holds `offset`. */
export function rewardAt(file: ast.File, offset: number): ast.Reward | undefined {
  return file.declarations.find((d): d is ast.Reward => d.kind === "reward" && touches(d, offset));
}

/** The declaration of a file, or member of a reward, whose text holds `offset`. */
export function declarationAt(file: ast.File, offset: number): ast.Declaration | ast.Member | undefined {
  const declaration = file.declarations.find((d) => touches(d, offset));
  if (declaration?.kind !== "reward") return declaration;
  return declaration.members.find((member) => touches(member, offset)) ?? declaration;
}

/** The objective, penalty or shaping term whose declaration holds `offset`. */
export function termAt(file: ast.File, offset: number): { reward: string; term: string } | undefined {
  const reward = rewardAt(file, offset);
  const member = reward?.members.find((m) => touches(m, offset) && isTerm(m));
  return reward && member && isTerm(member) ? { reward: reward.name.text, term: member.name.text } : undefined;
}

function isTerm(member: ast.Member): member is ast.Term | ast.Shaping {
  return member.kind === "objective" || member.kind === "penalty" || member.kind === "shaping";
}
