// What messages do to the page's state, and what of it survives.
import { expect, test } from "vitest";
import { compile } from "../../compiler/compilation.ts";
import type { EpisodeSet, ToPage } from "../../webview/protocol.ts";
import { keep, receive, restore, type View } from "../../webview/state.ts";

const text = (weight: number) => `reward A {
  signal x : 0..1 from environment
  param p : 0..4 = 2
  objective o weight ${weight} = x * p
}`;
const sets: EpisodeSet[] = [
  { kind: "scenarios", name: "scenarios", episodes: [], problems: [] },
  { kind: "data", name: "log", episodes: [{ id: "a", steps: [{ x: 1 }] }], problems: [] },
];
const load = (version: number, weight = 1): ToPage => ({
  type: "load",
  version,
  uri: "file:///a",
  file: "a",
  program: compile(text(weight)).programs[0],
  sets,
});
const after = (view: View, message: ToPage): View => ({ ...view, ...receive(view, message) });

test("the first set with episodes is shown where none was chosen", () => {
  expect(after(restore(undefined), load(1)).set).toBe("data:log");
  expect(after(restore({ knobs: {}, set: "scenarios" }), load(1)).set).toBe("scenarios");
});

test("a broken spec keeps the last good one, a good one removes the banner, a late answer is dropped", () => {
  const good = after(restore(undefined), load(2));
  const broken = after(good, { type: "broken", version: 3, message: "no" });
  expect(broken.loaded).toBe(good.loaded);
  expect(after(broken, load(4)).broken).toBeUndefined();
  expect(receive(good, { type: "broken", version: 1, message: "late" })).toEqual({});
  expect(receive(good, load(1))).toEqual({});
});

test("knobs stay while they mean something", () => {
  const view = restore({ knobs: { weights: { o: 3, gone: 1 }, params: { p: 2.5 }, training: 0.5 } });
  expect(after(view, load(1)).knobs).toEqual({ weights: { o: 3 }, params: { p: 2.5 }, training: 0.5 });
  expect(after(view, load(1, 3)).knobs.weights).toEqual({});
});

test("what is kept brings the page back", () => {
  const view: View = {
    ...after(restore(undefined), load(1)),
    episode: "a",
    step: 4,
    discounted: true,
    sort: { column: "return", descending: true },
  };
  const kept = keep(view);
  expect(kept).toMatchObject({ uri: "file:///a", reward: "A", set: "data:log", episode: "a", step: 4 });
  expect(keep(after(restore(structuredClone(kept)), load(1)))).toEqual(kept);
});
