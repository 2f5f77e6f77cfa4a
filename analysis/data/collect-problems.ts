// Gathers problems of one file so that a fault on every line is told a few times and then counted. It must not know formats.
import type { DataProblem } from "./data-file.ts";

const SHOWN = 5;

export interface Problems {
  /** `kind` says which problems are the same one over and over. */
  add(kind: string, problem: Omit<DataProblem, "file">): void;
  /** In order of lines, with a count of what is not shown. */
  list(): DataProblem[];
}

export function collectProblems(file: string): Problems {
  const kinds = new Map<string, DataProblem[]>();
  return {
    add(kind, problem) {
      const known = kinds.get(kind) ?? [];
      known.push({ file, ...problem });
      kinds.set(kind, known);
    },
    list() {
      return [...kinds.values()].flatMap(shorten).sort((a, b) => a.line - b.line || (a.column ?? 0) - (b.column ?? 0));
    },
  };
}

function shorten(problems: DataProblem[]): DataProblem[] {
  if (problems.length <= SHOWN + 1) return problems;
  const shown = problems.slice(0, SHOWN);
  const next = problems[SHOWN]!;
  const rest = problems.length - SHOWN;
  return [...shown, { file: next.file, line: next.line, message: `The same on ${rest} more records, here and below.` }];
}
