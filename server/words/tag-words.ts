// The tags of a signal. Data only.
import type { WordDoc } from "./word.ts";

export const tagWords: readonly WordDoc[] = [
  {
    word: "repeatable",
    form: "repeatable",
    text: "The agent can make the event happen again, so paying for it each time pays for farming.",
  },
  { word: "latched", form: "latched", text: "True at most once in an episode." },
  { word: "passive", form: "passive", text: "It takes its good value when the agent does nothing." },
  { word: "direction", form: "direction up | down", text: "Which way is better.", snippet: "direction ${1|up,down|}" },
  {
    word: "family",
    form: 'family "NAME"',
    text: "Models that err together: agreeing members of one family are one opinion.",
    snippet: 'family "${1:name}"',
  },
  { word: "intrinsic", form: "intrinsic", text: "Made by the learner for itself, such as curiosity." },
  { word: "default", form: "default VALUE", text: "The value where a record has none.", snippet: "default ${1:0}" },
  {
    word: "writable by",
    form: "writable by policy",
    text: "The agent can write the value, whatever its source.",
    snippet: "writable by policy",
  },
  {
    word: "visible to",
    form: "visible to policy",
    text: "The agent can read the value while it acts, and so can aim at it.",
    snippet: "visible to policy",
  },
  { word: "hazard", form: "hazard", text: "Something that must not happen. Rules look for rewards that make it worth while." },
  {
    word: "capability",
    form: "capability N",
    text: "How capable the judge or model is, relative to others in the spec.",
    snippet: "capability ${1:1}",
  },
  {
    word: "kind",
    form: "kind bradley_terry | regression",
    text: "How a reward model was trained. Bradley–Terry scores mean nothing but differences within one prompt.",
    snippet: "kind ${1|bradley_terry,regression|}",
  },
  { word: "beneficiary", form: 'beneficiary "WHO"', text: "Who gains when the value rises.", snippet: 'beneficiary "${1:user}"' },
  {
    word: "measured by",
    form: 'measured by "BENCHMARK"',
    text: "The benchmark on which the model behind the value was measured.",
    snippet: 'measured by "${1:benchmark}"',
  },
  { word: "stochastic", form: "stochastic", text: "The same behaviour may give different values." },
  {
    word: "saturates",
    form: "saturates",
    text: "A sensor that clips: a finite value outside the range is clamped and counted, where it would otherwise count as missing.",
  },
  { word: "rate", form: "rate R", text: "The value changes by at most R in one step.", snippet: "rate ${1:1}" },
  { word: "varying", form: "varying NAME", text: "What the value varies with." },
];
