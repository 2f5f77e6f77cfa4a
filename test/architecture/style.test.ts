// What keeps files small and self-explaining, as tests rather than as prose.
import { expect, test } from "vitest";
import { parts } from "./arrows.ts";
import { readModules } from "./modules.ts";

const modules = readModules([...Object.keys(parts), "scripts", "bench", "test"]).filter(
  ({ file }) => !/^test\/(fixtures|baselines)\/|^test\/stages\/.+\/typescript\.ts$/.test(file),
);
const product = modules.filter(({ file }) => Object.keys(parts).some((part) => file.startsWith(`${part}/`)));
const longest = 400;

const linesOf = (text: string) => text.split("\n").length - 1;
const firstLine = (text: string) => text.replace(/^#!.*\n/, "").split("\n", 1)[0];

test("the first line of every module says what it is", () => {
  const silent = modules.filter(({ text }) => !/^(\/\/|\/\*)\s*\S.{15,}/.test(firstLine(text)));
  expect(silent.map(({ file }) => file)).toEqual([]);
});

test(`no module is longer than ${longest} lines, unless its first line says why`, () => {
  const long = modules.filter(({ text }) => linesOf(text) > longest && !/\blong because\b/i.test(firstLine(text)));
  expect(long.map(({ file, text }) => `${file}: ${linesOf(text)} lines`)).toEqual([]);
});

test("the typical module fits on two screens", () => {
  const lengths = product.map(({ text }) => linesOf(text)).sort((a, b) => a - b);
  const median = lengths[Math.floor(lengths.length / 2)];
  console.log(`${lengths.length} modules, median ${median} lines, longest ${lengths.at(-1)}`);
  expect(median).toBeLessThan(80);
});

test("names of files are kebab-case, and none is a drawer for everything", () => {
  const odd = modules.filter(({ file }) => {
    const name = file.slice(file.lastIndexOf("/") + 1);
    return !/^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z]+)*\.m?ts$/.test(name) || /^(utils?|common|misc)\.m?ts$/.test(name);
  });
  expect(odd.map(({ file }) => file)).toEqual([]);
});

test("no class but the parser", () => {
  const classes = product.filter(({ text }) => /^\s*(export )?(default )?(abstract )?class \w/m.test(text));
  expect(classes.filter(({ file }) => !/^grammar\/([a-z]+-)?parser\.ts$/.test(file)).map(({ file }) => file)).toEqual([]);
});
