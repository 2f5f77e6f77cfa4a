// `telos check`: everything the editor would underline.
import { check } from "../../analysis/check.ts";
import { type Command, exit, oneOf, readWords } from "../command.ts";
import { readSpec, readUsedSpecs } from "../files.ts";
import { reporters } from "../reporters/index.ts";
import type { CheckedFile } from "../reporters/reporter.ts";

const formats = ["text", "json", "sarif", "github"] as const;

export const checkCommand: Command = {
  name: "check",
  usage: "check FILE… [--format text|json|sarif|github] [--max-warnings N]",
  summary: "Check types, units and hackable patterns.",
  run(args, io) {
    const words = readWords(args, { format: { type: "string" }, "max-warnings": { type: "string" } });
    if (typeof words === "string") return usage(io.error, words);
    const format = oneOf(words.values.format, formats, "text");
    if (format === undefined) return usage(io.error, `--format is one of ${formats.join(", ")}.`);
    const most = words.values["max-warnings"] === undefined ? Number.POSITIVE_INFINITY : Number(words.values["max-warnings"]);
    if (!(most >= 0)) return usage(io.error, "--max-warnings takes a number.");
    if (words.files.length === 0) return usage(io.error, "Name at least one .reward file.");
    const files: CheckedFile[] = [];
    for (const path of words.files) {
      const spec = readSpec(path);
      if (typeof spec === "string") return usage(io.error, spec);
      files.push({ ...spec, diagnostics: check(spec.compilation) });
    }
    // What is wrong in a file that is used is told there; its warnings are its own affair.
    for (const spec of readUsedSpecs(files)) {
      const diagnostics = check(spec.compilation).filter(({ severity }) => severity === "error");
      if (diagnostics.length > 0) files.push({ ...spec, diagnostics });
    }
    io.out(reporters[format](files));
    const all = files.flatMap((file) => file.diagnostics);
    const errors = all.filter((diagnostic) => diagnostic.severity === "error").length;
    const warnings = all.filter((diagnostic) => diagnostic.severity === "warning").length;
    return errors > 0 || warnings > most ? exit.findings : exit.clean;
  },
};

function usage(error: (text: string) => void, message: string): number {
  error(`telos check: ${message}\n`);
  return exit.usage;
}
