// Logic, in the order the reference shows them.
import type { Operator } from "../operator.ts";
import { operator as and } from "./and.ts";
import { operator as not } from "./not.ts";
import { operator as or } from "./or.ts";

export const operators: readonly Operator[] = [and, or, not];
