// Cuts a set of episodes into blocks: small enough for the cache, whole groups together. It must not know what is evaluated.
import type { Program } from "./program.ts";
import type { Episode } from "./trajectory.ts";

/** Rows after which a block is full. One episode or group may be longer and then makes a block of its own. */
const FULL = 1024;

/** Positions of episodes, block by block, those of a group one after the other. */
export function blocksOf(program: Program, episodes: readonly Episode[]): number[][] {
  const blocks: number[][] = [];
  let rows = 0;
  for (const together of readsGroups(program) ? groupsOf(episodes) : episodes.map((_, i) => [i])) {
    const more = together.reduce((sum, i) => sum + episodes[i].steps.length + 1, 0);
    if (blocks.length === 0 || rows >= FULL || rows + more > 2 * FULL) {
      blocks.push([]);
      rows = 0;
    }
    blocks[blocks.length - 1].push(...together);
    rows += more;
  }
  return blocks;
}

function readsGroups(program: Program): boolean {
  return program.nodes.some(
    (node) => (node.op === "aggregate" && node.axis === "group") || (node.op === "builtin" && node.name === "group_size"),
  );
}

function groupsOf(episodes: readonly Episode[]): number[][] {
  const groups = new Map<string | number, number[]>();
  episodes.forEach((episode, i) => {
    const key = episode.group === undefined ? i : `:${episode.group}`;
    const members = groups.get(key);
    if (members) members.push(i);
    else groups.set(key, [i]);
  });
  return [...groups.values()];
}
