// A pattern built at run time: record. The compiler makes a pattern of it, so it has no value of its own here.
import type { Operator } from "../operator.ts";

export const operator: Operator = {
  name: "regex",
  category: "text",
  summary: "A regular expression put together from parts.",
  doc: 'For a pattern that depends on other values: `regex("^" + escape(answer) + r"\\s*$", "i")`. It stands wherever a pattern may stand. Every part that is not known beforehand must be wrapped in `escape(…)`, so that it is found as it stands and cannot change what the rest means; such a part stands outside `[…]`, and a repetition behind it needs a group: `regex("(?:" + escape(x) + ")+")`. Where such a part is missing, nothing can be said about a match. Where no pattern is wanted it is its text.',
  parameters: [
    { name: "text", type: "text", doc: "The regular expression: constant texts and `escape(…)`, joined by `+`." },
    { name: "flags", type: "text", default: "", constant: true, doc: "Any of `i m s u`, as behind a raw text." },
  ],
  result: "text",
  unit: "none",
  elementwise: false,
  rewritten: true,
  range: ([text]) => text!,
  monotone: ["?", "0"],
  examples: [
    { expression: '"so A.B" matches regex(escape("a.b") + "$", "i")', value: true },
    { expression: '"so AxB" matches regex(escape("a.b") + "$", "i")', value: false },
  ],
  source: "Python `re.compile` and `re.escape`",
};
