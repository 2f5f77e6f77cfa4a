// `telos test`: expectations over scenarios, and claims about every episode.
import { judgeClaims } from "../../analysis/claims/judge.ts";
import type { Witness } from "../../compiler/diagnostics.ts";
import { positionAt } from "../../grammar/positions.ts";
import { runExpectations } from "../../runtime/expectations.ts";
import { type Command, exit, type Output, oneOf, readWords } from "../command.ts";
import { firstErrors } from "../errors.ts";
import { readSpec, type Spec } from "../files.ts";

interface Test {
  name: string;
  kind: "expect" | "prove";
  status: "passed" | "failed" | "open" | "error";
  message: string;
  /** Of a refuted claim. */
  witness?: Witness;
  file: string;
  line: number;
}

const formats = ["text", "json", "tap"] as const;

export const testCommand: Command = {
  name: "test",
  usage: "test FILE… [--format text|json|tap]",
  summary: "Run the expectations of specs and judge their claims.",
  run(args, io) {
    const words = readWords(args, { format: { type: "string" } });
    if (typeof words === "string") return fail(io, words);
    const format = oneOf(words.values.format, formats, "text");
    if (format === undefined) return fail(io, `--format is one of ${formats.join(", ")}.`);
    if (words.files.length === 0) return fail(io, "Name at least one .reward file.");
    const tests: Test[] = [];
    for (const path of words.files) {
      const spec = readSpec(path);
      if (typeof spec === "string") return fail(io, spec);
      if (spec.compilation.diagnostics.some((diagnostic) => diagnostic.severity === "error")) return fail(io, firstErrors(spec));
      tests.push(...testsOf(spec));
    }
    io.out(printers[format](tests));
    return tests.some((test) => test.status === "failed" || test.status === "error") ? exit.findings : exit.clean;
  },
};

function testsOf(spec: Spec): Test[] {
  const line = (offset: number) => positionAt(spec.starts, offset).line + 1;
  return spec.compilation.model.rewards.flatMap((reward) => {
    if (reward.program === undefined) return [];
    const expected = runExpectations(reward.program).map(
      (result): Test => ({
        name: result.name,
        kind: "expect",
        status: result.status,
        message: result.message,
        file: spec.path,
        line: line(result.source[0]),
      }),
    );
    const claims = judgeClaims(reward.program, spec.compilation.programs).map(
      ({ name, status, message, witness, source }): Test => ({
        name,
        kind: "prove",
        status: ({ proved: "passed", refuted: "failed", open: "open" } as const)[status],
        message,
        ...(witness === undefined ? {} : { witness }),
        file: spec.path,
        line: line(source[0]),
      }),
    );
    return [...expected, ...claims];
  });
}

const printers: Record<(typeof formats)[number], (tests: Test[]) => string> = {
  json: (tests) => `${JSON.stringify({ tests }, null, 2)}\n`,
  tap: (tests) =>
    `TAP version 14\n1..${tests.length}\n${tests.map((test, index) => `${test.status === "failed" || test.status === "error" ? "not ok" : "ok"} ${index + 1} - ${test.kind} ${test.name.replace(/#/g, "\\#")}${test.status === "open" ? " # TODO open" : ""}\n  # ${test.message}\n`).join("")}`,
  text(tests) {
    const marks = { passed: "✓", failed: "✗", error: "✗", open: "?" };
    const lines = tests.map(
      (test) => `${marks[test.status]} ${test.kind} ${test.name}\n    ${test.message}  (${test.file}:${test.line})\n`,
    );
    const count = (status: Test["status"]) => tests.filter((test) => test.status === status).length;
    const failed = count("failed") + count("error");
    return `${lines.join("")}${count("passed")} passed, ${failed} failed${count("open") > 0 ? `, ${count("open")} open` : ""}\n`;
  },
};

function fail(io: Output, message: string): number {
  io.error(`telos test: ${message}\n`);
  return exit.usage;
}
