// The three ways in which giving up pays: against the author's scenario, against a cost on every step, and where nothing is earned.
import type { Fix, Severity, Witness } from "../../../../compiler/diagnostics.ts";
import type { Source } from "../../../../runtime/program.ts";
import { discountedSteps } from "../../../facts/episode-length.ts";
import type { Quitting as Going } from "../../../facts/quitting.ts";
import { buildEpisode } from "../../../witness/build-episode.ts";
import type { Played } from "../../../witness/honest-reference.ts";
import { confirmWitness } from "../../../witness/play-episodes.ts";
import { satisfy } from "../../../witness/satisfy.ts";
import { placeOf } from "../../combination.ts";
import { reweigh } from "../../edit-term.ts";
import type { Finding, PatternInput } from "../../pattern.ts";
import { sayCount, sayNumber } from "../../say-number.ts";
import { stalledSteps } from "../../stalling.ts";
import { sayHonest, showBehaviour } from "../../without-trying.ts";

/** Going on, and the cheapest way not to. */
export interface Quitting extends Going {
  quits: Pick<Played, "episode" | "paid" | "result">;
}

const why =
  "An agent that is not yet good earns most by failing as early as it can, and it finds that out long before it finds the task.";
const help =
  "Let failing cost more than the worst rest of an episode ('penalty fall weight 100 = failed'), or shift the reward of a step so that going on is worth at least 0.";

/** Sums carry the rounding of their additions. */
const ROUNDING = 1e-9;
/** How far the fix goes beyond what is needed. */
const MARGIN = 1.1;

export function reportAgainstScenario(input: PatternInput, quitting: Quitting, fails: Played, honest: Played): Finding[] {
  const { facts } = input;
  const needed = -honest.paid * MARGIN;
  return [
    {
      at: placeFor(input, quitting),
      message: `Failing on the first step earns ${sayNumber(fails.paid)}; ${sayHonest(facts, honest)}.`,
      why,
      help,
      related: endsOf(quitting),
      fixes: chargeMore(input, quitting, needed),
      witness: () => showBehaviour(facts, fails, honest, "Failing at once"),
    },
  ];
}

/** Each step costs something whatever is done: how late a success may come to be worth more than failing now. */
export function reportCosts(input: PatternInput, quitting: Quitting, severity: Severity): Finding[] {
  const { facts, program } = input;
  const cost = -quitting.step.hi;
  const { discount } = program.settings;
  const worth = (step: number) => quitting.bonus * discount ** (step - 1) - cost * discountedSteps(discount, step);
  const never = -cost * facts.length.discountedMost;
  const latest = latestStep(worth, quitting.quits.paid - ROUNDING, facts.length.most);
  if (latest >= facts.length.most || never >= quitting.quits.paid) return [];
  const late =
    quitting.bonus <= 0
      ? "nothing is paid for going on"
      : `success after step ${sayNumber(latest)} of ${sayNumber(facts.length.most)} earns less than that`;
  const discounted = discount < 1 ? `, discounted by ${discount}` : "";
  return [
    {
      at: placeFor(input, quitting),
      severity,
      message: `Failing at once ${sayPaid(quitting.quits.paid)}, but every step costs at least ${sayNumber(cost)}, ${sayNumber(-never)} over ${sayNumber(facts.length.most)} steps${discounted}: ${late}.`,
      why,
      help,
      related: endsOf(quitting),
      fixes: chargeMore(input, quitting, -never * MARGIN),
      witness: () => showQuitting(input, quitting),
    },
  ];
}

/** The last step on which success is still worth more than failing at once. */
function latestStep(worth: (step: number) => number, failing: number, most: number): number {
  let [good, bad] = [0, Math.min(most, 1e9)];
  if (worth(bad) >= failing) return most;
  while (bad - good > 1) {
    const middle = Math.floor((good + bad) / 2);
    if (worth(middle) >= failing) good = middle;
    else bad = middle;
  }
  return good;
}

/** No step can pay more than 0 and nothing is paid at the end: perfection is worth as much as not having begun. */
export function reportNothingToEarn(input: PatternInput, quitting: Quitting): Finding[] {
  const { facts } = input;
  const { step, bonus } = quitting;
  const failing = quitting.quits.paid;
  const worst = step.lo * facts.length.discountedMost;
  if (step.hi !== 0 || bonus > 0 || step.lo === 0 || !Number.isFinite(worst) || failing > 0) return [];
  if (failing < worst * input.threshold("share")) return [];
  const paidBack = Math.floor(failing / step.lo);
  return [
    {
      at: placeFor(input, quitting),
      message: `Failing at once ${sayPaid(failing)}. Nothing is earned by going on, and it can cost ${sayNumber(-step.lo)} a step, ${sayNumber(-worst)} in all: failing is worth it after ${sayCount(paidBack, "such step")}.`,
      why,
      help,
      related: endsOf(quitting),
      fixes: chargeMore(input, quitting, -worst),
      witness: () => showQuitting(input, quitting),
    },
  ];
}

const sayPaid = (amount: number) =>
  amount > 0 ? `pays ${sayNumber(amount)}` : amount === 0 ? "costs nothing" : `costs ${sayNumber(-amount)}`;

/** The term that charges this way to fail, else the conditions that end it. */
function placeFor({ facts }: PatternInput, quitting: Quitting): Source {
  const charge = chargeOf(quitting)?.term;
  return charge === undefined ? quitting.ends[0]!.source : placeOf(facts, charge.source, charge.node);
}

const chargeOf = ({ charges, quits }: Quitting) => charges.find(({ term }) => (quits.result.terms[term.name]?.[0] ?? 0) < 0);

function endsOf({ ends }: Quitting) {
  return ends.map(({ source }) => ({ start: source[0], end: source[1], message: "failing ends the episode, and its costs" }));
}

function chargeMore({ text, facts }: PatternInput, quitting: Quitting, amount: number): Fix[] {
  const charge = quitting.ends.length === 1 ? chargeOf(quitting) : undefined;
  if (charge === undefined || charge.weight === undefined || !(charge.once.lo < 0)) return [];
  const each = -charge.once.lo / facts.range(charge.term.weight).hi;
  return Number.isFinite(each) && each > 0 ? reweigh(text, charge.term, Math.ceil(amount / each)) : [];
}

/** Failing on the first step, against going on to the end. */
function showQuitting({ program, facts }: PatternInput, { quits }: Quitting): Witness | undefined {
  const steps = stalledSteps(facts);
  const going = Object.assign({}, ...program.ends.map(({ node }) => satisfy(facts, node, false)));
  const goes = buildEpisode(program, "goes on", [{ steps, cycle: [going] }]);
  return confirmWitness(
    program,
    quits.episode,
    goes,
    (earned, honestly) =>
      `Failing on the first step earns ${sayNumber(earned)}; going on for ${sayCount(steps, "step")} earns ${sayNumber(honestly)}.`,
  );
}
