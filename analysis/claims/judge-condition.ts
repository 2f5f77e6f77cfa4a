// `prove COND`: it holds on every step of every episode, or of every episode. One that cannot be evaluated does not hold.
import { inspect } from "../../runtime/inspect.ts";
import type { ClaimKind } from "../../runtime/program.ts";
import { isTotal } from "../facts/is-total.ts";
import { capital } from "./judge-return.ts";
import { type Judging, open, proved, refuted, showing, type Verdict } from "./verdict.ts";

export function judgeCondition({ program, facts, played }: Judging, claim: ClaimKind & { kind: "condition" }): Verdict {
  const always = facts.range(claim.node).lo >= 1;
  if (always && isTotal(program, claim.node, facts.range)) return proved("The declared ranges show that it always holds.");
  for (const candidate of played()) {
    const [values] = inspect(program, candidate.episode, [claim.node]);
    const step = values!.findIndex((value) => value !== true);
    if (step < 0) continue;
    const where = claim.timing === "step" && !program.oneShot ? ` on step ${step}` : "";
    const how = values![step] === null ? "cannot be evaluated" : "does not hold";
    const message = capital(`in ${candidate.name} it ${how}${where}.`);
    return refuted(message, showing(candidate, message));
  }
  return open(
    always
      ? "The declared ranges show that it holds wherever it can be evaluated, not that it always can be."
      : "The declared ranges do not show it, and nothing that was tried breaks it.",
  );
}
