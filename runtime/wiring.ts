// Wires nodes to the columns they read and write, adding tasks that expand columns where lanes or sizes differ.
// It must not know the order of nodes, nor where memory comes from.
import { CONSTANT, type Column, emptyColumn, type Lane } from "./columns.ts";
import { buildKernel } from "./kernels/build.ts";
import { buildExpansion, rowMap } from "./kernels/expand.ts";
import type { Current, Kernel, Wiring } from "./kernels/kernel.ts";
import type { NodeId, Program } from "./program.ts";

/** One kernel run, with what memory planning needs to know of it. */
export interface Task {
  run: Kernel;
  lane: Lane;
  writes: Column[];
  reads: Column[];
  /** The result may take the place of an argument that is not needed any more. */
  pointwise: boolean;
}

export interface Loom {
  columns: (Column | undefined)[];
  /** Columns whose earlier rows are read again. */
  lasting: Set<Column>;
  /** Adds the tasks that compute a node. */
  weave(id: NodeId, out: Column, tasks: Task[]): void;
  /** The column of a node in another lane, with the task that fills it if there is none yet. */
  inLane(id: NodeId, lane: Lane, tasks: Task[]): Column;
}

/** `columns` holds the columns made so far, by node. */
export function makeLoom(program: Program, current: Current, columns: (Column | undefined)[]): Loom {
  const lasting = new Set<Column>();
  const expansions = new Map<string, Column>();

  function expanded(id: NodeId, lane: Lane, stride: number, tasks: Task[]): Column {
    const source = columns[id] ?? emptyColumn(CONSTANT, stride);
    if (source.lane === lane && source.stride === stride) return source;
    const key = `${id} ${lane} ${stride}`;
    const known = expansions.get(key);
    if (known) return known;
    const out = emptyColumn(lane, stride);
    expansions.set(key, out);
    tasks.push({ run: buildExpansion(source, out, current), lane, writes: [out], reads: [source], pointwise: false });
    return out;
  }

  function wire(id: NodeId, out: Column, task: Task, tasks: Task[]): Wiring {
    const reading = (column: Column): Column => {
      task.reads.push(column);
      return column;
    };
    const sourceOf = (arg: NodeId): Column => columns[arg] ?? emptyColumn(CONSTANT, 1);
    return {
      program,
      node: program.nodes[id],
      current,
      out,
      operand(arg) {
        const source = sourceOf(arg);
        if (source.lane === CONSTANT && source.stride === 1) return { column: reading(source), mask: 0 };
        return { column: reading(expanded(arg, out.lane, out.stride, tasks)), mask: -1 };
      },
      column: (arg, lane = out.lane) => reading(expanded(arg, lane, sourceOf(arg).stride, tasks)),
      reader(arg) {
        const vector = program.nodes[arg].type.kind === "vector";
        return readerOf(reading(sourceOf(arg)), vector ? (out.stride === 0 ? "kept" : "passing") : undefined, out.lane, current);
      },
      pointwise() {
        task.pointwise = true;
      },
      lasting: (column) => lasting.add(column),
    };
  }

  return {
    columns,
    lasting,
    weave(id, out, tasks) {
      const task: Task = { run: () => {}, lane: out.lane, writes: [out], reads: [], pointwise: false };
      task.run = buildKernel(program.nodes[id], wire(id, out, task, tasks));
      tasks.push(task);
    },
    inLane: (id, lane, tasks) => expanded(id, lane, columns[id]?.stride ?? 1, tasks),
  };
}

/** A vector that becomes part of a list must be an array of its own. */
function readerOf(
  source: Column,
  vector: "kept" | "passing" | undefined,
  lane: Lane,
  current: Current,
): (row: number) => unknown {
  const rowOf = rowMap(source, lane, current);
  if (source.stride === 0) return (row) => source.items[rowOf(row)] ?? null;
  if (!vector) return (row) => source.data[rowOf(row)];
  const { stride } = source;
  if (vector === "kept") return (row) => Array.from(source.data.subarray(rowOf(row) * stride, (rowOf(row) + 1) * stride));
  const values = new Array<number>(source.stride).fill(Number.NaN);
  return (row) => {
    const at = rowOf(row) * source.stride;
    for (let k = 0; k < values.length; k++) values[k] = source.data[at + k];
    return values;
  };
}
