// The words that begin a declaration of a file. Data only.
import type { WordDoc } from "./word.ts";

export const fileWords: readonly WordDoc[] = [
  {
    word: "language",
    form: "language 1",
    text: "The version of the language the file is written in. Without it the current version is assumed; a newer one is an error.",
    snippet: "language 1",
  },
  {
    word: "use",
    form: 'use "FILE.reward"',
    text: "Makes the functions, units and signal sets of another file visible here. The path is relative to this file.",
    snippet: 'use "$1"',
  },
  {
    word: "unit",
    form: "unit NAME [= VALUE]",
    text: "A new base unit, or, with a value, a multiple of a known one: `unit km = 1000 [m]`.",
    snippet: "unit ${1:name}",
  },
  {
    word: "fn",
    form: "fn NAME(PARAMETERS) = EXPRESSION",
    text: "A pure function. It is copied in where it is called and checked anew at each call, so one function serves any unit, text or list. It cannot call itself.",
    snippet: "fn ${1:name}(${2:x}) = ${3:x}",
  },
  {
    word: "signals",
    form: "signals NAME { NAME : TYPE … }",
    text: "A named set of signals that several rewards can include with `signals NAME`.",
    snippet: "signals ${1:Name} {\n  ${2:name} : ${3:number}\n}",
  },
  {
    word: "reward",
    form: "reward NAME [: RANGE] { … }",
    text: "One reward: what is observed, what is wanted, what is paid, and how the design is checked. The optional range is a contract on the return, which is proved or refuted.",
    snippet:
      "reward ${1:Name} {\n  signal ${2:correct} : bool from verifier\n\n  goal ${3:solved} = ${2:correct}\n\n  objective ${4:right} = ${2:correct}\n\n  scenario ${5:good} { ${2:correct} = true }\n  scenario ${6:bad} { ${2:correct} = false }\n  expect ${5:good} > ${6:bad}\n}",
  },
];
