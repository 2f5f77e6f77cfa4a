// `prove return in a..b`, and the contract of a reward. It must not know other claims.
import type { ClaimKind } from "../../runtime/program.ts";
import { alwaysPays } from "../contract/always-pays.ts";
import { returnRange } from "../contract/return-range.ts";
import { sayNumber } from "../patterns/say-number.ts";
import { type Judging, open, type Played, proved, refuted, showing, type Verdict } from "./verdict.ts";

/** A sum of many steps carries the rounding of its additions; a claim is not about that. */
const ROUNDING = 1e-9;

type ReturnClaim = ClaimKind & { kind: "return" };

export function judgeReturn({ program, facts, played }: Judging, claim: ReturnClaim): Verdict {
  const lo = claim.lo ?? Number.NEGATIVE_INFINITY;
  const hi = claim.hi ?? Number.POSITIVE_INFINITY;
  const range = returnRange(program);
  const reached = `${bound(range.lo)}..${bound(range.hi)}`;
  const above = claim.strictLo ? range.lo > lo : range.lo >= lo - slackOf(lo);
  const below = claim.strictHi ? range.hi < hi : range.hi <= hi + slackOf(hi);
  const always = alwaysPays(program, facts.range);
  if (above && below && always) return proved(`The declared ranges show that the return lies in ${reached}.`);
  const broken = furthest(played(), (paid) => outside(paid, lo, hi, claim));
  if (broken === undefined && above && below)
    return open(`The declared ranges show that the return lies in ${reached}, but not that every episode has one.`);
  if (broken === undefined) return open(`The declared ranges only show that the return lies in ${reached}.`);
  const message = `${broken.name} pays ${sayNumber(broken.paid)}, outside ${said(claim)}.`;
  return refuted(capital(message), showing(broken, capital(message)));
}

/** How far a return lies outside; nothing where it does not. */
function outside(paid: number, lo: number, hi: number, claim: ReturnClaim): number {
  if (claim.strictLo && paid <= lo) return lo - paid + ROUNDING;
  if (claim.strictHi && paid >= hi) return paid - hi + ROUNDING;
  if (paid < lo - slackOf(lo)) return lo - paid;
  return paid > hi + slackOf(hi) ? paid - hi : 0;
}

/** A scenario, where one does it, because people know it; else the worst of what was made up. */
function furthest(played: readonly Played[], badness: (paid: number) => number): Played | undefined {
  const broken = played.filter(({ paid }) => badness(paid) > 0);
  const known = broken.find(({ episode }) => episode.origin !== undefined);
  return known ?? broken.sort((a, b) => badness(b.paid) - badness(a.paid))[0];
}

const slackOf = (value: number) => (Number.isFinite(value) ? ROUNDING * Math.max(1, Math.abs(value)) : 0);
export const bound = (value: number) => (Number.isFinite(value) ? sayNumber(value) : value > 0 ? "inf" : "-inf");
const said = ({ lo, hi }: ReturnClaim) => `${lo ?? "-inf"}..${hi ?? "inf"}`;
export const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
