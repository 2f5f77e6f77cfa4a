// Values behind one episode's pay: named values, term values and weights, step by step. It asks the evaluator for them as probes,
// so that what is shown is computed exactly as what is paid. It must not know the DOM.
import { inspect } from "../runtime/inspect.ts";
import type { Node, NodeId, Program } from "../runtime/program.ts";
import type { Episode, EpisodeResult, Knobs, Value } from "../runtime/trajectory.ts";
import type { Prepare } from "./evaluation.ts";

/** One series: a value per step, or a single one. A vector has one series per component. */
export type Series = (number | null)[] | number | null;
export interface Inspected {
  name: string;
  kind: "let" | "track" | "probe";
  unit?: string;
  bool: boolean;
  components: Series[];
  scalar: boolean;
}
export interface Inspection {
  named: Inspected[];
  /** Named texts and lists, a value per step. A group is the episode alone. */
  others: { name: string; values: Value[] }[];
  /** Of each term and shaping, by name: the value before weight and sign, and the weight. */
  values: Record<string, Series>;
  weights: Record<string, Series>;
}

const WIDEST = 12;

/** The same program with everything worth seeing as a probe, and how to read the probes back. */
export function instrument(program: Program) {
  const nodes: Node[] = [...program.nodes];
  const probes: Program["probes"] = [];
  const source = program.source;
  const add = (node: NodeId) => {
    probes.push({ name: `#${probes.length}`, node, source });
    return probes.length - 1;
  };
  const named: (Omit<Inspected, "components"> & { probes: number[] })[] = [];
  const others: { name: string; node: NodeId }[] = [];
  const lists = [
    ["let", program.lets],
    ["track", program.tracks],
    ["probe", program.probes],
  ] as const;
  for (const [kind, list] of lists) {
    for (const { name, node } of list) {
      const { type, unit } = nodes[node];
      if (type.kind === "number" || type.kind === "bool") {
        named.push({ name, kind, unit, bool: type.kind === "bool", scalar: true, probes: [add(node)] });
      } else if (type.kind === "vector" && type.size <= WIDEST) {
        const components = Array.from({ length: type.size }, (_, k) => add(nodes.push(componentOf(nodes, node, k)) - 1));
        named.push({ name, kind, unit, bool: type.of === "bool", scalar: false, probes: components });
      } else if (type.kind !== "vector") others.push({ name, node });
    }
  }
  const pays = [...program.terms, ...program.shapings];
  const values = pays.map(({ name, node }) => [name, add(node)] as const);
  const weights = pays.map(({ name, weight }) => [name, add(weight)] as const);
  return {
    program: { ...program, nodes, probes },
    others,
    read: (result: EpisodeResult): Omit<Inspection, "others"> => {
      const series = (probe: number): Series => result.probes[`#${probe}`] ?? null;
      return {
        named: named.map(({ probes, ...rest }) => ({ ...rest, components: probes.map(series) })),
        values: Object.fromEntries(values.map(([name, probe]) => [name, series(probe)])),
        weights: Object.fromEntries(weights.map(([name, probe]) => [name, series(probe)])),
      };
    },
  };
}

function componentOf(nodes: Node[], of: NodeId, component: number): Node {
  const { type, timing, range, unit, optional } = nodes[of];
  const kind = type.kind === "vector" && type.of === "bool" ? "bool" : "number";
  return { op: "component", args: [of], components: [component], scalar: true, type: { kind }, timing, range, unit, optional };
}

/**
 * Inspects one episode at a time; asking again for the same one costs nothing, and neither does another weight, because values
 * are looked at before they are weighted. Samples of its group are evaluated with it.
 */
export function createInspector(
  prepare: Prepare,
): (program: Program, episodes: Episode[], index: number, knobs: Knobs) => Inspection {
  let instrumented: ReturnType<typeof instrument> | undefined;
  let runner: ReturnType<Prepare> | undefined;
  let of: Program | undefined;
  let last: { episode: Episode; together: Episode[]; knobs: Knobs; inspection: Inspection } | undefined;
  return (program, episodes, index, knobs) => {
    if (of !== program || !instrumented || !runner) {
      instrumented = instrument(program);
      runner = prepare(instrumented.program);
      of = program;
      last = undefined;
    }
    const episode = episodes[index];
    if (last?.episode === episode && sameBesideWeights(last.knobs, knobs)) return last.inspection;
    const together = last?.episode === episode ? last.together : withItsGroup(episodes, episode);
    const written = { params: knobs.params, training: knobs.training };
    const result = runner.run(together, written)[together.indexOf(episode)];
    const { others } = instrumented;
    const nodes = others.map(({ node }) => node);
    const texts = nodes.length > 0 ? inspect(program, episode, nodes, written) : [];
    const inspection = { ...instrumented.read(result), others: others.map(({ name }, i) => ({ name, values: texts[i] })) };
    last = { episode, together, knobs, inspection };
    return inspection;
  };
}

const sameBesideWeights = (a: Knobs, b: Knobs) => a.params === b.params && a.training === b.training;

function withItsGroup(episodes: Episode[], episode: Episode): Episode[] {
  return episode.group === undefined ? [episode] : episodes.filter((other) => other.group === episode.group);
}

/** A series at one step. */
export function at(series: Series | undefined, step: number): number | null {
  if (Array.isArray(series)) return series[step] ?? null;
  return series ?? null;
}
