// When a value exists, and when two values may meet.
import type { Timing } from "../../runtime/program.ts";

const order: readonly Timing[] = ["constant", "start", "step", "end", "group"];

/** The later of both; undefined where a step value would meet one that is only known later. */
export function joinTiming(a: Timing, b: Timing): Timing | undefined {
  const later = order.indexOf(a) >= order.indexOf(b) ? a : b;
  const earlier = later === a ? b : a;
  if (earlier === "step" && (later === "end" || later === "group")) return undefined;
  return later;
}

/** As people say it. */
export function timingText(timing: Timing): string {
  return { constant: "constant", start: "at start", step: "per step", end: "at end", group: "per group" }[timing];
}
