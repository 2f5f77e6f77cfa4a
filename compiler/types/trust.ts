// Who could have written a value: sources and the trust they give.
import type { Trust } from "../../runtime/program.ts";

const order: readonly Trust[] = ["policy", "learned", "measured", "verified"];

export const trustOfSource: ReadonlyMap<string, Trust> = new Map([
  ["verifier", "verified"],
  ["human", "verified"],
  ["reference", "verified"],
  ["dataset", "verified"],
  ["environment", "measured"],
  ["simulator", "measured"],
  ["trainer", "measured"],
  ["model", "learned"],
  ["judge", "learned"],
  ["policy", "policy"],
  ["action", "policy"],
  ["agent", "policy"],
]);

export function leastTrust(...trusts: Trust[]): Trust {
  return trusts.reduce((least, trust) => (order.indexOf(trust) < order.indexOf(least) ? trust : least), "verified");
}
