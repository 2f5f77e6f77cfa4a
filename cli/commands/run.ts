// `telos run`: what a reward pays on a log, or without one on its data blocks and scenarios.
import { readEpisodes } from "../../analysis/data/read.ts";
import { evaluate } from "../../runtime/evaluate.ts";
import { foldLimits } from "../../runtime/limits.ts";
import type { DataSource, Program } from "../../runtime/program.ts";
import { shownEpisodes } from "../../runtime/scenario.ts";
import type { Episode } from "../../runtime/trajectory.ts";
import { type Command, exit, type Output, oneOf, readWords } from "../command.ts";
import { chooseMapping, collectData } from "../data.ts";
import { firstErrors } from "../errors.ts";
import { readBytes, readSpec } from "../files.ts";
import { printRun } from "../reporters/run-text.ts";

const formats = ["text", "json"] as const;

export const runCommand: Command = {
  name: "run",
  usage: "run FILE [--reward NAME] [--data LOG] [--map BLOCK] [--format text|json]",
  summary: "Show what a reward pays, per episode and term.",
  async run(args, io) {
    const words = readWords(args, {
      reward: { type: "string" },
      data: { type: "string", multiple: false },
      map: { type: "string" },
      format: { type: "string" },
    });
    if (typeof words === "string") return fail(io, words);
    const format = oneOf(words.values.format, formats, "text");
    if (format === undefined) return fail(io, `--format is one of ${formats.join(", ")}.`);
    if (words.files.length !== 1) return fail(io, "Name one .reward file.");
    const spec = readSpec(words.files[0]!);
    if (typeof spec === "string") return fail(io, spec);
    const { reward, data, map } = words.values;
    const program = spec.compilation.programs.find((candidate) => reward === undefined || candidate.name === reward);
    if (program === undefined) return fail(io, firstErrors(spec));
    const found =
      data === undefined
        ? await ownEpisodes(program, spec.path)
        : logEpisodes(program, String(data), map === undefined ? undefined : String(map));
    if (typeof found === "string") return fail(io, found);
    for (const problem of found.problems) io.error(`${problem}\n`);
    if (found.episodes.length === 0 && found.problems.length === 0)
      io.error(`telos run: ${spec.path} has no scenario and no data; add a scenario or name a log with --data.\n`);
    const results = evaluate(program, found.episodes);
    const limits = foldLimits(program, results);
    io.out(
      format === "json"
        ? `${JSON.stringify({ reward: program.name, ...(limits.length === 0 ? {} : { limits }), episodes: results }, null, 1)}\n`
        : printRun(program, found.episodes, results, limits),
    );
    return found.problems.length > 0 ? exit.findings : exit.clean;
  },
};

export interface Found {
  episodes: Episode[];
  problems: string[];
}

function logEpisodes(program: Program, path: string, map: string | undefined): Found | string {
  const bytes = readBytes(path);
  if (typeof bytes === "string") return bytes;
  const mapping = chooseMapping(program, path, bytes, map);
  if (typeof mapping === "string") return mapping;
  return read(program, [{ name: path, bytes }], mapping);
}

async function ownEpisodes(program: Program, specPath: string): Promise<Found> {
  const found: Found = { episodes: shownEpisodes(program), problems: [] };
  for (const data of program.data) {
    const files = await collectData(data, specPath);
    if (typeof files === "string") found.problems.push(`data ${data.name}: ${files}`);
    else {
      const more = read(program, files, data);
      found.episodes.push(...more.episodes);
      found.problems.push(...more.problems);
    }
  }
  return found;
}

function read(program: Program, files: { name: string; bytes: Uint8Array }[], data: DataSource | undefined): Found {
  const { episodes, problems } = readEpisodes(files, program, data);
  const texts = problems.map(
    (problem) => `${problem.file}:${problem.line}${problem.column === undefined ? "" : `:${problem.column}`} ${problem.message}`,
  );
  return { episodes, problems: texts };
}

function fail(io: Output, message: string): number {
  io.error(`telos run: ${message}\n`);
  return exit.usage;
}
