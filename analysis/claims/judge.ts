// Every claim of a program: proved, refuted with a witness, or open. It must not know editors or the command line.
import type { Claim, Program, Source } from "../../runtime/program.ts";
import { factsOf } from "../facts/facts.ts";
import { playCandidates } from "./candidates.ts";
import { judgeCondition } from "./judge-condition.ts";
import { judgeDirection } from "./judge-direction.ts";
import { judgeEquivalence } from "./judge-equivalence.ts";
import { judgeFarming } from "./judge-farming.ts";
import { judgeReturn } from "./judge-return.ts";
import { judgeSeparation } from "./judge-separation.ts";
import type { Judging, Played, Verdict } from "./verdict.ts";

export interface ClaimResult extends Verdict {
  /** As written, without `prove`. */
  name: string;
  source: Source;
}

const judged = new WeakMap<Program, ClaimResult[]>();

/** In source order; the same answers on every call. `others` are the programs of the same file. */
export function judgeClaims(program: Program, others: readonly Program[]): ClaimResult[] {
  const known = judged.get(program);
  if (known !== undefined) return known;
  const judging = startJudging(program, others);
  const results = program.claims.map((claim) => ({ name: claim.text, source: claim.source, ...judge(claim, judging) }));
  judged.set(program, results);
  return results;
}

export function startJudging(program: Program, others: readonly Program[] = []): Judging {
  const facts = factsOf(program);
  let played: Played[] | undefined;
  return {
    program,
    facts,
    others: others.filter((other) => other !== program),
    played() {
      played ??= playCandidates(facts);
      return played;
    },
  };
}

function judge({ says }: Claim, judging: Judging): Verdict {
  switch (says.kind) {
    case "return":
      return judgeReturn(judging, says);
    case "condition":
      return judgeCondition(judging, says);
    case "separates":
      return judgeSeparation(judging, says);
    case "monotone":
      return judgeDirection(judging, says);
    case "not-farmable":
      return judgeFarming(judging);
    case "equivalent":
      return judgeEquivalence(judging, says);
  }
}
