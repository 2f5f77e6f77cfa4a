// Vectors, in the order the reference shows them.
import type { Operator } from "../operator.ts";
import { operator as concat } from "./concat.ts";
import { operator as cross } from "./cross.ts";
import { operator as dot } from "./dot.ts";
import { operator as norm } from "./norm.ts";
import { operator as norm1 } from "./norm1.ts";
import { operator as normalize } from "./normalize.ts";
import { operator as repeat } from "./repeat.ts";
import { operator as rows } from "./rows.ts";
import { operator as sumsq } from "./sumsq.ts";

export const operators: readonly Operator[] = [norm, norm1, sumsq, normalize, dot, cross, concat, repeat, rows];
