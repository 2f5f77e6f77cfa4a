// How the moment of a schedule is said. It must not know rules.
import type { Clock } from "../../facts/schedules.ts";
import { sayNumber } from "../say-number.ts";

/** `training = 0.5`, `step 500`, `8 seconds`. */
export function sayClock(clock: Clock, when: number): string {
  if (clock === "training") return `training = ${sayNumber(Number(when.toPrecision(3)))}`;
  return clock === "t" ? `step ${sayNumber(Math.round(when))}` : `${sayNumber(when)} seconds`;
}
