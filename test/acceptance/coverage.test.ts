// Every acceptance number is reproduced in exactly one place, or stands apart with the reason.
import { expect, it } from "vitest";
import { disputed, quoted } from "./apart.ts";
import { comparisons } from "./comparisons.ts";
import { episodes } from "./episodes.ts";
import { groups } from "./groups.ts";
import { judgements } from "./judgements.ts";
import { entries } from "./numbers.ts";
import { oneShots } from "./one-shot.ts";
import { overOptimisation } from "./over-optimisation.ts";

const through = {
  language: [...oneShots, ...groups].map(({ key }) => key).concat(Object.keys(episodes)),
  measures: [overOptimisation, comparisons, judgements].flatMap((table) => Object.keys(table)),
  data: Object.keys(quoted),
  formula: Object.keys(disputed),
};

it("covers every key exactly once", () => {
  const covered = Object.values(through).flat().sort();
  expect(covered).toEqual(Object.keys(entries).sort());
  const { language, measures, data, formula } = through;
  console.log(
    `${covered.length} of ${Object.keys(entries).length}: ${language.length} through the language, ${measures.length} through measures, ` +
      `${data.length} quoted as data (${data}), ${formula.length} where the formula gives another number (${formula})`,
  );
});
