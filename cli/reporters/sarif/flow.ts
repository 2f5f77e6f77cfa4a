// A witness as SARIF code flows: what the agent does step by step, against what it is compared with. It must not know findings.
import { foldSteps } from "../../../analysis/witness/fold-steps.ts";
import type { Witness } from "../../../compiler/diagnostics.ts";
import type { Episode, Row, Value } from "../../../runtime/trajectory.ts";
import { describeNumber } from "../../../server/describe/number.ts";

/** Enough to follow; the whole episode stands in the properties. */
const MOST_LINES = 100;

export function flowsOf(witness: Witness, location: object) {
  const threads = [
    threadOf("witness", `This episode pays ${pays(witness.return)}.`, witness.episode, location),
    ...(witness.honest === undefined
      ? []
      : [threadOf("compared", `This one pays ${pays(witness.honestReturn ?? null)}.`, witness.honest, location)]),
  ];
  return [{ message: { text: witness.explanation }, threadFlows: threads }];
}

/** The witness for programs: equal steps are one entry with their count. */
export function propertiesOf({ explanation, episode, honest, return: paid, honestReturn }: Witness) {
  return {
    explanation,
    return: paid,
    episode: folded(episode),
    ...(honest === undefined ? {} : { honest: folded(honest), honestReturn: honestReturn ?? null }),
  };
}

const folded = ({ id, start, steps, end }: Episode) => ({
  id,
  ...(start === undefined ? {} : { start }),
  steps: foldSteps(steps).map(({ from, to, row }) => ({ count: to - from + 1, values: row })),
  ...(end === undefined ? {} : { end }),
});

function threadOf(id: string, text: string, { start, steps, end }: Episode, location: object) {
  const lines = [
    ...(start === undefined ? [] : [{ label: "before the first step", row: start }]),
    ...foldSteps(steps).map(({ from, to, row }) => ({ label: from === to ? `step ${from}` : `steps ${from} to ${to}`, row })),
    ...(end === undefined ? [] : [{ label: "at the end", row: end }]),
  ];
  const shown = lines.slice(0, MOST_LINES);
  const left = lines.length - shown.length;
  const locations = shown.map(({ label, row }, index) => ({
    executionOrder: index + 1,
    location: { ...location, message: { text: `${label}: ${rowText(row)}` } },
    state: Object.fromEntries(Object.entries(row).map(([name, value]) => [name, { text: valueText(value) }])),
  }));
  const more = left > 0 ? ` The first ${MOST_LINES} of ${lines.length} lines are shown.` : "";
  // A thread flow needs a place, also of an episode in which nothing is observed.
  return { id, message: { text: text + more }, locations: locations.length > 0 ? locations : [{ location }] };
}

const pays = (value: number | null): string => (value === null ? "nothing valid" : describeNumber(value));

const rowText = (row: Row): string =>
  Object.entries(row)
    .map(([name, value]) => `${name} = ${valueText(value)}`)
    .join(", ") || "nothing is observed";

function valueText(value: Value): string {
  if (typeof value === "number") return describeNumber(value);
  const text = Array.isArray(value) ? `[${value.map(valueText).join(", ")}]` : JSON.stringify(value);
  return text.length > 200 ? `${text.slice(0, 199)}…` : text;
}
