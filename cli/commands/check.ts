// `telos check`: everything the editor would underline.
import { review } from "../../analysis/check.ts";
import { addTimes, type StageTimes, timeStages } from "../../analysis/time-stages.ts";
import { diskHost } from "../../server/spec-files.ts";
import { type Command, exit, type Output, oneOf, readWords } from "../command.ts";
import { readPiped, readSpec, readUsedSpecs, writeText } from "../files.ts";
import { findSpecs } from "../find-specs.ts";
import { fixesAsked, fixOptions, fixSpec, withGoodFixes } from "../fix-specs.ts";
import { formats, reporters } from "../reporters/index.ts";
import type { CheckedFile } from "../reporters/reporter.ts";
import { printStats, statsObject } from "../reporters/stats.ts";
import { summaryOf } from "../reporters/summary.ts";
import { type ChosenSettings, chooseSettings, settingsOptions } from "../settings.ts";

const options = {
  format: { type: "string" },
  output: { type: "string", short: "o" },
  "max-warnings": { type: "string" },
  "stdin-filename": { type: "string" },
  stats: { type: "boolean" },
  ...settingsOptions,
  ...fixOptions,
} as const;

/** Those that carry fixes, which are tried first. */
const withFixes: readonly string[] = ["json", "sarif"];

export const checkCommand: Command = {
  name: "check",
  usage: `check FILE|FOLDER|-… [--format ${formats.join("|")}] [--output FILE] [--max-warnings N] [--fix|--fix-unsafe] [--stats] [--config FILE|--no-config] [--stdin-filename PATH]`,
  summary: "Check types, units and hackable patterns.",
  run(args, io) {
    const words = readWords(args, options);
    if (typeof words === "string") return fail(io, words);
    const format = oneOf(words.values.format, formats, "text");
    if (format === undefined) return fail(io, `--format is one of ${formats.join(", ")}.`);
    const most = readLimit(words.values["max-warnings"]);
    if (most === undefined) return fail(io, "--max-warnings takes a whole number.");
    if (words.files.length === 0) return fail(io, "Name at least one .reward file, a folder, or - for what is piped in.");
    const settings = chooseSettings(words.values);
    if (typeof settings === "string") return fail(io, settings);
    const asked = fixesAsked(words.values);
    if (asked !== undefined && words.files.includes("-")) return fail(io, "What is piped in cannot be fixed: it has no file.");
    const piped = String(words.values["stdin-filename"] ?? "stdin.reward");
    const found = checkAll(words.files, { piped, settings, asked, io });
    if (typeof found === "string") return fail(io, found);
    const files = withFixes.includes(format) ? found.map((file) => withGoodFixes(file, settings.of(file.path))) : found;
    const times = words.values.stats === true ? timeAll(files, settings) : undefined;
    const isObject = times !== undefined && format === "json";
    const report = isObject ? withStats(reporters.json(files), times) : reporters[format](files);
    const failed = print(report, words.values.output, files, io);
    if (times !== undefined && !isObject) (format === "text" ? io.out : io.error)(printStats(times, files.length));
    if (failed !== undefined) return fail(io, failed);
    const broken = settings.problems();
    for (const problem of broken) io.error(problem);
    const all = files.flatMap((file) => file.diagnostics);
    const errors = all.filter((diagnostic) => diagnostic.severity === "error").length;
    const warnings = all.filter((diagnostic) => diagnostic.severity === "warning").length;
    if (broken.length > 0) return exit.usage;
    return errors > 0 || warnings > most ? exit.findings : exit.clean;
  },
};

interface Task {
  /** The name of what is piped in. */
  piped: string;
  settings: ChosenSettings;
  /** Which fixes are applied first. */
  asked: { unsafe: boolean } | undefined;
  io: Output;
}

/** Every file with what was found in it, or why they cannot all be read: a report that lacks files would look clean. */
function checkAll(words: readonly string[], { piped, settings, asked, io }: Task): CheckedFile[] | string {
  const paths = findSpecs(words);
  if (typeof paths === "string") return paths;
  const read = paths.map((path) => (path === "-" ? readPiped(piped, io) : readSpec(path)));
  const isWhole = read.every((spec) => typeof spec !== "string");
  const specs = read.map((spec) =>
    asked === undefined || !isWhole || typeof spec === "string" ? spec : fixSpec(spec, settings.of(spec.path), asked, io.error),
  );
  const problems = specs.filter((spec) => typeof spec === "string");
  if (problems.length > 0) return problems.join("\ntelos check: ");
  const files = specs
    .filter((spec) => typeof spec !== "string")
    .map((spec) => ({ ...spec, ...review(spec.compilation, settings.of(spec.path)) }));
  // What is wrong in a file that is used is told there; its warnings are its own affair.
  const used = readUsedSpecs(files).flatMap((spec): CheckedFile[] => {
    const diagnostics = review(spec.compilation, settings.of(spec.path)).diagnostics.filter(
      ({ severity }) => severity === "error",
    );
    return diagnostics.length === 0 ? [] : [{ ...spec, diagnostics, accepted: [], isUsed: true }];
  });
  return [...files, ...used];
}

function timeAll(files: readonly CheckedFile[], settings: ChosenSettings): StageTimes {
  const own = files.filter(({ isUsed }) => isUsed !== true);
  return addTimes(own.map(({ path, text }) => timeStages(text, diskHost(path.replaceAll("\\", "/")), settings.of(path))));
}

function withStats(report: string, times: StageTimes): string {
  return `${JSON.stringify({ ...JSON.parse(report), stats: statsObject(times) }, null, 2)}\n`;
}

/** To the terminal, or to a file with a line about it. */
function print(report: string, output: string | boolean | undefined, files: CheckedFile[], io: Output): string | undefined {
  if (output === undefined) {
    io.out(report);
    return undefined;
  }
  const failed = writeText(String(output), report);
  if (failed === undefined) io.out(`${summaryOf(files)}${output}\n`);
  return failed;
}

/** Infinite where it is not given; undefined where it is no whole number. */
function readLimit(value: string | boolean | undefined): number | undefined {
  if (value === undefined) return Number.POSITIVE_INFINITY;
  return /^\d+$/.test(String(value)) ? Number(value) : undefined;
}

function fail(io: Output, message: string): number {
  io.error(`telos check: ${message}\n`);
  return exit.usage;
}
