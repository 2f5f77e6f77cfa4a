// CollectKeys: A maze on a grid: find the keys, open the doors, reach the exit. Exploring is paid on the first visit to a room and fades fast.
//
// Compiled by Telos from a reward specification; change that, not this file. A truth value is a number: 1 true, 0 false, NaN
// where it cannot be evaluated. A missing number is NaN, a missing text or list null.

/** What is observed on each step, after the action. */
export interface Step {
  /** whole, 0..23, from environment */
  room: number;
  /** whole, 0..4, from environment */
  keys: number;
  /** whole, 0..4, from environment */
  opened: number;
  /** 0..60, from environment */
  to_exit: number;
  /** whole, 0..5, from environment */
  lives: number;
  /** from environment */
  at_exit: boolean | 0 | 1;
  /** The episode ended here for a reason of the task, as recorded; without it the spec decides. */
  terminated?: boolean;
  /** The episode was cut off here, as recorded. */
  truncated?: boolean;
}

/** The state before the first action, under the same names. */
export type Start = Partial<Step>;

/** One episode, from its first step to its last. */
export interface Episode {
  id?: string;
  group?: string;
  start?: Start;
  steps: Step[];
}

/** The names of what is paid. */
export const terms = ["escape", "doors", "explore", "life", "time", "nearer"] as const;

/** What a caller may change. */
export interface Options {
  /** Weights that replace those of the spec, by term. */
  weights?: Partial<Record<(typeof terms)[number], number>>;
  /** Whether a missing or impossible value is listed in the result or thrown. */
  onInvalid?: "report" | "throw";
}

/** What one episode pays. Values that are missing or impossible never pay; they are listed under `invalid`. */
export function score(episode: Episode, options: Options = {}): EpisodeResult {
  const weights = { escape: 10, doors: 0.5, explore: 0.2, life: 1, time: 0.001, nearer: 2, ...options.weights };

  const { steps } = episode;
  const n = steps.length;
  const ledger = openLedger();

  const columns = {
    ended: new Float64Array(n),
    escape: new Float64Array(n),
    doors: new Float64Array(n),
    explore: new Float64Array(n),
    life: new Float64Array(n),
    nearer: new Float64Array(n),
    rooms: new Float64Array(n),
    in_hand: new Float64Array(n),
  };
  let previousVisits = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
  let previousHighest = -Infinity;
  let lastRoom = NaN;
  let lastOpened = NaN;
  let lastLives = NaN;
  const before = { nearer: NaN };
  // Step by step; t is -1 in the state before the first step.
  for (let t = episode.start ? -1 : 0; t < n; t++) {
    const row: Start = (t < 0 ? episode.start : steps[t]) ?? {};
    const room = readNumber(row.room, inputs.room, t, ledger.invalid);
    const keys = readNumber(row.keys, inputs.keys, t, ledger.invalid);
    const opened = readNumber(row.opened, inputs.opened, t, ledger.invalid);
    const to_exit = readNumber(row.to_exit, inputs.to_exit, t, ledger.invalid);
    const lives = readNumber(row.lives, inputs.lives, t, ledger.invalid);
    const at_exit = readNumber(row.at_exit, inputs.at_exit, t, ledger.invalid);
    const first = t < 0 ? NaN : t === 0 ? 1 : 0;
    const previousRoom = t > 0 ? lastRoom : orElse(lastRoom, room);
    const entered = or(first, notEqual(room, previousRoom));
    const succeeded = t >= 0 && at_exit === 1 ? 1 : 0;
    const indicesValue = indices(previousVisits);
    const sum = each(24, (i) => previousVisits[i] + choose(and(entered, equal(indicesValue[i], room)), 1, 0));
    /** How often each room has been entered in this episode, the present visit included. */
    const visits = t < 0 ? previousVisits : each(24, (i) => orElse(sum[i], previousVisits[i]));
    const previousOpened = t > 0 ? lastOpened : orElse(lastOpened, opened);
    const value = orElse(previousOpened, opened);
    const highest = t < 0 ? previousHighest : orElse(Math.max(previousHighest, value, opened), previousHighest);
    const previousLives = t > 0 ? lastLives : orElse(lastLives, lives);
    const nearer = -to_exit / 60;
    if (t < 0) {
      before.nearer = nearer;
    } else {
      columns.ended[t] = at_exit === 1 || equal(lives, 0) === 1 ? 1 : 0;
      columns.escape[t] = succeeded;
      columns.doors[t] = Math.max(0, opened - Math.max(previousHighest, value));
      columns.explore[t] = choose(entered, novelty(1, elementAt(visits, room), 3), 0);
      columns.life[t] = less(lives - previousLives, 0);
      columns.nearer[t] = nearer;
      columns.rooms[t] = count(each(24, (i) => greater(visits[i], 0)));
      columns.in_hand[t] = keys;
    }
    lastLives = lives;
    lastOpened = opened;
    lastRoom = room;
    previousVisits = visits;
    previousHighest = highest;
  }

  const outcome = settleOutcome(steps, columns.ended);
  const escaped = any(columns.escape);

  // What each term pays on each step: weighted and signed.
  const paid = {
    escape: payEachStep(rules.escape, columns.escape, weights.escape, ledger),
    /** All doors together pay 2. Keys pay nothing: picking up and dropping would. */
    doors: payEachStep(rules.doors, columns.doors, weights.doors, ledger),
    /** 0.2 for a room seen for the first time, an eighth of that for the second: going to and fro is not exploring. */
    explore: payEachStep(rules.explore, columns.explore, weights.explore, ledger),
    life: payEachStep(rules.life, columns.life, weights.life, ledger),
    time: payEachStep(rules.time, new Float64Array(n).fill(1), weights.time, ledger),
  };

  const rewards = addTerms(Object.values(paid), n);
  settleTotal(null, 0, n, rewards, ledger);

  const unshaped = reported(sumRows(rewards, 0, n), ledger);
  // What potential shaping adds; nothing after it changes it.
  const shaping = {
    nearer: addShaping(
      "nearer",
      columns.nearer,
      before.nearer,
      outcome.terminated,
      0.995,
      weights.nearer,
      rewards,
      ledger,
    ),
  };
  return report({
    episode,
    terms: { ...paid, ...shaping },
    rewards,
    unshaped,
    discount: 0.995,
    ledger,
    probes: { rooms: Array.from(columns.rooms, orNull), in_hand: Array.from(columns.in_hand, orNull) },
    goal: asTruth(escaped),
    notes: outcome.notes,
    onInvalid: options.onInvalid,
  });
}

const inputs = {
  room: input("room", "number", { lo: 0, hi: 23, integer: true }),
  keys: input("keys", "number", { lo: 0, hi: 4, integer: true }),
  opened: input("opened", "number", { lo: 0, hi: 4, integer: true }),
  to_exit: input("to_exit", "number", { lo: 0, hi: 60 }),
  lives: input("lives", "number", { lo: 0, hi: 5, integer: true }),
  at_exit: input("at_exit", "bool"),
};

const rules = {
  escape: objective("escape", 0, 1, "once"),
  doors: objective("doors", 0, 4),
  explore: objective("explore", 0, 1),
  life: penalty("life", 0, 1),
  time: penalty("time", 1, 1),
};

