// Values that are there without a declaration. Data only.
import type { WordDoc } from "./word.ts";

export const builtinWords: readonly WordDoc[] = [
  { word: "t", form: "t : count", text: "The index of the step, from 0." },
  { word: "time", form: "time [s]", text: "Seconds since the episode began: `t * dt`." },
  { word: "dt", form: "dt [s]", text: "The length of one step, as declared." },
  { word: "first", form: "first : bool", text: "Whether this is the first step." },
  { word: "ending", form: "ending : bool", text: "Whether this is the last step of the episode." },
  {
    word: "terminated",
    form: "terminated : bool",
    text: "Whether the episode ends on this step because an `ends` holds, or because the log says so.",
  },
  { word: "truncated", form: "truncated : bool", text: "Whether the episode stops on this step because the horizon is reached." },
  { word: "succeeded", form: "succeeded : bool", text: "Whether an `ends … as success` holds on this step." },
  { word: "failed", form: "failed : bool", text: "Whether an `ends … as failure` holds on this step." },
  { word: "training", form: "training : 0..1", text: "How far training has come, as the trainer says." },
  {
    word: "terms",
    form: "terms  ·  terms.NAME",
    text: "In `total`: the weighted, signed sum of the step's terms, or one of them.",
  },
  { word: "return", form: "return", text: "In `prove`: the undiscounted sum of what an episode pays, without shaping." },
  { word: "group_size", form: "group_size : count", text: "The number of samples drawn for the prompt." },
  { word: "pi", form: "pi", text: "3.14159…" },
  { word: "e", form: "e", text: "2.71828…" },
];

/** Axes that `over` knows. */
export const axisWords: readonly WordDoc[] = [
  { word: "steps", form: "over steps", text: "All steps of the episode: one value per episode." },
  { word: "group", form: "over group", text: "All samples of the prompt: one value per prompt." },
  { word: "ensemble", form: "over ensemble", text: "All members of the ensemble." },
  {
    word: "last",
    form: "over last N steps",
    text: "The latest steps only, a number of them or a duration.",
    snippet: "last ${1:10} steps",
  },
  { word: "episodes", form: "over episodes", text: "Many episodes; only in a `limit`." },
];
