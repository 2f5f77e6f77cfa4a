// A plan: the tasks that compute some nodes of a program for one block after another, in stages.
// It must not know how terms are paid; that is a task it is given.
import type { Block } from "./block.ts";
import { CONSTANT, type Column, emptyColumn, type Lane, lanesOf, reserve, STEP, strideOf } from "./columns.ts";
import type { Current } from "./kernels/kernel.ts";
import { makeOutcome, type Outcome } from "./outcome-columns.ts";
import type { NodeId, Program } from "./program.ts";
import { outcomeOf, readsOutcome, schedule, termsOf, type Unit } from "./schedule.ts";
import { planSlots, type Step, tasksOf } from "./slots.ts";
import { runStage, type Stage } from "./stage.ts";
import { makeLoom, type Task } from "./wiring.ts";

/** What the terms pay, computed by one task; `terms` and `term` nodes read the columns. */
export interface TermColumns {
  task: Task;
  sum: Column;
  byName: ReadonlyMap<string, Column>;
}

/** What a plan is made for. */
export interface Wanted {
  /** Nodes, and the lane they are wanted in if not their own. */
  nodes: readonly { id: NodeId; lane?: Lane }[];
  /** Makes the task of the terms; left out, they are not paid and `terms` is missing. */
  terms?: (inLane: (id: NodeId, lane: Lane) => Column, laneOf: (id: NodeId) => Lane, current: Current) => TermColumns;
}

export interface Plan {
  current: Current;
  outcome: Outcome;
  /** The column of a wanted node, in the lane it was wanted in. */
  column(id: NodeId, lane?: Lane): Column;
  /** Computes constants and parameters: at first, and whenever `current.knobs` changed. */
  prepare(): void;
  /** Computes everything else for one block. */
  run(block: Block): void;
  /** Computes only what the terms pay and what reads it, for a block whose kept columns are in place. */
  runAfterTerms(block: Block): void;
  /** Columns that are needed after `run`; each has memory of its own. */
  kept: readonly Column[];
}

export function makePlan(program: Program, wanted: Wanted): Plan {
  const current: Current = { block: {} as Block, knobs: {} };
  const lanes = lanesOf(program);
  const outcome = makeOutcome(program, current);
  const columns: (Column | undefined)[] = [];
  const loom = makeLoom(program, current, columns);
  const inputs = new Map<string, Column>();
  const constants: Task[] = [];
  const stages: Stage[] = [];
  const afterTerms = new Set<Task>();
  let terms: TermColumns | undefined;

  const roots = wanted.nodes.map(({ id }) => id);
  if (wanted.terms) roots.push(outcomeOf(program), termsOf(program));
  for (const unit of schedule(program, roots, lanes)) {
    const tasks = weave(unit);
    while (stages.length <= unit.stage) stages.push({ single: [], rows: [] });
    const stage = stages[unit.stage];
    if (unit.lane === CONSTANT) constants.push(...tasks);
    else if (unit.whole) stage.single.push(...tasks);
    else if (unit.loop) stage.rows.push({ loop: tasks });
    else stage.rows.push(...tasks);
    if (unit.afterTerms || unit.members[0] === termsOf(program)) for (const task of tasks) afterTerms.add(task);
  }
  const results = wanted.nodes.map(({ id, lane }) => resultColumn(id, lane ?? lanes[id]));

  function weave(unit: Unit): Task[] {
    const tasks: Task[] = [];
    const [id] = unit.members;
    if (id === outcomeOf(program)) tasks.push(outcome.task((node) => loom.inLane(node, STEP, tasks)));
    else if (id === termsOf(program)) {
      terms = wanted.terms?.(
        (node, lane) => loom.inLane(node, lane, tasks),
        (node) => lanes[node],
        current,
      );
      if (terms) tasks.push(terms.task);
    } else {
      const woven = unit.members.filter((member) => !bindColumn(member));
      for (const member of woven) loom.weave(member, columns[member]!, tasks);
    }
    return tasks;
  }

  /** Gives a node its column; true where something else fills it. */
  function bindColumn(id: NodeId): boolean {
    const node = program.nodes[id];
    let filled: Column | undefined;
    if (node.op === "terms") filled = terms?.sum;
    else if (node.op === "term") filled = terms?.byName.get(node.name);
    else if (lanes[id] === STEP && readsOutcome(node)) filled = outcome.byName.get((node as { name: string }).name);
    columns[id] = filled ?? emptyColumn(lanes[id], strideOf(node.type));
    if (node.op !== "signal" || filled) return filled !== undefined;
    columns[id] = inputs.get(node.name) ?? columns[id];
    inputs.set(node.name, columns[id]!);
    return true;
  }

  /** Expansions of what is wanted come last, and again after the terms: they are cheap. */
  function resultColumn(id: NodeId, lane: Lane): Column {
    const tasks: Task[] = [];
    const column = loom.inLane(id, lane, tasks);
    if (tasks.length > 0) stages.push({ single: tasks, rows: [] });
    for (const task of tasks) afterTerms.add(task);
    return column;
  }

  const steps = stages.flatMap<Step>((stage) => [...stage.single, ...stage.rows]);
  const kept = keptColumns(steps, afterTerms, [...results, ...outcome.columns], loom.lasting);
  const slots = planSlots(steps, kept);
  const written = steps.flatMap((step) => tasksOf(step)).flatMap((task) => task.writes);
  const afterStages = stages.map(({ single, rows }) => ({
    single: single.filter((task) => afterTerms.has(task)),
    rows: rows.filter((step) => tasksOf(step).some((task) => afterTerms.has(task))),
  }));

  function begin(block: Block): void {
    current.block = block;
    const { rows, episodes } = block.frame;
    for (const [name, column] of inputs) {
      const input = block.inputs.get(name);
      if (input) {
        column.data = input.data;
        column.items = input.items;
      }
    }
    slots.provide(rows);
    for (const column of written) reserve(column, column.lane === STEP ? rows : episodes);
  }

  return {
    current,
    outcome,
    column: (id, lane = lanes[id]) =>
      results[wanted.nodes.findIndex((want) => want.id === id && (want.lane ?? lanes[id]) === lane)],
    prepare() {
      for (const task of constants) {
        for (const column of task.writes) reserve(column, 1);
        task.run(0, 1);
      }
    },
    run(block) {
      begin(block);
      for (const stage of stages) runStage(stage, block.frame);
    },
    runAfterTerms(block) {
      begin(block);
      for (const stage of afterStages) runStage(stage, block.frame);
    },
    kept: [...kept],
  };
}

function keptColumns(steps: Step[], afterTerms: Set<Task>, results: Column[], lasting: Set<Column>): Set<Column> {
  const tasks = steps.flatMap((step) => tasksOf(step));
  const after = tasks.filter((task) => afterTerms.has(task));
  const written = new Set(tasks.flatMap((task) => task.writes));
  const candidates = [...results, ...after.flatMap((task) => [...task.reads, ...task.writes]), ...lasting];
  return new Set(candidates.filter((column) => written.has(column)));
}
