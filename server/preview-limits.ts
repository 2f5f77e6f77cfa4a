// How much the preview takes, so that a large log cannot stall the editor. It must not know files.
import type { Episode } from "../runtime/trajectory.ts";

/** All files of one `data` block together. */
export const MOST_BYTES = 64 * 2 ** 20;
/** Of one set of episodes. */
export const MOST_STEPS = 200_000;

/** The first episodes that fit, and a sentence about the rest. */
export function withinLimit(episodes: readonly Episode[]): { episodes: Episode[]; problems: string[] } {
  let steps = 0;
  const kept: Episode[] = [];
  for (const episode of episodes) {
    steps += episode.steps.length;
    if (steps > MOST_STEPS) {
      const shown = `The preview shows the first ${kept.length} of ${episodes.length} episodes`;
      return {
        episodes: kept,
        problems: [
          `${shown}: more than ${MOST_STEPS.toLocaleString("en")} steps are too many for it. 'telos run' reads them all.`,
        ],
      };
    }
    kept.push(episode);
  }
  return { episodes: kept, problems: [] };
}
