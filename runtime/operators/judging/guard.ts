// Whether a text has content a judge may be asked about: record and value.
import { TRUTH } from "../../interval.ts";
import type { Operator } from "../operator.ts";

/** Letters, digits and their marks in lower case; white space, punctuation, symbols and invisible characters are left out. */
export function contentOf(text: string): string {
  return text.replace(/[^\p{L}\p{N}\p{M}]/gu, "").toLowerCase();
}

/** 1 where there is enough content and it is none of those denied; NaN for a missing text. */
export function guard(text: string | null, minContent = 8, deny: ArrayLike<string | null> = []): number {
  if (text === null || Number.isNaN(minContent)) return Number.NaN;
  const content = contentOf(text);
  if (Array.from(content).length < minContent) return 0;
  for (let i = 0; i < deny.length; i++) {
    const denied = deny[i];
    if (denied === null) return Number.NaN;
    if (contentOf(denied) === content) return 0;
  }
  return 1;
}

/** Answers without content that judges were found to accept. */
const masterKeys = [
  ...[" ", ".", ",", ":", "Thought process:", "Let's solve this problem step by step.", "Solution"],
  ...["解", "かいせつ", "Respuesta"],
];

export const operator: Operator = {
  name: "guard",
  category: "judging",
  summary: "Whether a text says anything a judge may be asked about.",
  doc: "Keeps only letters, digits and their marks; false where fewer than `min_content` are left, or where they are, in any letter case, those of a denied text. The default list holds the *master keys*, openings and punctuation that language-model judges were found to accept as right answers. Ask the judge only where it is true, and pay the lowest score elsewhere: `if guard(answer) then score else 0`. Short right answers need a smaller `min_content`: `42` has 2. Prefixes of longer texts are not denied.",
  parameters: [
    { name: "text", type: "text", doc: "What the judge would read." },
    { name: "min_content", type: "count", default: 8, pure: true, doc: "Letters and digits it needs at the least." },
    { name: "deny", type: "texts", default: masterKeys, doc: "Texts that are never enough; left out, the known master keys." },
  ],
  result: "bool",
  unit: "none",
  elementwise: true,
  evaluate: guard,
  range: () => TRUTH,
  monotone: ["?", "-", "?"],
  examples: [
    ...masterKeys.map((key) => ({ expression: `guard(${JSON.stringify(key)})`, value: false })),
    { expression: 'guard("")', value: false },
    { expression: 'guard("The answer is 42.")', value: true },
    { expression: 'guard("  Thought process: ")', value: false },
    { expression: 'guard("42")', value: false },
    { expression: 'guard("42", min_content: 1)', value: true },
    { expression: 'guard("Solution", deny: ["none"])', value: true },
  ],
  source: "One Token to Fool LLM-as-a-Judge, 2025: master keys; dropping letter case and invisible characters is our own",
};
