// Temporal logic, in the order the reference shows them.
import type { Operator } from "../operator.ts";
import { operator as always } from "./always.ts";
import { operator as eventually } from "./eventually.ts";
import { operator as robustness } from "./robustness.ts";
import { operator as until } from "./until.ts";

export const operators: readonly Operator[] = [always, eventually, until, robustness];
