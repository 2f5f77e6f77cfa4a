// Maths: Grade-school maths, one sampled completion per episode.
//
// Compiled by Telos from a reward specification; change that, not this file. A truth value is a number: 1 true, 0 false, NaN
// where it cannot be evaluated. A missing number is NaN, a missing text or list null.

/**
 * One completion: all values of its record.
 * @typedef {object} Completion
 * @property {string} [id]
 * @property {string} [group]
 * @property {string} completion from policy
 * @property {number} tokens [tok], 0..8192, from policy
 * @property {boolean | 0 | 1} correct from verifier
 * @property {number} rm from model("rm-8b")
 * @property {number[]} rm_ref frozen scores of reference answers to the same prompt; 4 numbers, from reference
 * @property {number | null} [confidence] 0..1, from judge("critic")
 */

/**
 * The same as an episode; its values may stand in `end` or in its one step.
 * @typedef {object} Episode
 * @property {string} [id]
 * @property {string} [group]
 * @property {Partial<Completion>} [start]
 * @property {Partial<Completion>[]} steps
 * @property {Partial<Completion>} [end]
 */

/** Tunable constants and their defaults. */
export const params = {
  /**
   * tokens that cost nothing
   * [tok], 256..4096
   */
  free: 1024,
};

/** The names of what is paid. */
export const terms = ["accuracy", "quality", "sure", "verbose"];

/**
 * What a caller may change.
 * @typedef {object} Options
 * @property {Partial<typeof params>} [params]
 * @property {Record<string, number>} [weights] Weights that replace those of the spec, by term.
 * @property {"report" | "throw"} [onInvalid] Whether a missing or impossible value is listed in the result or thrown.
 */

/**
 * What one episode pays. Values that are missing or impossible never pay; they are listed under `invalid`.
 * @param {Completion | Episode} record
 * @param {Options} [options]
 * @returns {EpisodeResult}
 */
export function score(record, options = {}) {
  const { free } = { ...params, ...options.params };
  const weights = { accuracy: 1, quality: 0.5, sure: 0.1, verbose: 0.2, ...options.weights };

  const episode = asEpisode(record);
  const n = episode.steps.length;
  const ledger = openLedger();

  const atEnd = lookUp(episode, "end");
  const completion = readText(atEnd("completion"), inputs.completion, null, ledger.invalid);
  const tokens = readNumber(atEnd("tokens"), inputs.tokens, null, ledger.invalid);
  const correct = readNumber(atEnd("correct"), inputs.correct, null, ledger.invalid);
  const rm = readNumber(atEnd("rm"), inputs.rm, null, ledger.invalid);
  const rm_ref = readComponents(atEnd("rm_ref"), 4, inputs.rm_ref, null, ledger.invalid);
  const confidence = readNumber(atEnd("confidence"), inputs.confidence, null, ledger.invalid);
  /** exactly one boxed answer */
  const answered = equal(countMatches(completion, /\\boxed\{[^{}]+\}/gu), 1);
  const first_line = itemOrElse(extract(completion, /(?<=^|\n)([^\n]*)(?=\n|$)/gu, 1, "first"), "");
  const solved = and(correct, answered);
  const hedging = matches(first_line, "maybe");

  // What each term pays on each step: weighted and signed.
  const paid = {
    /** the checked answer */
    accuracy: payAtEnd(rules.accuracy, correct, weights.accuracy, n, ledger),
    quality: payAtEnd(rules.quality, par(rm, rm_ref, 1), weights.quality, n, ledger),
    sure: payAtEnd(rules.sure, orElse(confidence, 0), weights.sure, n, ledger, greater(length(words(completion)), 3)),
    verbose: payAtEnd(rules.verbose, ramp(tokens, free, 8192), weights.verbose, n, ledger),
  };

  const rewards = addTerms(Object.values(paid), n);
  settleTotal(null, 0, n, rewards, ledger);
  settleEpisode([{ name: "one_answer", lowest: -1 }], [answered], [-1], 0, n, rewards, ledger);

  const unshaped = reported(sumRows(rewards, 0, n), ledger);
  return report({
    episode,
    terms: paid,
    rewards,
    unshaped,
    discount: 1,
    ledger,
    probes: { hedging: orNull(hedging) },
    goal: asTruth(solved),
    onInvalid: options.onInvalid,
  });
}

const inputs = {
  completion: input("completion", "text"),
  tokens: input("tokens", "number", { lo: 0, hi: 8192 }),
  correct: input("correct", "bool"),
  rm: input("rm", "number"),
  rm_ref: input("rm_ref", "number"),
  confidence: input("confidence", "number", { lo: 0, hi: 1, optional: true }),
};

const rules = {
  accuracy: objective("accuracy", 0, 1),
  quality: objective("quality", 0, 1),
  sure: objective("sure", 0, 1),
  verbose: penalty("verbose", 0, 1),
};

// What follows is the same in every compiled reward: reading inputs, operators, paying.

/**
 * What one episode pays. Arrays have one entry per step; `rewards` includes shaping.
 * @typedef {object} EpisodeResult
 * @property {string} id
 * @property {string} [group]
 * @property {number | null} return Undiscounted sum of everything paid; null where the episode is invalid.
 * @property {number | null} discounted
 * @property {number | null} unshaped Undiscounted sum without shaping: what expectations and proofs mean by `return`.
 * @property {number[]} rewards
 * @property {Record<string, number[]>} terms Weighted, signed contribution of each term and shaping, by name.
 * @property {Record<string, (number | null)[] | number | null>} probes Step probes one per step, others a single value.
 * @property {number | boolean | null | Record<string, number | boolean | null>} goal Value of the goal; with several goals an object by name.
 * @property {Violation[]} violations
 * @property {Invalid[]} invalid
 * @property {Record<string, number | null>} [limits] Where the reward declares limits: what this episode adds to each, by name.
 * @property {{ text: string; step: number | null; count: number }[]} [assumptions] Where assumptions are checked: those that do not hold, from which step (null: as a whole) and on how many.
 * @property {string[]} notes Sentences about the episode as a whole, e.g. how many records follow an end.
 */

/**
 * @typedef {object} Invalid
 * @property {number | null} step From 0; null for values known once per episode; -1 for the state before the first step.
 * @property {string | null} signal
 * @property {string} [term]
 * @property {Value} value
 * @property {string} reason
 */

/**
 * A missing value is null; NaN and ±Infinity may come from a log and are reported, never paid.
 * @typedef {number | boolean | string | null | unknown[]} Value
 */

/**
 * @typedef {object} Violation
 * @property {string} require
 * @property {number | null} step null for a constraint on the whole episode.
 * @property {number | null} cap
 */

/**
 * `step` is -1 for the state before the first step, where absence is no fault and no default applies, and null for a value
 * known once per episode.
 */
function absent(rule, step, invalid) {
  if (step === -1) return null;
  if (rule.fallback !== undefined) return rule.fallback;
  if (!rule.optional) invalid.push({ step, signal: rule.name, value: null, reason: "is missing" });
  return null;
}

/** The sum of the terms on each step, in their order. */
function addTerms(columns, steps) {
  const sums = new Float64Array(steps);
  sumTerms(columns, 0, steps, sums);
  return sums;
}

/** b where a is 1, else a: NaN where a cannot be evaluated. */
function and(a, b) {
  return a === 1 ? b : a;
}

/** A record without steps is an episode of one step. */
function asEpisode(given) {
  if ("steps" in given && Array.isArray(given.steps)) return given;
  const { id, group } = given;
  const names = { ...(typeof id === "string" && { id }), ...(typeof group === "string" && { group }) };
  return { ...names, steps: [given] };
}

/** A number known to fit: a bool is 1 or 0. */
function asNumber(raw, rule) {
  const value = Number(raw);
  // Adding 0 makes 0 of −0, so that nothing divided by an input depends on the sign of a zero.
  return (rule.saturates ? Math.min(Math.max(value, rule.lo), rule.hi) : value) + 0;
}

/** A condition as it is reported: null where it cannot be evaluated. */
function asTruth(condition) {
  return condition === 1 ? true : condition === 0 ? false : null;
}

/** Faults by step: the start state, the steps, then what is known once per episode; otherwise as they were found. */
function byStep(invalid) {
  return invalid.sort((a, b) => (a.step === null ? Infinity : a.step) - (b.step === null ? Infinity : b.step) || 0);
}

/**
 * The value a term pays for before weight and sign: fails closed where it is not finite, a negative penalty is charged as 0.
 * NaN, and an episode that is not valid, where the bound it would fail to is infinite.
 */
function chargeable(rule, value, step, ledger) {
  if (Number.isFinite(value)) {
    if (value >= 0 || rule.role === "objective") return value;
    const reason = "a penalty must not be negative; it was charged as 0";
    ledger.invalid.push({ step, signal: null, term: rule.name, value, reason });
    return 0;
  }
  const bound = rule.role === "objective" ? rule.lo : rule.hi;
  const what = Number.isNaN(value) ? "the value cannot be computed" : "the value is infinite";
  const side = rule.role === "objective" ? "lowest" : "highest";
  const reason =
    bound === null
      ? `${what} and the term has no ${side} value to fall back to; the episode has no return`
      : `${what}; its ${side} value ${bound} was used`;
  ledger.invalid.push({ step, signal: null, term: rule.name, value, reason });
  if (bound !== null) return bound;
  ledger.valid = false;
  return NaN;
}

/** 1 where the pattern occurs anywhere in the text, 0 where not, NaN for a missing text. A string pattern is literal. */
function contains(text, pattern) {
  if (text === null || pattern === null) return NaN;
  const found = typeof pattern === "string" ? text.includes(pattern) : text.search(pattern) >= 0;
  return found ? 1 : 0;
}

/** What a term known once per episode adds to the last step: weighted, signed. `condition` is its `when`, 1 if it has none. */
function contribution(
  rule,
  value,
  condition,
  weight,
  dt,
  ledger,
) {
  if (!isUsableWeight(rule.name, weight, null, ledger)) return NaN;
  if (!isActive(rule, condition, null, ledger)) return 0;
  let paid = weight * chargeable(rule, value, null, ledger);
  if (rule.rate === "second") paid = paid * dt;
  return rule.role === "penalty" ? 0 - paid : paid;
}

/** Matches from left to right that do not overlap; NaN for a missing text. A string pattern is literal. */
function countMatches(text, pattern) {
  if (text === null || pattern === null) return NaN;
  if (typeof pattern !== "string") return text.match(pattern)?.length ?? 0;
  if (pattern === "") return Array.from(text).length + 1;
  return text.split(pattern).length - 1;
}

/** Σ γ^t · column, γ^t by repeated multiplication. */
function discountRows(column, discount, from, to) {
  let sum = 0;
  let factor = 1;
  for (let row = from; row < to; row++) {
    sum += factor * column[row];
    factor *= discount;
  }
  return sum;
}

/** 1 where a and b are equal, 0 where not, NaN where one of them is missing. Numbers, conditions or texts. */
function equal(a, b) {
  if (a === null || b === null || Number.isNaN(a) || Number.isNaN(b)) return NaN;
  return a === b ? 1 : 0;
}

/**
 * The group of the first or last match, or the whole match where the pattern has no groups; null where nothing matches, the
 * group took no part or the text is missing. A string pattern is literal.
 */
function extract(text, pattern, group = 1, occurrence = "first") {
  if (text === null || pattern === null) return null;
  if (typeof pattern === "string") return text.includes(pattern) ? pattern : null;
  let found = null;
  for (const match of text.matchAll(pattern)) {
    found = match;
    if (occurrence === "first") break;
  }
  if (found === null) return null;
  return (found.length === 1 ? found[0] : found[group]) ?? null;
}

/** 1 where a > b, 0 where not, NaN where one of them is NaN. */
function greater(a, b) {
  return a > b ? 1 : a <= b ? 0 : NaN;
}

/** What a declaration demands, from what it says beyond name and kind. */
function input(name, kind, more = {}) {
  return { name, kind, lo: -Infinity, hi: Infinity, integer: false, optional: false, saturates: false, ...more };
}

/** Whether a term is active where its `when` is `condition`: unknown is the unfavourable side, and reported. */
function isActive(rule, condition, step, ledger) {
  if (condition === 1) return true;
  if (condition === 0) return false;
  const charged = rule.role === "penalty";
  const reason = `\`when\` cannot be evaluated; the ${rule.role} counts as ${charged ? "active" : "inactive"}`;
  ledger.invalid.push({ step, signal: null, term: rule.name, value: condition, reason });
  return charged;
}

/** Whether a UTF-16 code unit is white space. */
function isSpace(code) {
  if (code <= 32) return (code >= 9 && code <= 13) || code >= 28;
  if (code < 128) return false;
  if (code >= 0x2000 && code <= 0x200a) return true;
  return [0x85, 0xa0, 0x1680, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000].includes(code);
}

/** False, and an episode that is not valid, where a weight is not finite. */
function isUsableWeight(name, weight, step, ledger) {
  if (Number.isFinite(weight)) return true;
  const reason = "the weight is not finite; the episode has no return";
  ledger.invalid.push({ step, signal: null, term: name, value: weight, reason });
  ledger.valid = false;
  return false;
}

/** A text or list, or another one where it is missing. */
function itemOrElse(value, otherwise) {
  return value ?? otherwise;
}

/** Code points of a text (an unpaired surrogate is one), elements of a vector or list; NaN where it is missing. */
function length(value) {
  if (value === null) return NaN;
  if (typeof value !== "string") return value.length;
  let points = value.length;
  for (let i = 1; i < value.length; i++) {
    const pair = (value.charCodeAt(i - 1) & 0xfc00) === 0xd800 && (value.charCodeAt(i) & 0xfc00) === 0xdc00;
    if (pair) points--;
  }
  return points;
}

/** Looks up values known once per episode: in `end`, else at the start in `start` or the first step, at the end in the last. */
function lookUp(
  episode,
  timing,
) {
  return (name) => readOnce(name, timing, episode);
}

/** 1 where the pattern occurs anywhere in the text, 0 where not, NaN for a missing text. A string pattern is literal. */
function matches(text, pattern) {
  return contains(text, pattern);
}

/** Why a number or bool does not fit, if it does not. */
function numberProblem(raw, rule) {
  if (rule.kind === "bool") return raw === true || raw === false || raw === 0 || raw === 1 ? undefined : "is not true or false";
  if (typeof raw !== "number") return raw === null || raw === undefined ? "is missing" : "is not a number";
  if (!Number.isFinite(raw)) return "is not finite";
  const value = rule.saturates ? Math.min(Math.max(raw, rule.lo), rule.hi) : raw;
  if (rule.integer && !Number.isInteger(value)) return "is not a whole number";
  if (rule.integer && value < 0) return "is a count and must not be negative";
  if (value < rule.lo || value > rule.hi) {
    const lo = rule.lo === -Infinity ? "-inf" : String(rule.lo);
    const hi = rule.hi === Infinity ? "inf" : String(rule.hi);
    return `is outside ${lo}..${hi}`;
  }
  return undefined;
}

/** An objective whose value lies in lo..hi; null is unbounded. */
function objective(name, lo, hi, rate = "step") {
  return { name, role: "objective", rate, lo, hi };
}

/** A ledger with nothing in it. */
function openLedger() {
  return { valid: true, invalid: [], violations: [] };
}

/** A number, or another one where it is missing. */
function orElse(value, otherwise) {
  return Number.isNaN(value) ? otherwise : value;
}

/** A number as it is reported: null where it is missing. */
function orNull(value) {
  return value === undefined || Number.isNaN(value) ? null : value;
}

/** Mean of σ(k·(r − ref)) over the finite references; NaN where there is none. */
function par(r, refs, k = 1) {
  let total = 0;
  let used = 0;
  for (let i = 0; i < refs.length; i++) {
    if (!Number.isFinite(refs[i])) continue;
    total += sigmoid(r - refs[i], k);
    used += 1;
  }
  return total / used;
}

/** What a term known once per episode pays: weighted and signed, on the last of `steps` steps. */
function payAtEnd(
  rule,
  value,
  weight,
  steps,
  ledger,
  when = 1,
  dt = 1,
) {
  const paid = new Float64Array(steps);
  if (steps > 0) paid[steps - 1] = contribution(rule, value, when, weight, dt, ledger);
  return paid;
}

/** A penalty, likewise. */
function penalty(name, lo, hi, rate = "step") {
  return { name, role: "penalty", rate, lo, hi };
}

/** (x − lo) / (hi − lo), kept in 0..1; a step at lo where both ends are the same; NaN where hi < lo. */
function ramp(x, lo, hi) {
  if (lo === hi) return x >= lo ? 1 : x < lo ? 0 : NaN;
  if (!(lo < hi)) return NaN;
  return Math.min(Math.max((x - lo) / (hi - lo), 0), 1);
}

/** A vector of `size` numbers; NaN where one is missing or does not fit. */
function readComponents(
  raw,
  size,
  rule,
  step,
  invalid,
) {
  const components = new Float64Array(size);
  readVector(raw, size, rule, step, invalid, components, 0);
  return Array.from(components);
}

/** A number, count or bool as a number; NaN where it is missing or does not fit. */
function readNumber(raw, rule, step, invalid) {
  const value = raw === undefined || raw === null ? absent(rule, step, invalid) : raw;
  if (value === null) return NaN;
  const reason = numberProblem(value, rule);
  if (reason === undefined) return asNumber(value, rule);
  invalid.push({ step, signal: rule.name, value, reason });
  return NaN;
}

/**
 * The raw value of a signal that is known once per episode: from `end`, else for one known at the start from `start` or the
 * first step, for others from the last step. So one completion's values feed signals of every timing.
 */
function readOnce(
  name,
  timing,
  episode,
) {
  // What is given as missing is missing: another place does not answer for it.
  if (episode.end !== undefined && Object.hasOwn(episode.end, name)) return episode.end[name];
  if (timing === "start" && episode.start !== undefined && Object.hasOwn(episode.start, name)) return episode.start[name];
  const row = episode.steps[timing === "start" ? 0 : episode.steps.length - 1];
  return row === undefined ? undefined : row[name];
}

/** A text; null where it is missing or does not fit. */
function readText(raw, rule, step, invalid) {
  const value = raw === undefined || raw === null ? absent(rule, step, invalid) : raw;
  if (value === null) return null;
  const reason = textProblem(value, rule);
  if (reason === undefined) return value;
  invalid.push({ step, signal: rule.name, value, reason });
  return null;
}

/** A vector into `out` from index `at`; components that do not fit are NaN, all of them where it is no array of that size. */
function readVector(
  raw,
  size,
  rule,
  step,
  invalid,
  out,
  at,
) {
  const value = raw === undefined || raw === null ? absent(rule, step, invalid) : raw;
  out.fill(NaN, at, at + size);
  if (value === null) return;
  if ((raw === undefined || raw === null) && !Array.isArray(value)) {
    out.fill(asNumber(value, rule), at, at + size);
    return;
  }
  if (!Array.isArray(value) || value.length !== size) {
    const reason = Array.isArray(value)
      ? `has ${value.length} components instead of ${size}`
      : `is not an array of ${size} numbers`;
    invalid.push({ step, signal: rule.name, value, reason });
    return;
  }
  for (let i = 0; i < size; i++) {
    const reason = numberProblem(value[i], rule);
    if (reason === undefined) out[at + i] = asNumber(value[i], rule);
    else
      invalid.push({
        step,
        signal: rule.name,
        value: value[i] === undefined ? null : value[i],
        reason: `component ${i} ${reason}`,
      });
  }
}

/** The result as plain JSON. Throws where `onInvalid` asks for it and a value was invalid. */
function report(paid) {
  const { terms, rewards, unshaped, discount, ledger, probes = {}, goal = null, limits, notes = [] } = paid;
  const { id = "", group } = paid.episode;
  const invalid = byStep(ledger.invalid);
  if (paid.onInvalid === "throw" && invalid.length > 0) {
    const { step, signal, term, reason } = invalid[0];
    const where = step === null ? "" : step < 0 ? " before the first step" : ` on step ${step}`;
    throw new RangeError(`episode ${JSON.stringify(id)}: ${signal ?? term ?? "a value"}${where} ${reason}`);
  }
  return {
    id,
    ...(group === undefined ? {} : { group }),
    return: reported(sumRows(rewards, 0, rewards.length), ledger),
    discounted: reported(discountRows(rewards, discount, 0, rewards.length), ledger),
    unshaped,
    rewards: Array.from(rewards),
    terms: Object.fromEntries(Object.entries(terms).map(([name, column]) => [name, Array.from(column)])),
    probes,
    goal,
    violations: ledger.violations,
    invalid,
    ...(limits === undefined ? {} : { limits }),
    notes,
  };
}

/** The sum as reported: null where the episode is not valid. */
function reported(sum, ledger) {
  return ledger.valid && Number.isFinite(sum) ? sum : null;
}

/**
 * Settles the constraints on the whole episode, given in order: of those violated the lowest cap; the last step then pays what
 * brings the undiscounted sum down to it.
 */
function settleEpisode(
  rules,
  conditions,
  caps,
  from,
  to,
  pay,
  ledger,
) {
  let lowest = Infinity;
  for (let i = 0; i < rules.length; i++) {
    if (conditions[i] !== 1) lowest = Math.min(lowest, violate(rules[i], conditions[i], caps[i], null, ledger));
  }
  if (lowest === Infinity || to === from) return;
  const before = sumRows(pay, from, to - 1);
  if (!(before + pay[to - 1] <= lowest)) pay[to - 1] = lowest - before;
}

/** Replaces pay that is not finite by `lowest`; without one the episode is not valid. */
function settleTotal(lowest, from, to, pay, ledger) {
  for (let row = from; row < to; row++) {
    const value = pay[row];
    if (value - value === 0) continue;
    if (lowest !== null || ledger.valid) {
      const end = lowest === null ? "the episode has no return" : `the lowest value of \`total\`, ${lowest}, was used`;
      ledger.invalid.push({ step: row - from, signal: null, value, reason: `what is paid is not finite; ${end}` });
    }
    if (lowest === null) ledger.valid = false;
    pay[row] = lowest === null ? NaN : lowest;
  }
}

/** 1 / (1 + e^(−k·x)), without overflow on either side. */
function sigmoid(x, k = 1) {
  const z = k * x;
  if (z >= 0) return 1 / (1 + Math.exp(-z));
  const grown = Math.exp(z);
  return grown / (1 + grown);
}

/** The sum of a column's rows, one after the other from 0. */
function sumRows(column, from, to) {
  let sum = 0;
  for (let row = from; row < to; row++) sum += column[row];
  return sum;
}

/** Adds columns in order, from 0: step terms as declared, then those of the end, which are 0 but on the last step. */
function sumTerms(columns, from, to, out) {
  out.fill(0, from, to);
  for (const column of columns) for (let row = from; row < to; row++) out[row] += column[row];
}

/** Why a text does not fit, if it does not. `lo` and `hi` bound its length in code points. */
function textProblem(raw, rule) {
  if (typeof raw !== "string") return raw === null || raw === undefined ? "is missing" : "is not a text";
  if (rule.alternatives !== undefined && !rule.alternatives.includes(raw)) {
    return `is not one of ${rule.alternatives.map((text) => JSON.stringify(text)).join(" | ")}`;
  }
  // A code point takes one or two units, so most texts need no counting.
  if (raw.length <= rule.hi && raw.length >= 2 * rule.lo) return undefined;
  const length = Array.from(raw).length;
  return length < rule.lo || length > rule.hi ? `has ${length} characters, outside ${rule.lo}..${rule.hi}` : undefined;
}

/** The cap of a violated constraint, noted. NaN, and an episode that is not valid, where it has none. */
function violate(rule, condition, cap, step, ledger) {
  if (condition !== 0) {
    const reason = `the condition of \`require ${rule.name}\` cannot be evaluated; it counts as violated`;
    ledger.invalid.push({ step, signal: null, value: condition, reason });
  }
  let most = cap;
  if (!Number.isFinite(cap)) {
    const end = rule.lowest === null ? "the episode has no return" : `its lowest value ${rule.lowest} was used`;
    ledger.invalid.push({
      step,
      signal: null,
      value: cap,
      reason: `what \`require ${rule.name}\` pays at most is not finite; ${end}`,
    });
    if (rule.lowest === null) ledger.valid = false;
    most = rule.lowest === null ? NaN : rule.lowest;
  }
  ledger.violations.push({ require: rule.name, step, cap: Number.isFinite(most) ? most : null });
  return most;
}

/** The parts between white space, none of them empty. */
function words(text) {
  if (text === null) return null;
  const found = [];
  let start = 0;
  for (let i = 0; i <= text.length; i++) {
    if (i < text.length && !isSpace(text.charCodeAt(i))) continue;
    if (i > start) found.push(text.slice(start, i));
    start = i + 1;
  }
  return found;
}
