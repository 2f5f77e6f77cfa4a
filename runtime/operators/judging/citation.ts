// How well an answer is backed by what it cites: record and value.
import { TRUTH } from "../../interval.ts";
import type { Operator } from "../operator.ts";
import { f1Of } from "./critique-sim.ts";

/** Precision, recall or F1 of citations; NaN for counts that do not fit, and where nothing needs a citation. */
export function citation(cited: number, supported: number, needed: number, which = "f1"): number {
  if (!(supported >= 0 && supported <= cited && needed > 0 && cited < Number.POSITIVE_INFINITY)) return Number.NaN;
  const precision = cited === 0 ? 0 : supported / cited;
  const recall = Math.min(1, supported / needed);
  return which === "precision" ? precision : which === "recall" ? recall : f1Of(precision, recall);
}

export const operator: Operator = {
  name: "citation",
  category: "judging",
  summary: "How well an answer is backed by what it cites: F1, precision or recall.",
  doc: "Precision is `supported/cited`, 0 where nothing is cited; recall is `supported/needed`, at most 1; F1 is their harmonic mean. Where nothing needs a citation, or more is supported than cited, it is missing. Precision alone is played by citing the one safe source, recall alone by citing everything.",
  parameters: [
    { name: "cited", type: "number", doc: "Citations given." },
    { name: "supported", type: "number", doc: "Citations that do support what they stand by." },
    { name: "needed", type: "number", doc: "Statements that need a citation." },
    {
      name: "which",
      type: "option",
      default: "f1",
      options: ["f1", "precision", "recall"],
      constant: true,
      doc: "What is given.",
    },
  ],
  result: "number",
  unit: "ratio",
  elementwise: true,
  evaluate: citation,
  range: () => TRUTH,
  monotone: ["-", "+", "-"],
  examples: [
    { expression: 'citation(4, 3, 6, which: "precision")', value: 0.75 },
    { expression: 'citation(4, 3, 6, which: "recall")', value: 0.5 },
    { expression: "citation(4, 3, 6)", value: 0.6, tolerance: 1e-12 },
    { expression: "citation(0, 0, 6)", value: 0 },
  ],
  source: "RAG-RewardBench, 2024 (citation); the cap on recall is our own",
};
