// Likelihood, judges and preferences, in the order the reference shows them.
import type { Operator } from "../operator.ts";

export const operators: readonly Operator[] = [];
