// `prove equivalent to OTHER`: both rewards order all policies alike, being equal up to a positive scale and potential shaping.
// Proved where both are sums of the same values; refuted on one-shot rewards by two outcomes in the opposite order.
import type { ClaimKind, NodeId, Program } from "../../runtime/program.ts";
import { scenarioEpisode } from "../../runtime/scenario.ts";
import { constantOf } from "../facts/combine-linearly.ts";
import { sayNumber } from "../patterns/say-number.ts";
import { isClean, playEpisodes } from "../witness/play-episodes.ts";
import { capital } from "./judge-return.ts";
import { type Judging, open, proved, refuted, type Verdict } from "./verdict.ts";

export function judgeEquivalence(
  { program, others, played }: Judging,
  { other: name }: ClaimKind & { kind: "equivalent" },
): Verdict {
  const other = others.find((candidate) => candidate.name === name);
  if (other === undefined) return open(`'${name}' has errors, so it cannot be compared with.`);
  const scale = sameSum(program, other);
  if (scale !== undefined)
    return proved(
      scale === 1 ? "Both pay the same but for shaping." : `It pays ${sayNumber(scale)} times as much, but for shaping.`,
    );
  if (!program.oneShot || !other.oneShot || signalsOf(program) !== signalsOf(other)) {
    return open("They are not sums of the same values, and the order of two trajectories alone refutes nothing here.");
  }
  const theirs = other.scenarios
    .filter(({ hidden }) => hidden !== true)
    .map((scenario) => ({ name: `the scenario '${scenario.name}' of ${name}`, episode: scenarioEpisode(other, scenario) }));
  const own = [...played().map(({ name: called, episode }) => ({ name: called, episode })), ...theirs].slice(0, 120);
  const episodes = own.map(({ episode }) => episode);
  const [a, b] = [program, other].map((each) => playEpisodes(each, episodes));
  const both = own
    .map((one, i) => ({ ...one, mine: a![i]!, other: b![i]! }))
    .filter(({ mine, other: theirs }) => isClean(mine) && isClean(theirs));
  for (const high of both) {
    const low = both.find(
      (one) => high.mine.unshaped! > one.mine.unshaped! + 1e-9 && high.other.unshaped! < one.other.unshaped! - 1e-9,
    );
    if (low === undefined) continue;
    const pays = [high.mine.unshaped!, low.mine.unshaped!, high.other.unshaped!, low.other.unshaped!].map(sayNumber);
    const message = capital(
      `${high.name} pays ${pays[0]} and ${low.name} ${pays[1]} here; ${name} pays them ${pays[2]} and ${pays[3]}.`,
    );
    return refuted(message, {
      episode: high.episode,
      honest: low.episode,
      return: high.mine.unshaped,
      honestReturn: low.mine.unshaped,
      explanation: message,
    });
  }
  return open("They are not sums of the same values, and nothing that was tried is ordered differently.");
}

const signalsOf = ({ signals }: Program) =>
  JSON.stringify(
    signals.map(({ name, type, timing }) => [name, type, timing]).sort((a, b) => String(a[0]).localeCompare(String(b[0]))),
  );

/** With all that decides whether a value counts as missing. */
const declarationsOf = ({ signals }: Program) =>
  JSON.stringify(
    signals
      .map(({ name, type, timing, optional, integer, range, tags }) => [
        name,
        [type, timing, optional, integer === true, range, tags.saturates, tags.default],
      ])
      .sort((a, b) => String(a[0]).localeCompare(String(b[0]))),
  );

/** How many times as much `a` pays as `b` on every trajectory, without shaping. */
function sameSum(a: Program, b: Program): number | undefined {
  const [frameA, frameB] = [a, b].map(frameOf);
  const [sumA, sumB] = [a, b].map(sumOf);
  if (frameA === undefined || frameA !== frameB || sumA === undefined || sumB === undefined || sumA.size !== sumB.size)
    return undefined;
  let scale: number | undefined;
  for (const [key, mine] of sumA) {
    const theirs = sumB.get(key);
    if (theirs === undefined) return undefined;
    scale ??= mine / theirs;
    if (!(scale > 0) || Math.abs(mine - scale * theirs) > 1e-12 * Math.abs(mine)) return undefined;
  }
  return scale;
}

/** All that decides besides the terms; undefined where it cannot be compared. Caps and totals do not scale with the terms. */
function frameOf(program: Program): string | undefined {
  if (program.total !== undefined || program.requires.length > 0) return undefined;
  const { horizon, discount, dt, group } = program.settings;
  const ends = program.ends.map(({ node, outcome }) => `${outcome} ${keyOf(program, node)}`).sort();
  return JSON.stringify([program.oneShot, horizon, discount, dt, group, declarationsOf(program), ends]);
}

/** Coefficient of every value that is paid; undefined where a weight is no constant. */
function sumOf(program: Program): Map<string, number> | undefined {
  const sum = new Map<string, number>();
  for (const term of program.terms) {
    const weight = constantOf(program, term.weight);
    if (weight === undefined) return undefined;
    // What is charged is max(0, x), and a fault is paid by role and range, so that those belong to the value.
    const key = JSON.stringify([
      term.role,
      keyOf(program, term.node),
      term.when === undefined ? null : keyOf(program, term.when),
      term.rate,
      term.timing,
      term.range,
    ]);
    sum.set(key, (sum.get(key) ?? 0) + (term.role === "penalty" ? -weight : weight));
  }
  for (const [key, coefficient] of sum) if (coefficient === 0) sum.delete(key);
  return sum;
}

/** Equal for values that are computed alike from the same signals, in whatever program. */
function keyOf(program: Program, root: NodeId): string {
  const order: NodeId[] = [];
  const index = new Map<NodeId, number>();
  const visit = (id: NodeId): void => {
    if (index.has(id)) return;
    index.set(id, order.push(id) - 1);
    const node = program.nodes[id]!;
    for (const next of node.op === "previous" ? [node.starts, node.of] : "args" in node ? node.args : []) visit(next);
  };
  visit(root);
  const at = (id: NodeId) => index.get(id);
  const parts = order.map((id) => {
    const { source: _, ...node } = program.nodes[id]!;
    if (node.op === "previous") return { ...node, starts: at(node.starts), of: at(node.of) };
    if (node.op === "state") return { ...node, name: "", args: node.args.map(at) };
    const known = "bound" in node && typeof node.bound === "number" ? { bound: at(node.bound) } : {};
    const where = "where" in node && typeof node.where === "number" ? { where: at(node.where) } : {};
    const param = node.op === "param" ? { value: constantOf(program, id) } : {};
    return "args" in node ? { ...node, ...known, ...where, args: node.args.map(at) } : { ...node, ...param };
  });
  return JSON.stringify(parts);
}
