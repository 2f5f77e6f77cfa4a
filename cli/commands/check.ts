// `telos check`: everything the editor would underline.
import { review } from "../../analysis/check.ts";
import { type Command, exit, type Output, oneOf, readWords } from "../command.ts";
import { readPiped, readSpec, readUsedSpecs, writeText } from "../files.ts";
import { findSpecs } from "../find-specs.ts";
import { formats, reporters } from "../reporters/index.ts";
import type { CheckedFile } from "../reporters/reporter.ts";
import { summaryOf } from "../reporters/summary.ts";
import { type ChosenSettings, chooseSettings, settingsOptions } from "../settings.ts";

const options = {
  format: { type: "string" },
  output: { type: "string", short: "o" },
  "max-warnings": { type: "string" },
  "stdin-filename": { type: "string" },
  ...settingsOptions,
} as const;

export const checkCommand: Command = {
  name: "check",
  usage: `check FILE|FOLDER|-… [--format ${formats.join("|")}] [--output FILE] [--max-warnings N] [--config FILE|--no-config] [--stdin-filename PATH]`,
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
    const files = checkAll(words.files, String(words.values["stdin-filename"] ?? "stdin.reward"), settings, io);
    if (typeof files === "string") return fail(io, files);
    const failed = print(reporters[format](files), words.values.output, files, io);
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

/** Every file with what was found in it, or why they cannot all be read: a report that lacks files would look clean. */
function checkAll(words: readonly string[], piped: string, settings: ChosenSettings, io: Output): CheckedFile[] | string {
  const paths = findSpecs(words);
  if (typeof paths === "string") return paths;
  const specs = paths.map((path) => (path === "-" ? readPiped(piped, io) : readSpec(path)));
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
