// What asking back and acting are worth when only some requests are ambiguous. It must not know how ambiguity is recognised.
//
// Formula: with p the share of ambiguous requests, E[ask] = p·ask_amb + (1 − p)·ask_clear, E[act] likewise, ideal = p·max + (1 − p)·max;
// they are equal at p* = (act_clear − ask_clear) / ((ask_amb − ask_clear) − (act_amb − act_clear)).
// Needs: the four pay-offs.
// Limits: always asking or always acting; a policy that tells the two apart earns up to the ideal.
// Source: our own form of the pay-offs in SpeakRL.
import { isShare } from "./columns.ts";

export interface Payoffs {
  askAmbiguous: number;
  askClear: number;
  actAmbiguous: number;
  actClear: number;
}

export interface Expected {
  ask: number;
  act: number;
  ideal: number;
}

/** All NaN for p outside 0..1. */
export function expectedPayoffs({ askAmbiguous, askClear, actAmbiguous, actClear }: Payoffs, p: number): Expected {
  const mix = (ambiguous: number, clear: number) => (isShare(p) ? p * ambiguous + (1 - p) * clear : Number.NaN);
  return {
    ask: mix(askAmbiguous, askClear),
    act: mix(actAmbiguous, actClear),
    ideal: mix(Math.max(askAmbiguous, actAmbiguous), Math.max(askClear, actClear)),
  };
}

/** The share of ambiguous requests at which both are worth the same; NaN where one is better whatever the share. */
export function breakEvenAmbiguity({ askAmbiguous, askClear, actAmbiguous, actClear }: Payoffs): number {
  const p = (actClear - askClear) / (askAmbiguous - askClear - (actAmbiguous - actClear));
  return isShare(p) ? p : Number.NaN;
}
