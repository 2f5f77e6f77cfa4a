// Lists, in the order the reference shows them.
import type { Operator } from "../operator.ts";
import { operator as filter } from "./filter.ts";
import { operator as integers } from "./integers.ts";

export const operators: readonly Operator[] = [filter, integers];
