// A text with its fixes applied until there is none left to apply. Each round is checked; what would not make it better is left out.
// It must not know files.
import type { Diagnostic, Fix, TextEdit } from "../../compiler/diagnostics.ts";
import { applyEdits, overlap } from "./apply-edits.ts";
import { isBetter, type Recheck } from "./judge-fix.ts";

export interface Fixed {
  text: string;
  /** How many findings were answered. */
  count: number;
}

interface Choice {
  diagnostic: Diagnostic;
  fix: Fix;
}

const MOST_ROUNDS = 100;

/** `unsafe`: those too that may change what is meant, the first that helps of each finding. */
export function fixText(text: string, recheck: Recheck, { unsafe }: { unsafe: boolean }): Fixed {
  let state = { text, found: recheck(text) };
  let count = 0;
  const seen = new Set([text]);
  const attempt = (choices: readonly Choice[]): boolean => {
    const edits = choices.flatMap(({ fix }) => fix.edits);
    const next = applyEdits(state.text, edits);
    if (choices.length === 0 || seen.has(next)) return false;
    const found = recheck(next);
    const fixed = choices.map(({ diagnostic }) => diagnostic);
    seen.add(next);
    if (!isBetter(state.found, found, edits, fixed)) return false;
    state = { text: next, found };
    count += choices.length;
    return true;
  };
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const safe = choicesOf(state.found, (fix) => fix.safe);
    if (attempt(withoutOverlaps(safe))) continue;
    if (safe.some((choice) => attempt([choice]))) continue;
    if (unsafe && choicesOf(state.found, (fix) => !fix.safe).some((choice) => attempt([choice]))) continue;
    break;
  }
  return { text: state.text, count };
}

function choicesOf(found: readonly Diagnostic[], isWanted: (fix: Fix) => boolean): Choice[] {
  return found.flatMap((diagnostic) => (diagnostic.fixes ?? []).filter(isWanted).map((fix) => ({ diagnostic, fix })));
}

/** The first of each finding, as far as they can be applied together. */
function withoutOverlaps(choices: readonly Choice[]): Choice[] {
  const chosen: Choice[] = [];
  const edits: TextEdit[] = [];
  for (const choice of choices) {
    if (chosen.some(({ diagnostic }) => diagnostic === choice.diagnostic) || overlap(choice.fix.edits, edits)) continue;
    chosen.push(choice);
    edits.push(...choice.fix.edits);
  }
  return chosen;
}
