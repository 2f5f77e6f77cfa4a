// Large files take time in proportion. It must not measure machines: bounds are far above what is needed.
import { expect, test } from "vitest";
import { parse } from "../../grammar/parser.ts";
import { format } from "../../grammar/print.ts";
import { examples } from "./fixtures.ts";

const hundred = examples.map(([, text]) => text).join("\n");

function repeated(lines: number): string {
  const times = Math.ceil(lines / hundred.split("\n").length);
  return `${hundred}\n`.repeat(times);
}

function seconds(work: () => void): number {
  const start = performance.now();
  work();
  return (performance.now() - start) / 1000;
}

test("100,000 lines are parsed in seconds", () => {
  const text = repeated(100_000);
  let errors = -1;
  const taken = seconds(() => {
    errors = parse(text).errors.length;
  });
  expect(errors).toBe(0);
  expect(taken).toBeLessThan(25);
});

test("20,000 broken lines are read in seconds", () => {
  for (const line of [
    "let x = \n",
    "scenario s { a 3 ) b = \n",
    '" { ( [\n',
    "signal x : bool at foo bar\n",
    "@\n",
    "}\n",
    "/* x */ ) /// y\n",
  ]) {
    const taken = seconds(() => parse(`reward R {\n${line.repeat(20_000)}}\n`));
    expect(taken, line).toBeLessThan(25);
  }
});

test("brackets by the ten thousand are read in seconds", () => {
  const n = 60_000;
  for (const text of [
    "(".repeat(n) + "}".repeat(n),
    "{".repeat(n) + ")".repeat(n),
    "[".repeat(n) + ")".repeat(n),
    "({[".repeat(n),
    `{${"(".repeat(n)}\ntotal = 1`.repeat(3),
  ]) {
    expect(
      seconds(() => parse(`reward R {\n${text}`)),
      text.slice(0, 3),
    ).toBeLessThan(10);
    expect(
      seconds(() => parse(text)),
      text.slice(0, 3),
    ).toBeLessThan(10);
  }
});

test("10,000 lines are formatted in seconds", () => {
  const text = repeated(10_000);
  expect(seconds(() => expect(format(text)).toBeDefined())).toBeLessThan(20);
});
