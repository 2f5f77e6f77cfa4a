// A program reduced to some of its terms, so that trying many episodes costs what these terms cost. It must not know rules.
import type { Program } from "../../runtime/program.ts";
import { factsOf } from "../facts/facts.ts";

const slices = new WeakMap<Program, Map<string, Program>>();

/**
 * The terms by name, with the signals and ends they depend on; no shaping, constraints or goals. Made once per choice of terms.
 * What it pays is not what the program pays: a witness must be confirmed by the whole.
 */
export function sliceProgram(program: Program, names: readonly string[]): Program {
  const known = slices.get(program) ?? new Map<string, Program>();
  slices.set(program, known);
  const key = [...names].sort().join(" ");
  const slice = known.get(key) ?? cut(program, new Set(names));
  known.set(key, slice);
  return slice;
}

function cut(program: Program, names: ReadonlySet<string>): Program {
  const { reads } = factsOf(program);
  const terms = program.terms.filter((term) => names.has(term.name));
  const nodes = terms.flatMap((term) => [term.node, term.weight, ...(term.when === undefined ? [] : [term.when])]);
  const read = new Set([...nodes, ...program.ends.map((end) => end.node)].flatMap((node) => [...reads(node)]));
  const { total: _, ...whole } = program;
  const nothing = { shapings: [], requires: [], goals: [], probes: [], scenarios: [], data: [], expectations: [], lets: [] };
  return { ...whole, ...nothing, terms, signals: program.signals.filter((signal) => read.has(signal.name)) };
}
