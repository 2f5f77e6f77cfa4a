// Records of a log → values of signals, by the expressions of a `data` block over its columns.
// It must not know files or formats, nor whether the values fit the signals.
import { emptyBlock } from "./block.ts";
import { cellOf } from "./cells.ts";
import { STEP } from "./columns.ts";
import { makePlan } from "./plan.ts";
import type { DataSource, Node, NodeId, Program, ValueType } from "./program.ts";
import type { Value } from "./trajectory.ts";

/** One record as it was parsed: columns may be nested. */
export type LogRecord = Readonly<Record<string, unknown>>;

/** What one record says; undefined where a column is absent or a value cannot be computed of what is there. */
export interface MappedRecord {
  signals: Record<string, Value | undefined>;
  columns: Partial<Record<keyof DataSource["columns"], Value | undefined>>;
}

/** Values in the order of the records. A plain column is handed on as it was read, whatever its type. */
export function mapRecords(program: Program, data: DataSource, records: readonly LogRecord[]): MappedRecord[] {
  const valueAt = columnReaders(program, [...Object.values(data.entries), ...Object.values(data.columns)], records);
  return records.map((_, row) => ({
    signals: mapValues(data.entries, (node) => valueAt(node, row)),
    columns: mapValues(data.columns, (node) => valueAt(node, row)),
  }));
}

function mapValues<Key extends string>(
  entries: Partial<Record<Key, NodeId>>,
  value: (node: NodeId) => Value | undefined,
): Record<Key, Value | undefined> {
  return Object.fromEntries(
    Object.entries<NodeId>(entries as Record<Key, NodeId>).map(([key, node]) => [key, value(node)]),
  ) as Record<Key, Value | undefined>;
}

function columnReaders(
  program: Program,
  nodes: readonly NodeId[],
  records: readonly LogRecord[],
): (node: NodeId, row: number) => Value | undefined {
  const paths = new Map<string, (record: LogRecord) => Value | undefined>();
  const read = (path: string, row: number): Value | undefined => {
    if (!paths.has(path)) paths.set(path, pathReader(path));
    return paths.get(path)!(records[row]);
  };
  const computed = [...new Set(nodes)].filter((id) => program.nodes[id].op !== "column");
  if (computed.length === 0) return (id, row) => read((program.nodes[id] as Node & { op: "column" }).path, row);

  const plan = makePlan(program, { nodes: computed.map((id) => ({ id, lane: STEP })) });
  plan.current.read = (node, row) => (node.op === "column" ? typed(read(node.path, row), node.type) : undefined);
  plan.prepare();
  plan.run(emptyBlock(records.length));
  const columns = new Map(computed.map((id) => [id, plan.column(id, STEP)]));
  return (id, row) => {
    const node = program.nodes[id];
    if (node.op === "column") return read(node.path, row);
    return cellOf(columns.get(id)!, row, node.type) ?? undefined;
  };
}

/** A value inside an expression: what is not of the column's type is missing. */
function typed(value: Value | undefined, type: ValueType): Value | undefined {
  switch (type.kind) {
    case "number":
      return typeof value === "boolean" ? Number(value) : typeof value === "number" ? value : undefined;
    case "bool":
      return value === true || value === 1 ? 1 : value === false || value === 0 ? 0 : undefined;
    case "text":
      return typeof value === "string" ? value : undefined;
    case "vector":
      return Array.isArray(value) && value.length === type.size
        ? value.map((x) => typed(x, { kind: type.of }) ?? Number.NaN)
        : undefined;
    case "list":
      return Array.isArray(value)
        ? value.map((x) => typed(x, type.of) ?? (type.of.kind === "number" || type.of.kind === "bool" ? Number.NaN : null))
        : undefined;
  }
}

/** A reader of `a.b[0].c`. A key that is spelt like the whole path comes first: flat tables have such headers. */
export function pathReader(path: string): (record: LogRecord) => Value | undefined {
  const keys = [...path.matchAll(/[^.[\]]+/g)].map(([key]) => key);
  return (record) => {
    if (Object.hasOwn(record, path) && record[path] !== undefined) return record[path] as Value;
    let value: unknown = record;
    for (const key of keys) {
      if (typeof value !== "object" || value === null || !Object.hasOwn(value, key) || (key === "length" && Array.isArray(value)))
        return undefined;
      value = (value as Record<string, unknown>)[key];
    }
    return value as Value;
  };
}
