// Combining signals, in the order the reference shows them.
import type { Operator } from "../operator.ts";
import { operator as par } from "./par.ts";

export const operators: readonly Operator[] = [par];
