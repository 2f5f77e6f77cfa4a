// Memory for step columns: those that are not needed at the same time share a slot, so that a block stays in the cache.
// It must not know what the columns hold.
import { type Column, STEP } from "./columns.ts";
import type { Task } from "./wiring.ts";

/** Tasks in order; those of a loop run together, row by row. */
export type Step = Task | { loop: Task[] };

export const tasksOf = (step: Step): Task[] => ("loop" in step ? step.loop : [step]);

export interface Slots {
  /** Gives every shared column room for `rows` rows. What they held is lost. */
  provide(rows: number): void;
}

/** Plans the slots of all step columns of numbers that are written by `steps` and not in `kept`. */
export function planSlots(steps: readonly Step[], kept: ReadonlySet<Column>): Slots {
  const lastUse = new Map<Column, number>();
  steps.forEach((step, at) => {
    for (const task of tasksOf(step)) for (const column of [...task.writes, ...task.reads]) lastUse.set(column, at);
  });
  const shared = (column: Column): boolean => column.lane === STEP && column.stride > 0 && !kept.has(column);
  const slotOf = new Map<Column, number>();
  const strides: number[] = [];
  const free: number[] = [];

  function take(stride: number): number {
    const at = free.findIndex((slot) => strides[slot] === stride);
    if (at >= 0) return free.splice(at, 1)[0];
    return strides.push(stride) - 1;
  }

  steps.forEach((step, at) => {
    const tasks = tasksOf(step);
    const written = tasks.flatMap((task) => task.writes).filter((column) => shared(column) && !slotOf.has(column));
    const done = [...new Set(tasks.flatMap((task) => [...task.reads, ...task.writes]))].filter(
      (column) => shared(column) && lastUse.get(column) === at,
    );
    const release = () => {
      for (const column of done) if (slotOf.has(column)) free.unshift(slotOf.get(column)!);
    };
    // A result may take over the slot of an argument that ends here, if the kernel reads each number before it writes it.
    const inPlace = tasks.length === 1 && tasks[0].pointwise;
    if (inPlace) release();
    for (const column of written) slotOf.set(column, take(column.stride));
    if (!inPlace) release();
  });

  const slots: Float64Array[] = strides.map(() => new Float64Array(0));
  return {
    provide(rows) {
      strides.forEach((stride, slot) => {
        // Some spare room, so that blocks of nearly the same size do not each allocate anew.
        if (slots[slot].length < rows * stride) slots[slot] = new Float64Array(Math.ceil(rows * 1.25) * stride);
      });
      for (const [column, slot] of slotOf) column.data = slots[slot];
    },
  };
}
