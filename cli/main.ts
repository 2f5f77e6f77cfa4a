// `telos`: the same answers as in the editor, on a terminal. It must not know how anything is computed.

import { nearest } from "../compiler/elaborate/suggest.ts";
import { type Command, exit, type Output } from "./command.ts";
import { checkCommand } from "./commands/check.ts";
import { compileCommand } from "./commands/compile.ts";
import { explainCommand } from "./commands/explain.ts";
import { formatCommand } from "./commands/format.ts";
import { initCommand } from "./commands/init.ts";
import { lspCommand } from "./commands/lsp.ts";
import { runCommand } from "./commands/run.ts";
import { testCommand } from "./commands/test.ts";

export const commands: readonly Command[] = [
  checkCommand,
  formatCommand,
  compileCommand,
  runCommand,
  testCommand,
  explainCommand,
  initCommand,
  lspCommand,
];

const later = new Map([
  ["search", "the search for exploits"],
  ["compare", "the comparison of two rewards"],
]);

export async function main(args: string[], io: Output): Promise<number> {
  const [name, ...rest] = args;
  if (name === undefined || name === "help" || name === "--help" || name === "-h") {
    io.out(help());
    return name === undefined ? exit.usage : exit.clean;
  }
  if (name === "--version") {
    io.out(`${TELOS_VERSION}\n`);
    return exit.clean;
  }
  const command = commands.find((candidate) => candidate.name === name);
  if (command === undefined) {
    const close = nearest(
      name,
      commands.map((candidate) => candidate.name),
    );
    const what = later.has(name)
      ? `'telos ${name}', ${later.get(name)}, is not part of this version yet.`
      : `There is no command '${name}'.${close ? ` Did you mean '${close}'?` : ""}`;
    io.error(`telos: ${what}\n\n${help()}`);
    return exit.usage;
  }
  if (rest.includes("--help") || rest.includes("-h")) {
    io.out(`${command.summary}\n\nUsage: telos ${command.usage}\n`);
    return exit.clean;
  }
  return command.run(rest, io);
}

function help(): string {
  const rows = commands.map((command) => `  telos ${command.usage}\n      ${command.summary}`);
  return `Telos: rewards that pay for what you mean.\n\n${rows.join("\n")}\n\nExit codes: 0 clean · 1 findings or failed tests · 2 wrong usage, wrong settings or an unreadable file\n`;
}
