// Who stands behind a value: the least trusted of the signals it reads, and whether the policy can write one of them.
import type { SignalDeclaration, Trust } from "../../runtime/program.ts";

const order: readonly Trust[] = ["policy", "learned", "measured", "verified"];

/** Negative where `a` is trusted less than `b`. */
export function compareTrust(a: Trust, b: Trust): number {
  return order.indexOf(a) - order.indexOf(b);
}

/** The trust of one signal; what the policy may write is no better than the policy, whatever its source. */
export function trustOf(signal: SignalDeclaration): Trust {
  return isWritable(signal) ? "policy" : signal.trust;
}

/** The policy chooses the value, or can overwrite it. */
export function isWritable(signal: SignalDeclaration): boolean {
  return signal.trust === "policy" || signal.tags["writable by"] === "policy" || signal.tags.writable === "policy";
}

/** The least trust among the signals; undefined for none, which is a constant. */
export function leastTrust(signals: Iterable<SignalDeclaration>): Trust | undefined {
  let least: Trust | undefined;
  for (const signal of signals) {
    const trust = trustOf(signal);
    if (least === undefined || compareTrust(trust, least) < 0) least = trust;
  }
  return least;
}
