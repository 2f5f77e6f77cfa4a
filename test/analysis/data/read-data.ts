// What the tests of the readers share: a spec with a data block, and a log read through it.
import { type ReadResult, readEpisodes } from "../../../analysis/data/read.ts";
import { compile } from "../../../compiler/compilation.ts";
import type { Program } from "../../../runtime/program.ts";

const members = `
  horizon 10 steps
  signals from environment {
    x    : -5..5
    hit  : bool
    name : text?
  }
  signal won : bool at end from verifier
  objective far  = x
  objective goal = won
`;

export function programWith(data: string, own = members): Program {
  const compilation = compile(`reward Log {${own}${data}}`);
  const [program] = compilation.programs;
  if (program === undefined) throw new Error(compilation.diagnostics.map(({ message }) => message).join("\n"));
  return program;
}

export const byEpisode = programWith(`
  data log "*.csv" {
    episode = "ep"
    step    = "t"
    reward  = "r"
    terminated = "done"
  }`);

/** Reads one file through the first data block, or plainly where there is none. */
export function read(name: string, text: string, program: Program = byEpisode): ReadResult {
  return readEpisodes([{ name, text }], program, program.data[0]);
}

/** `file:line:column message`, without the column where there is none. */
export const told = ({ problems }: ReadResult): string[] =>
  problems.map(({ file, line, column, message }) => `${file}:${line}${column === undefined ? "" : `:${column}`} ${message}`);
