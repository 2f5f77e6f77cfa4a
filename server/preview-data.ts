// One `data` block as episodes: files found, read within limits, and kept until they or the mapping change.
import { readFile } from "node:fs/promises";
import type { DataFile, DataProblem } from "../analysis/data/data-file.ts";
import { readEpisodes } from "../analysis/data/read.ts";
import type { DataSource, NodeId, Program } from "../runtime/program.ts";
import type { EpisodeSet } from "../webview/protocol.ts";
import { type FoundFile, findDataFiles } from "./data-files.ts";
import { MOST_BYTES, withinLimit } from "./preview-limits.ts";

/** A preview asks after every keystroke: the last few sets are kept, by what they were read from. */
const kept = new Map<string, EpisodeSet>();
const MOST_KEPT = 8;

/** Paths are relative to the spec's folder, or else to a folder of the workspace. Whatever cannot be read is among the problems. */
export async function readDataSet(
  uri: string,
  program: Program,
  data: DataSource,
  folders: readonly string[],
): Promise<EpisodeSet> {
  const found = await findDataFiles(data.glob, uri, folders);
  if (typeof found === "string") return { kind: "data", name: data.name, episodes: [], problems: [found] };
  const { files, problems } = withinSize(found);
  const key = JSON.stringify([files, mappingOf(program, data)]);
  const set = kept.get(key) ?? (await read(program, data, files, problems));
  kept.delete(key);
  kept.set(key, set);
  for (const oldest of [...kept.keys()].slice(0, -MOST_KEPT)) kept.delete(oldest);
  return set;
}

function withinSize(found: readonly FoundFile[]): { files: FoundFile[]; problems: string[] } {
  let bytes = 0;
  const files = found.filter((file) => {
    bytes += file.bytes;
    return bytes <= MOST_BYTES;
  });
  if (files.length === found.length) return { files, problems: [] };
  const left = found.slice(files.length).map(({ name }) => name);
  const names = left.length > 3 ? `${left.slice(0, 3).join(", ")} and ${left.length - 3} more` : left.join(", ");
  return {
    files,
    problems: [
      `Not read, because the preview takes ${MOST_BYTES / 2 ** 20} MiB of logs at most: ${names}. 'telos run' reads any size.`,
    ],
  };
}

async function read(
  program: Program,
  data: DataSource,
  found: readonly FoundFile[],
  problems: readonly string[],
): Promise<EpisodeSet> {
  const unread: string[] = [];
  const files: DataFile[] = [];
  for (const { path, name } of found) {
    try {
      files.push({ name, bytes: await readFile(path) });
    } catch (error) {
      unread.push(`${name} cannot be read: ${error instanceof Error ? error.message : error}.`);
    }
  }
  const result = readEpisodes(files, program, data);
  const limited = withinLimit(result.episodes);
  return {
    kind: "data",
    name: data.name,
    episodes: limited.episodes,
    problems: [...problems, ...unread, ...limited.problems, ...result.problems.map(problemText)],
  };
}

function problemText({ file, line, column, message }: DataProblem): string {
  return `${file}:${line}${column === undefined ? "" : `:${column}`}: ${message}`;
}

/** All that reading depends on, without positions in the text: an edit elsewhere reads nothing again. */
function mappingOf(program: Program, { source: _, ...data }: DataSource): unknown {
  const nodes: Record<NodeId, unknown> = {};
  const visit = (id: NodeId): void => {
    if (id in nodes) return;
    const { source: _, ...node } = program.nodes[id]!;
    nodes[id] = node;
    if ("args" in node) node.args.forEach(visit);
  };
  for (const id of [...Object.values(data.entries), ...Object.values(data.columns)]) visit(id);
  const tree = (id: NodeId): unknown => {
    const node = nodes[id] as { args?: NodeId[] };
    return node.args ? { ...node, args: node.args.map(tree) } : node;
  };
  const trees = (ids: Record<string, NodeId>) => Object.entries(ids).map(([name, id]) => [name, tree(id)]);
  return [
    { ...data, entries: trees(data.entries), columns: trees(data.columns as Record<string, NodeId>) },
    program.signals.map(({ source: _, doc: __, ...signal }) => signal),
    [program.oneShot, program.params],
  ];
}
