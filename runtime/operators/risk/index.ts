// Risk, in the order the reference shows them.
import type { Operator } from "../operator.ts";
import { operator as cvar } from "./cvar.ts";
import { operator as meanVar } from "./mean-var.ts";

export const operators: readonly Operator[] = [meanVar, cvar];
