// Scenarios whose entries read a parameter, played anew when its slider moves. It must not know the DOM.
import type { NodeId, Program } from "../runtime/program.ts";
import { scenarioEpisode } from "../runtime/scenario.ts";
import type { Episode, Knobs } from "../runtime/trajectory.ts";

/** `of` gives `written` itself while no scenario depends on a changed parameter. */
export function createScenarioPlayer(): { of(program: Program, written: Episode[], knobs: Knobs): Episode[] } {
  let last: { program: Program; written: Episode[]; params: Knobs["params"]; episodes: Episode[] } | undefined;
  return {
    of(program, written, { params }) {
      if (!params || Object.keys(params).length === 0 || !scenariosReadParams(program)) return written;
      if (last?.program === program && last.written === written && last.params === params) return last.episodes;
      const named = new Map(program.scenarios.map((scenario) => [scenario.name, scenario]));
      const episodes = written.map((episode) => {
        const scenario = episode.origin && "scenario" in episode.origin ? named.get(episode.origin.scenario) : undefined;
        return scenario ? { ...scenarioEpisode(program, scenario, { params }), id: episode.id, group: episode.group } : episode;
      });
      last = { program, written, params, episodes };
      return episodes;
    },
  };
}

const known = new WeakMap<Program, boolean>();

function scenariosReadParams(program: Program): boolean {
  let reads = known.get(program);
  if (reads === undefined) {
    const entries = program.scenarios.flatMap((s) => [...s.entries, ...s.segments.flatMap((segment) => segment.entries)]);
    const seen = new Set<NodeId>();
    reads = entries.some(({ node }) => readsParam(program, node, seen));
    known.set(program, reads);
  }
  return reads;
}

function readsParam(program: Program, id: NodeId, seen: Set<NodeId>): boolean {
  if (seen.has(id)) return false;
  seen.add(id);
  const node = program.nodes[id];
  return node.op === "param" || ("args" in node && node.args.some((argument) => readsParam(program, argument, seen)));
}
