// The words that name types and the times at which values exist. Data only.
import type { WordDoc } from "./word.ts";

export const typeWords: readonly WordDoc[] = [
  { word: "bool", form: "bool", text: "True or false; 1 or 0 where a number is needed." },
  {
    word: "number",
    form: "number [in A..B]",
    text: "Any finite number. A range makes proofs possible and lets the run time refuse what lies outside.",
    snippet: "number",
  },
  { word: "count", form: "count", text: "A whole number, 0 or more." },
  {
    word: "text",
    form: "text [in 0..N [char]]",
    text: "A text. A bounded length makes proofs and the search for exploits possible.",
  },
  {
    word: "vector",
    form: "vector(N) [unit] [in A..B]",
    text: "N numbers with components `.x .y .z .w` and `[i]` from 0. Operators apply to each component.",
    snippet: "vector(${1:3})",
  },
  { word: "bools", form: "bools(N)", text: "N conditions, for example one for each foot.", snippet: "bools(${1:4})" },
  { word: "list", form: "list of TYPE", text: "Any number of values of one type.", snippet: "list of ${1:number}" },
  {
    word: "one",
    form: 'one of "A" | "B"',
    text: "One of a few texts. `match` must cover them all.",
    snippet: 'one of "${1:a}" | "${2:b}"',
  },
  {
    word: "quaternion",
    form: "quaternion(wxyz)",
    text: "A rotation; the order of the components is part of the type.",
    snippet: "quaternion(${1|wxyz,xyzw|})",
  },
  {
    word: "ensemble",
    form: "ensemble(N) of TYPE",
    text: "The same value from N models, for example reward models; aggregate it `over ensemble`.",
    snippet: "ensemble(${1:4}) of ${2:number}",
  },
];

export const timingWords: readonly WordDoc[] = [
  { word: "at start", form: "at start", text: "Fixed before the first step, such as a command or a prompt." },
  { word: "at end", form: "at end", text: "Known when the episode has ended, such as a verdict." },
  {
    word: "per step",
    form: "per step",
    text: "A new value on every step. This is the default where a reward speaks of steps at all.",
  },
  { word: "per group", form: "per group", text: "Known when all samples of the prompt have ended." },
];
