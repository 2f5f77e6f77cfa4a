// Coalescing of changes over turns of the event loop.
import { expect, it } from "vitest";
import { createSchedule, turn } from "../../server/lsp/schedule.ts";

const settled = async () => {
  for (let i = 0; i < 20; i++) await turn();
};

it("runs once for a burst that spreads over turns of the event loop", async () => {
  const runs: string[] = [];
  const schedule = createSchedule((key) => runs.push(key));
  for (let i = 0; i < 5; i++) {
    schedule("a");
    await new Promise((resolve) => setImmediate(resolve));
  }
  expect(runs).toEqual([]);
  await settled();
  expect(runs).toEqual(["a"]);
});

it("runs for every document that changed, and again after a later change", async () => {
  const runs: string[] = [];
  const schedule = createSchedule((key) => runs.push(key));
  schedule("a");
  schedule("b");
  await settled();
  schedule("a");
  await settled();
  expect(runs).toEqual(["a", "b", "a"]);
});

it("takes up what changes while it runs", async () => {
  const runs: string[] = [];
  const schedule = createSchedule((key) => {
    runs.push(key);
    if (runs.length === 1) schedule(key);
  });
  schedule("a");
  await settled();
  expect(runs).toEqual(["a", "a"]);
});
