// Values of a column as people write them: JSON, with null where nothing is known. It must not know where the column comes from.
import type { Column } from "./columns.ts";
import type { ValueType } from "./program.ts";
import type { Value } from "./trajectory.ts";

/** One row of a column whose node has this type. Conditions are true, false or null. */
export function cellOf(column: Column, row: number, type: ValueType): Value {
  if (column.stride === 0) return plain((column.items[row] ?? null) as Value, type);
  if (type.kind !== "vector") return plain(column.data[row], type);
  const values = Array.from(column.data.subarray(row * column.stride, (row + 1) * column.stride));
  return values.map((value) => plain(value, { kind: type.of }));
}

function plain(value: Value, type: ValueType): Value {
  if (Array.isArray(value)) {
    const of: ValueType = type.kind === "list" ? type.of : type.kind === "vector" ? { kind: type.of } : type;
    return value.map((element) => plain(element, of));
  }
  if (type.kind === "bool") return value === 1 || value === true ? true : value === 0 || value === false ? false : null;
  if (typeof value === "string") return value;
  return typeof value === "number" && !Number.isNaN(value) ? value : null;
}
