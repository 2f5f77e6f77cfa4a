// Arithmetic, in the order the reference shows them.
import type { Operator } from "../operator.ts";
import { operator as add } from "./add.ts";
import { operator as divide } from "./divide.ts";
import { operator as modulo } from "./modulo.ts";
import { operator as multiply } from "./multiply.ts";
import { operator as negate } from "./negate.ts";
import { operator as power } from "./power.ts";
import { operator as subtract } from "./subtract.ts";

export const operators: readonly Operator[] = [add, subtract, multiply, divide, modulo, power, negate];
