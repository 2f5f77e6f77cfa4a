// Logs → episodes. Whatever is wrong with a file is told with file, line and what to do; no number is ever made up.
// Which files a pattern means belongs to the callers.
import type { DataSource, Program } from "../../runtime/program.ts";
import type { Episode } from "../../runtime/trajectory.ts";
import { collectProblems } from "./collect-problems.ts";
import { type DataFile, type DataProblem, decodeText, noRecords, type Records } from "./data-file.ts";
import { readCsv } from "./read-csv.ts";
import { readJson } from "./read-json.ts";
import { readJsonl } from "./read-jsonl.ts";
import { readMapped } from "./read-mapped.ts";
import { readPlain } from "./read-plain.ts";

export interface ReadResult {
  episodes: Episode[];
  problems: DataProblem[];
}

/**
 * Reads CSV (by header), JSONL and JSON files. With a `data` block, columns are mapped and records grouped as it says; without one,
 * each record is an episode or a completion under the signals' own names. A file that cannot be read gives no episodes.
 */
export function readEpisodes(files: readonly DataFile[], program: Program, data?: DataSource): ReadResult {
  const results = files.map((file) => readFile(file, program, data));
  return {
    episodes: distinctIds(results.flatMap(({ episodes }) => episodes)),
    problems: results.flatMap(({ problems }) => problems),
  };
}

function readFile(file: DataFile, program: Program, data: DataSource | undefined): ReadResult {
  const found = readRecords(file);
  const problems = collectProblems(file.name);
  for (const { line, column, message } of found.problems) {
    problems.add(message.replace(/\d+/g, "#"), { line, message, ...(column === undefined ? {} : { column }) });
  }
  const episodes =
    data === undefined ? readPlain(file.name, found, program, problems) : readMapped(file.name, found, program, data, problems);
  return { episodes, problems: problems.list() };
}

function readRecords(file: DataFile): Records {
  const { name } = file;
  if (/\.(gz|zip|bz2|zst|parquet|h5|hdf5|npz|npy|pkl)$/i.test(name)) {
    const ending = name.slice(name.lastIndexOf("."));
    return noRecords(
      name,
      1,
      `Files of this kind (${ending}) cannot be read. Unpack or export it as CSV or JSONL (one JSON object per line).`,
    );
  }
  const decoded = decodeText(file);
  if ("problem" in decoded) return noRecords(name, 1, decoded.problem);
  const { text } = decoded;
  if (/\.(csv|tsv)$/i.test(name)) return readCsv(name, text);
  if (/\.(jsonl|ndjson)$/i.test(name)) return readJsonl(name, text);
  if (/\.json$/i.test(name)) return readJson(name, text);
  if (/^\s*\[/.test(text)) return readJson(name, text);
  return /^\s*\{/.test(text) ? readJsonl(name, text) : readCsv(name, text);
}

/** Two files may both have an episode 0: those get their file's name before it. */
function distinctIds(episodes: Episode[]): Episode[] {
  const counts = new Map<string, number>();
  for (const { id } of episodes) counts.set(id, (counts.get(id) ?? 0) + 1);
  return episodes.map((episode) => {
    const { id, origin } = episode;
    if (counts.get(id) === 1 || origin === undefined || !("file" in origin) || id.startsWith(`${origin.file}:`)) return episode;
    return { ...episode, id: `${origin.file}:${id}` };
  });
}
