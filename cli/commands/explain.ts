// `telos explain`: looks up operators, rules, members, words, types, tags, units and the guide.
import { entryById, kindNames } from "../../server/reference/entries.ts";
import type { Entry } from "../../server/reference/entry.ts";
import { type Found, searchReference, suggestName } from "../../server/reference/search.ts";
import { type Command, exit } from "../command.ts";

export const explainCommand: Command = {
  name: "explain",
  usage: "explain WORDS…",
  summary: "Look up an operator, a hackable pattern, or any word of the language.",
  run(args, io) {
    const query = args.join(" ").trim();
    if (query === "") {
      io.error("telos explain: say what to look up: a name (tolerance, RH203, penalty) or words (length penalty).\n");
      return exit.usage;
    }
    const asked = entryById(query);
    const found = asked ? [{ entry: asked, exact: true }] : searchReference(query);
    if (found.length === 0) {
      const close = suggestName(query);
      io.error(`telos explain: nothing is found for '${query}'.${close ? ` Did you mean '${close}'?` : ""}\n`);
      return exit.usage;
    }
    io.out(found[0]!.exact || found.length === 1 ? pageWithOthers(found) : list(found));
    return exit.clean;
  },
};

/** The page of the first, and the names of those that are called the same. */
function pageWithOthers([first, ...rest]: Found[]): string {
  const others = rest.filter(({ exact }) => exact).map(({ entry }) => entry);
  const also = others.length === 0 ? "" : `\nAlso: ${others.map(({ id, kind }) => `${id} (${kindNames[kind]})`).join(", ")}\n`;
  return `${plain(first!.entry)}\n${also}`;
}

/** Links between pages lead nowhere on a terminal. */
const plain = ({ page }: Entry) =>
  page()
    .trimEnd()
    .replace(/\[([^\]]+)\]\((?!https?:)[^)]*\)/g, "$1");

function list(found: Found[]): string {
  const width = Math.min(28, Math.max(...found.map(({ entry }) => entry.name.length)));
  const lines = found.map(({ entry }) => `  ${entry.name.padEnd(width)}  ${entry.summary} (${kindNames[entry.kind]})`);
  return `${lines.join("\n")}\n\nRead one with 'telos explain NAME'.\n`;
}
