// Text → tree → programs → findings: milliseconds of each stage, warm, for specs of three sizes. And the first of all, cold.
import { check } from "../analysis/check.ts";
import { compile } from "../compiler/compilation.ts";
import { parse } from "../grammar/parser.ts";
import { generateSpec } from "./generate-spec.ts";

const SIZES = [100, 1_000, 10_000];

function milliseconds(run: () => unknown): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}

const cold = milliseconds(() => check(compile(generateSpec(100))));
console.log(`first check of 100 lines, cold: ${cold.toFixed(1)} ms\n`);
console.log("| lines | parse median (min) | + types and programs | + hackable patterns | parse lines/s |");
console.log("|---|---|---|---|---|");
for (const size of SIZES) {
  const text = generateSpec(size);
  const lines = text.split("\n").length;
  const rounds = Math.max(5, Math.round(20_000 / size));
  const stages = {
    parse: () => parse(text),
    compile: () => compile(text).programs,
    check: () => check(compile(text)),
  };
  const samples: Record<keyof typeof stages, number[]> = { parse: [], compile: [], check: [] };
  for (let round = 0; round < rounds; round++) {
    for (const [name, run] of Object.entries(stages)) samples[name as keyof typeof stages].push(milliseconds(run));
  }
  const show = (values: number[]) => {
    const sorted = values.toSorted((a, b) => a - b);
    return { median: sorted[Math.floor(sorted.length / 2)]!, least: sorted[0]! };
  };
  const cell = ({ median, least }: { median: number; least: number }) => `${median.toFixed(2)} (${least.toFixed(2)})`;
  const parsed = show(samples.parse);
  const rate = Math.round((lines / parsed.least) * 1000).toLocaleString("en");
  console.log(`| ${lines} | ${cell(parsed)} | ${cell(show(samples.compile))} | ${cell(show(samples.check))} | ${rate} |`);
}
