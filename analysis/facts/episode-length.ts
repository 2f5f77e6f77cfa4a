// How long an episode can be, and who decides when it ends. It must not know terms.
import type { NodeId, Program, SignalDeclaration } from "../../runtime/program.ts";
import { isWritable } from "./judge-trust.ts";

export interface EpisodeLength {
  /** Most steps; infinite without a horizon. */
  most: number;
  /** Σ γ^t over the longest episode: what 1 per step is worth, discounted. Infinite where nothing bounds it. */
  discountedMost: number;
  /** Conditions that end it as success, as failure, or without saying which. */
  success: NodeId[];
  failure: NodeId[];
  unsaid: NodeId[];
  /** The policy decides when it ends, otherwise than by failing: it can stop early or go on to the horizon. */
  chosen: boolean;
}

/** Σ γ^t for t below `steps`, which may be infinite. */
export function discountedSteps(discount: number, steps: number): number {
  if (discount === 1) return steps;
  return (1 - (steps === Number.POSITIVE_INFINITY ? 0 : discount ** steps)) / (1 - discount);
}

export function measureEpisodeLength(
  program: Program,
  reads: readonly ReadonlySet<string>[],
  signals: ReadonlyMap<string, SignalDeclaration>,
): EpisodeLength {
  const most = program.oneShot ? 1 : (program.settings.horizon ?? Number.POSITIVE_INFINITY);
  const byOutcome = (outcome: "success" | "failure" | undefined) =>
    program.ends.filter((end) => end.outcome === outcome).map((end) => end.node);
  const [success, failure, unsaid] = [byOutcome("success"), byOutcome("failure"), byOutcome(undefined)];
  const byPolicy = [...reads.entries()].some(
    ([id, names]) => failure.includes(id) && [...names].some((name) => isWritable(signals.get(name)!)),
  );
  return {
    most,
    discountedMost: discountedSteps(program.settings.discount, most),
    success,
    failure,
    unsaid,
    chosen: most > 1 && (success.length > 0 || unsaid.length > 0 || byPolicy),
  };
}
