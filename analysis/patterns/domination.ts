// One term spans so much more than a term that matters more that the latter decides nothing: which, by what word of the spec, and
// what made it so wide. Three rules speak of it, each of its own cause.
import type { Witness } from "../../compiler/diagnostics.ts";
import type { NodeId, Trust } from "../../runtime/program.ts";
import { constantOf } from "../facts/combine-linearly.ts";
import type { Facts } from "../facts/facts.ts";
import { exchangeRate, type GoalShare, goalSharesOf } from "../facts/goal-shares.ts";
import { compareTrust } from "../facts/judge-trust.ts";
import type { Paid } from "../facts/value-terms.ts";
import { oneRecord } from "../witness/build-episode.ts";
import { confirmWitness } from "../witness/play-episodes.ts";
import { paidBy, searchRecord } from "../witness/search-record.ts";
import { sliceProgram } from "../witness/slice-program.ts";
import { combinationOf } from "./combination.ts";
import type { PatternInput } from "./pattern.ts";
import { sayNumber } from "./say-number.ts";

/** What the spec says about one term. */
interface Standing extends GoalShare {
  paid: Paid;
  trust: Trust | undefined;
}

interface Rivalry {
  narrow: Standing;
  /** Why it should not be dwarfed, as the middle of a sentence. */
  because: string;
  /** How many times wider the goal itself lets the other be. */
  excused: number;
}

export interface Domination {
  wide: Paid;
  narrow: Paid;
  /** The middle of a sentence; empty where only the units say it. */
  because: string;
  /** `units`: both are weighted alike although they are measured in different units; `literal`: a division by a small number. */
  cause: "scale" | "units" | "literal";
  /** Of a literal: the division. */
  node?: NodeId;
}

/** Without a word of the spec, how many times wider a quantity in another unit may be under the same weight. */
const MOST_UNIT_RATIO = 200;
/** A number that small turns a displacement into a speed. */
const MOST_STEP_LENGTH = 0.1;

/** Width of one payment. */
export function spreadOf({ once }: Paid): number {
  return once.hi - once.lo;
}

export function dominationsOf(facts: Facts, mostRatio: number): Domination[] {
  if (combinationOf(facts.program) === "other") return [];
  const shares = goalSharesOf(facts);
  const standings = facts.paid
    .filter((paid) => paid.weight !== 0 && !paid.telescoping && Number.isFinite(spreadOf(paid)) && spreadOf(paid) > 0)
    .map((paid): Standing => ({ ...shares.get(paid)!, paid, trust: facts.trust(paid.term.node) }));
  return standings.flatMap((wide) => {
    const others = standings.filter((other) => other !== wide && sameMoment(other.paid, wide.paid));
    const rivals = others.flatMap((narrow) => matters(facts, narrow, wide) ?? []);
    const dwarfed = dwarfedBy(wide.paid, rivals, mostRatio);
    if (dwarfed !== undefined) return [{ ...causeOf(facts, wide.paid, dwarfed.narrow.paid), because: dwarfed.because }];
    const alike = others.find((narrow) => unitsDiffer(facts, narrow, wide));
    return alike === undefined ? [] : [{ wide: wide.paid, narrow: alike.paid, because: "", cause: "units" }];
  });
}

/** Paid at the same moments, so that ranges of single payments can be compared. */
const sameMoment = (a: Paid, b: Paid): boolean =>
  (a.term.timing === "step") === (b.term.timing === "step") && a.terminal === b.terminal;

/** Why `narrow` matters more than `wide`; undefined where the spec does not say so. */
function matters(facts: Facts, narrow: Standing, wide: Standing): Rivalry | undefined {
  const [a, b] = [narrow.paid.term, wide.paid.term];
  const rivalry = (because: string, excused = 1): Rivalry => ({ narrow, because, excused });
  const only = narrow.inGoal && !wide.inGoal ? rivalry(`only '${a.name}' is part of the goal`) : undefined;
  if (a.role === "objective" && b.role === "objective")
    return only ?? byExchange(facts, narrow, wide) ?? byTrust(facts, narrow, wide);
  if (a.role === "objective") return byChoice(facts, narrow, wide);
  if (!narrow.cost) return undefined;
  if (b.role === "penalty") return wide.cost ? byExchange(facts, narrow, wide) : undefined;
  if (only !== undefined || !wide.inGoal) return only;
  return rivalry(`the goal falls with what '${a.name}' charges for`, Math.max(1, exchangeRate(wide, narrow) ?? 1));
}

/** The goal is a number that moves with both, which share no signal. */
function byExchange(facts: Facts, narrow: Standing, wide: Standing): Rivalry | undefined {
  const read = [...facts.reads(narrow.paid.term.node)];
  if (read.some((name) => facts.reads(wide.paid.term.node).has(name))) return undefined;
  const rate = narrow.inGoal && wide.inGoal ? exchangeRate(wide, narrow) : undefined;
  if (rate === undefined || rate === 0) return undefined;
  const [a, b] = [narrow.paid.term.name, wide.paid.term.name];
  const said =
    rate > 1.05 ? `counts '${b}' only ${Number(rate.toPrecision(2))} times as much as '${a}'` : `counts '${a}' as much`;
  return { narrow, because: `the goal ${said}`, excused: Math.max(1, rate) };
}

function byTrust({ program }: Facts, narrow: Standing, wide: Standing): Rivalry | undefined {
  if (program.goals.length > 0 || !isTrusted(narrow, wide)) return undefined;
  const trust = wide.trust === "policy" ? "chosen by the policy" : wide.trust;
  return {
    narrow,
    because: `'${narrow.paid.term.name}' is ${narrow.trust} and '${wide.paid.term.name}' only ${trust}`,
    excused: 1,
  };
}

/** Costs of single steps are rarely at the end of their range; what is charged once per episode is. */
function byChoice(facts: Facts, narrow: Standing, wide: Standing): Rivalry | undefined {
  const settled = facts.length.most === 1 || wide.paid.term.timing !== "step";
  const chosen = wide.trust === "policy" && isTrusted(narrow, wide) && (facts.program.goals.length === 0 || narrow.inGoal);
  if (!settled || !chosen) return undefined;
  const because = `'${narrow.paid.term.name}' is ${narrow.trust} and '${wide.paid.term.name}' a cost the policy chooses`;
  return { narrow, because, excused: 1 };
}

const isTrusted = (a: Standing, b: Standing): boolean =>
  a.trust !== undefined && b.trust !== undefined && compareTrust(a.trust, b.trust) > 0;

/** Of the objectives that matter more the widest counts, and the one that makes up most of the goal; a cost the goal names counts on its own. */
function dwarfedBy(wide: Paid, rivals: readonly Rivalry[], mostRatio: number): Rivalry | undefined {
  const tooNarrow = (rival: Rivalry) => spreadOf(wide) > mostRatio * rival.excused * spreadOf(rival.narrow.paid);
  const [objectives, costs] = [rivals.filter(isObjective), rivals.filter((rival) => !isObjective(rival))];
  const widest = objectives.toSorted((a, b) => spreadOf(b.narrow.paid) - spreadOf(a.narrow.paid))[0];
  if (widest !== undefined) return [widest, mostOfGoal(objectives)].find((rival) => rival !== undefined && tooNarrow(rival));
  return costs.filter(tooNarrow).toSorted((a, b) => spreadOf(a.narrow.paid) - spreadOf(b.narrow.paid))[0];
}

const isObjective = ({ narrow }: Rivalry): boolean => narrow.paid.term.role === "objective";

function mostOfGoal(rivals: readonly Rivalry[]): Rivalry | undefined {
  const share = ({ narrow }: Rivalry) => Math.max(0, ...narrow.widths.filter(Number.isFinite));
  const main = rivals.toSorted((a, b) => share(b) - share(a))[0];
  const whole = rivals.reduce((sum, rival) => sum + share(rival), 0);
  return main !== undefined && share(main) > whole / 2 ? main : undefined;
}

function causeOf(facts: Facts, wide: Paid, narrow: Paid): Omit<Domination, "because"> {
  const node = dividedByLittle(facts, wide);
  if (node !== undefined) return { wide, narrow, cause: "literal", node };
  return { wide, narrow, cause: weighedAlike(facts, narrow, wide) ? "units" : "scale" };
}

/** A displacement, or what one step measures, divided by a bare number far below 1 and not bounded after that. */
function dividedByLittle({ program, signals }: Facts, { term }: Paid): NodeId | undefined {
  if (term.timing !== "step") return undefined;
  const open: NodeId[] = [term.node];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const node = program.nodes[id];
    if (node?.op !== "apply") continue;
    const [a, b] = node.args;
    if (["add", "subtract", "negate", "multiply"].includes(node.operator)) open.push(...node.args);
    const divisor = node.operator === "divide" && b !== undefined ? program.nodes[b] : undefined;
    const little = divisor?.op === "constant" && divisor.unit === undefined ? constantOf(program, b!) : undefined;
    if (little === undefined || little <= 0 || little > MOST_STEP_LENGTH) continue;
    const measured = program.nodes[a!];
    if (measured?.op !== "signal" || isRateUnit(measured.unit) || signals.get(measured.name)?.timing !== "step") continue;
    if (measured.type.kind === "number") return id;
  }
  return undefined;
}

const isRateUnit = (unit: string | undefined): boolean => unit?.includes("/s") === true || unit === "Hz";

/** Bare weights of the same size on values of different units. */
function weighedAlike({ program }: Facts, a: Paid, b: Paid): boolean {
  const units = [a, b].map(({ term }) => program.nodes[term.node]?.unit);
  if (units[1] === undefined || units[0] === units[1] || a.weight === undefined || b.weight === undefined) return false;
  const bare = [a, b].every(({ term }) => program.nodes[term.weight]?.op === "constant");
  return bare && b.weight / a.weight >= 0.1 && b.weight / a.weight <= 10;
}

/** Two quantities of the same kind, each in a unit of its own, of which one is far wider, also as the goal counts them. */
function unitsDiffer(facts: Facts, narrow: Standing, wide: Standing): boolean {
  if (facts.program.nodes[narrow.paid.term.node]?.unit === undefined) return false;
  if (narrow.paid.term.role !== wide.paid.term.role || !weighedAlike(facts, narrow.paid, wide.paid)) return false;
  const rate = exchangeRate(wide, narrow) ?? 1;
  return spreadOf(wide.paid) > MOST_UNIT_RATIO * Math.max(1, rate) * spreadOf(narrow.paid);
}

/** The wide term at its best with the narrow one at its worst, against the other way round. */
export function showDomination({ program, facts }: PatternInput, wide: Paid, narrow: Paid): Witness | undefined {
  const names = [wide, narrow].flatMap(({ term }) => [
    ...facts.reads(term.node),
    ...(term.when === undefined ? [] : facts.reads(term.when)),
  ]);
  const [a, b] = [wide.term.name, narrow.term.name];
  const scored = (up: string, down: string) =>
    searchRecord(sliceProgram(program, [a, b]), new Set(names), {}, (result) => paidBy(result, [up]) - paidBy(result, [down]));
  const [unwanted, wanted] = [scored(a, b), scored(b, a)];
  return confirmWitness(
    program,
    oneRecord(program, "dominated", unwanted),
    oneRecord(program, "wanted", wanted),
    (earned, honestly, [bad, good]) => {
      const share = (result: typeof bad, name: string) => sayNumber(paidBy(result, [name]));
      return `With '${b}' at its worst (${share(bad, b)}) and '${a}' at its best (${share(bad, a)}) it earns ${sayNumber(earned)}; with '${b}' at its best (${share(good, b)}) and '${a}' at its worst (${share(good, a)}) it earns ${sayNumber(honestly)}.`;
    },
  );
}
