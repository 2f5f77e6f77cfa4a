// How a signal moves in a scenario, in the order the reference shows them.
import type { Operator } from "../operator.ts";
import { operator as cycle } from "./cycle.ts";
import { operator as pulse } from "./pulse.ts";
import { operator as sweep } from "./sweep.ts";

export const operators: readonly Operator[] = [sweep, cycle, pulse];
