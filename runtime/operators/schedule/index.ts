// Schedules, in the order the reference shows them.
import type { Operator } from "../operator.ts";
import { operator as anneal } from "./anneal.ts";
import { operator as fillFalseNegative } from "./fill-false-negative.ts";
import { operator as processToOutcome } from "./process-to-outcome.ts";

export const operators: readonly Operator[] = [anneal, processToOutcome, fillFalseNegative];
