// Groups that hold the same text in every engine. The others are refused, because `extract` and `\1` would differ.
import { fail } from "./cursor.ts";
import { mayBeEmpty } from "./measure.ts";
import type { PatternNode } from "./syntax.ts";

/** Where a group stands: each repetition round it, and whether it is looked for backwards. */
interface Place {
  repeated: boolean;
  skippable: boolean;
  behind: boolean;
}

export function checkGroups(node: PatternNode): void {
  settle(node, { repeated: false, skippable: false, behind: false });
}

/** JavaScript forgets a group at each repetition, Python keeps it; JavaScript drops an empty repetition, Python keeps that, too. */
function settle(node: PatternNode, place: Place): void {
  switch (node.kind) {
    case "sequence":
      for (const item of node.items) settle(item, place);
      break;
    case "alternatives":
      for (const branch of node.branches) settle(branch, { ...place, skippable: place.repeated });
      break;
    case "look":
      settle(node.body, { ...place, behind: place.behind || node.behind });
      break;
    case "group":
      if (node.number !== undefined) refuseUnsettled(node.number, place);
      settle(node.body, place);
      break;
    case "repeat": {
      if (node.max > node.min && mayBeEmpty(node.body)) refuseGroups(node.body);
      const repeated = place.repeated || node.max > 1;
      settle(node.body, { ...place, repeated, skippable: place.repeated && (place.skippable || node.min === 0) });
      break;
    }
  }
}

function refuseUnsettled(group: number, { repeated, skippable, behind }: Place): void {
  if (skippable) {
    fail(
      `Group ${group} may be left out in one repetition and not in another; what it then holds differs between JavaScript (nothing) and Python (what it held before). Write '(?:…)' instead of '(…)', or put '(…)' round the whole repetition.`,
    );
  }
  if (repeated && behind) {
    fail(
      `Group ${group} is repeated in a look-behind, which JavaScript reads from right to left and Python from left to right. Write '(?:…)' instead of '(…)'.`,
    );
  }
}

function refuseGroups(node: PatternNode): void {
  if (node.kind === "group" && node.number !== undefined) {
    fail(
      `Group ${node.number} stands in a repetition that may match nothing; what it then holds differs between JavaScript and Python. Write '(?:…)' instead of '(…)', or put '(…)' round the whole repetition.`,
    );
  }
  if (node.kind === "sequence") node.items.forEach(refuseGroups);
  else if (node.kind === "alternatives") node.branches.forEach(refuseGroups);
  else if ("body" in node) refuseGroups(node.body);
}
