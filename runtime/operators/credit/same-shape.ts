// The type of a result with one number per element of an argument. Not an operator; the process rewards share it.
import type { ValueType } from "../../program.ts";

const NUMBER: ValueType = { kind: "number" };

/** A vector as long as `of`, or a list. */
export function sameShape(of: ValueType): ValueType {
  return of.kind === "vector" ? { kind: "vector", size: of.size, of: "number" } : { kind: "list", of: NUMBER };
}
