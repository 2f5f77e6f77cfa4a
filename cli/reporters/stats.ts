// `--stats`: how long each stage and each rule took, for people and for programs. Pure.
import type { StageTimes } from "../../analysis/time-stages.ts";

/** The slowest rules first. */
export function printStats(times: StageTimes, files: number): string {
  const own = rulesTime(times);
  const rows: [string, number][] = [
    ["parse", times.parse],
    ["types and programs", times.compile],
    ["facts", times.facts],
    [`${times.rules.length} rules`, own],
    ["witnesses and claims", times.witnesses],
  ];
  const rules = times.rules.toSorted((a, b) => b.time - a.time).map(({ code, name, time }) => `  ${show(time)}  ${code} ${name}`);
  const ratio = ((times.facts + own) / times.parse).toFixed(2);
  const lines = [
    `time in ms, ${files} file${files === 1 ? "" : "s"}, median of ${times.rounds} rounds`,
    ...rows.map(([name, time]) => `  ${show(time)}  ${name}`),
    `facts and rules take ${ratio} times as long as parsing`,
    ...rules,
  ];
  return `${lines.join("\n")}\n`;
}

const show = (time: number) => time.toFixed(time < 10 ? 3 : 1).padStart(9);

const rulesTime = ({ rules }: StageTimes) => rules.reduce((sum, { time }) => sum + time, 0);

/** Milliseconds. */
export function statsObject(times: StageTimes) {
  const round = (time: number) => Number(time.toFixed(4));
  return {
    rounds: times.rounds,
    parse: round(times.parse),
    compile: round(times.compile),
    facts: round(times.facts),
    rules: round(rulesTime(times)),
    witnesses: round(times.witnesses),
    perRule: times.rules.map(({ code, name, time }) => ({ code, rule: name, time: round(time) })),
  };
}
