// Program × trajectories → what every episode pays. No code is generated, so it runs under any content security policy.
// It must not know where programs or trajectories come from.
import { type Block, loadBlock } from "./block.ts";
import { blocksOf } from "./blocks.ts";
import { dropKept, type Kept, makeKept, useKept } from "./kept.ts";
import { makePlan, type TermColumns } from "./plan.ts";
import type { Program } from "./program.ts";
import { makeResultWriter, shownNodes } from "./results.ts";
import { type EpisodeTotals, makeSettlement, settledNodes } from "./settle.ts";
import { type Ledgers, makeTermColumns } from "./term-columns.ts";
import type { Episode, EpisodeResult, Knobs } from "./trajectory.ts";

/** A program ready to run. It keeps what it computed for the last set of episodes, if that is not too large. */
export interface Runner {
  /**
   * What each episode pays, in their order. Given the same array of episodes again it reads no inputs; where besides only
   * `weights` changed it recomputes only what is paid. So neither the array nor its episodes may be changed in place.
   */
  run(episodes: readonly Episode[], knobs?: Knobs): EpisodeResult[];
  /** The sums alone. */
  totals(episodes: readonly Episode[], knobs?: Knobs): EpisodeTotals[];
}

/** Bytes of columns that are kept between runs. */
const KEEP_AT_MOST = 128e6;

interface Memory {
  episodes: readonly Episode[];
  knobs: Knobs;
  blocks: { at: number[]; block: Block; kept: Kept }[];
}

/** What `program` pays for `episodes`. To evaluate more than once, `prepare` it. */
export function evaluate(program: Program, episodes: readonly Episode[], knobs: Knobs = {}): EpisodeResult[] {
  const machine = makeMachine(program);
  const results = new Array<EpisodeResult>(episodes.length);
  machine.begin(knobs);
  for (const at of blocksOf(program, episodes)) {
    machine.plan.run(
      loadBlock(
        program,
        at.map((i) => episodes[i]),
      ),
    );
    machine.pay((episode) => {
      results[at[episode]] = machine.result(episode);
    });
  }
  return results;
}

/** Plans a program once for many runs. */
export function prepare(program: Program): Runner {
  const machine = makeMachine(program);
  const { plan } = machine;
  let memory: Memory | undefined;

  function each(episodes: readonly Episode[], knobs: Knobs, visit: (index: number, episode: number) => void): void {
    machine.begin(knobs);
    if (memory?.episodes === episodes) again(memory, knobs, visit);
    else anew(episodes, knobs, visit);
  }

  function again(known: Memory, knobs: Knobs, visit: (index: number, episode: number) => void): void {
    const onlyWeights = sameBesideWeights(known.knobs, knobs);
    known.knobs = knobs;
    for (const { at, block, kept } of known.blocks) {
      useKept(plan.kept, kept);
      if (onlyWeights) plan.runAfterTerms(block);
      else plan.run(block);
      machine.pay((episode) => visit(at[episode], episode));
    }
  }

  function anew(episodes: readonly Episode[], knobs: Knobs, visit: (index: number, episode: number) => void): void {
    memory = machine.sizeOf(episodes) <= KEEP_AT_MOST ? { episodes, knobs, blocks: [] } : undefined;
    dropKept(plan.kept);
    for (const at of blocksOf(program, episodes)) {
      const block = loadBlock(
        program,
        at.map((i) => episodes[i]),
      );
      if (memory) {
        const kept = makeKept(plan.kept, block.frame);
        useKept(plan.kept, kept);
        memory.blocks.push({ at, block, kept });
      }
      plan.run(block);
      machine.pay((episode) => visit(at[episode], episode));
    }
  }

  return {
    run(episodes, knobs = {}) {
      const results = new Array<EpisodeResult>(episodes.length);
      each(episodes, knobs, (index, episode) => {
        results[index] = machine.result(episode);
      });
      return results;
    },
    totals(episodes, knobs = {}) {
      const totals = new Array<EpisodeTotals>(episodes.length);
      each(episodes, knobs, (index) => {
        totals[index] = machine.totals;
      });
      return totals;
    },
  };
}

function sameBesideWeights(a: Knobs, b: Knobs): boolean {
  const names = new Set([...Object.keys(a.params ?? {}), ...Object.keys(b.params ?? {})]);
  return a.training === b.training && [...names].every((name) => Object.is(a.params?.[name], b.params?.[name]));
}

/** A plan with all that is paid, shown and written out of a program. */
function makeMachine(program: Program) {
  const ledgers: Ledgers = { of: [] };
  let terms!: TermColumns;
  const plan = makePlan(program, {
    nodes: [...settledNodes(program), ...shownNodes(program)],
    terms: (inLane, laneOf, current) => {
      terms = makeTermColumns(program, ledgers, inLane, laneOf, current);
      return terms;
    },
  });
  const settlement = makeSettlement(program, plan, terms.sum);
  const write = makeResultWriter(program, plan, terms, settlement);
  const width = [...plan.kept, ...program.signals].reduce((sum, of) => sum + ("stride" in of ? of.stride || 2 : 2), 0);
  const machine = {
    plan,
    totals: { return: null, discounted: null, unshaped: null } as EpisodeTotals,
    begin(knobs: Knobs): void {
      plan.current.knobs = knobs;
      plan.prepare();
    },
    /** Pays the episodes of the block the plan has just run, one by one. */
    pay(visit: (episode: number) => void): void {
      settlement.begin();
      for (let episode = 0; episode < ledgers.of.length; episode++) {
        machine.totals = settlement.settle(episode, ledgers.of[episode]);
        visit(episode);
      }
    },
    result: (episode: number): EpisodeResult => write(episode, machine.totals, ledgers.of[episode]),
    sizeOf: (episodes: readonly Episode[]): number =>
      episodes.reduce((rows, episode) => rows + episode.steps.length + 1, 0) * width * 8,
  };
  return machine;
}
