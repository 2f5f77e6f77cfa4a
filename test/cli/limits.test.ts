// What `run` and `test` say of limits, assumptions and claims: JSON shapes that are a contract.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { scratch, telos } from "./run-telos.ts";

const { folder } = scratch();

const spec = `reward R {
  horizon 10 steps
  signal speed : 0..5
  signal fell : bool
  assume speed <= 3
  objective fast = speed
  limit falls = mean(any(fell) over steps) over episodes <= 0.4
  limit worth = mean(return) over episodes >= 10
  prove return in 0..30
  prove return <= 20
  prove mean(speed) over steps >= max(0, speed_gap)
  let speed_gap = mean(speed) over steps - 2
}
`;

const log = [
  { id: "one", steps: [{ speed: 1, fell: false }] },
  {
    id: "two",
    steps: [
      { speed: 2, fell: false },
      { speed: 4, fell: true },
      { speed: 5, fell: true },
    ],
  },
  { id: "bad", steps: [{ speed: null, fell: true }] },
];

it("run reports limits over the valid episodes, and the assumptions each breaks", async () => {
  writeFileSync(join(folder, "r.reward"), spec);
  writeFileSync(join(folder, "log.jsonl"), log.map((episode) => JSON.stringify(episode)).join("\n"));
  const args = ["run", join(folder, "r.reward"), "--data", join(folder, "log.jsonl")];
  const report = JSON.parse((await telos(...args, "--format", "json")).out);
  const worths = report.episodes.map(({ limits }: { limits: Record<string, number> }) => limits.worth);
  const mean = worths.reduce((sum: number, value: number) => sum + value, 0) / worths.length;
  expect(report.limits).toEqual([
    { name: "falls", value: 2 / 3, comparison: "<=", bound: 0.4, met: false },
    { name: "worth", value: mean, comparison: ">=", bound: 10, met: false },
  ]);
  expect(report.episodes.map(({ assumptions }: { assumptions: unknown }) => assumptions)).toEqual([
    [],
    [{ text: "speed <= 3", step: 1, count: 2 }],
    [],
  ]);
  const { out } = await telos(...args);
  expect(out).toContain("limit falls: 0.666667, <= 0.4 is asked: not met");
  expect(out).toContain("assume speed <= 3: does not hold in 1 of 3 episodes, such as episode two step 1");
});

it("without a valid episode a limit has no value", async () => {
  writeFileSync(join(folder, "r.reward"), spec);
  writeFileSync(join(folder, "none.jsonl"), "");
  const { out } = await telos("run", join(folder, "r.reward"), "--data", join(folder, "none.jsonl"), "--format", "json");
  expect(JSON.parse(out).limits[0]).toEqual({ name: "falls", value: null, comparison: "<=", bound: 0.4, met: null });
});

it("test says what became of each claim, with the witness of a refuted one", async () => {
  writeFileSync(join(folder, "r.reward"), spec);
  const { code, out } = await telos("test", join(folder, "r.reward"), "--format", "json");
  expect(code).toBe(1);
  const { tests } = JSON.parse(out);
  expect(tests.map(({ kind, status }: { kind: string; status: string }) => `${kind} ${status}`)).toEqual([
    "prove passed",
    "prove failed",
    "prove open",
  ]);
  expect(tests[1].witness).toMatchObject({ return: 30, explanation: expect.stringContaining("30") });
});
