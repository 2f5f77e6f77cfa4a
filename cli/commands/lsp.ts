// `telos lsp --stdio`: the language server for any editor.
import { type Command, exit } from "../command.ts";

export const lspCommand: Command = {
  name: "lsp",
  usage: "lsp --stdio",
  summary: "Start the language server.",
  async run(args, io) {
    if (!args.includes("--stdio") && !args.some((arg) => arg === "--node-ipc" || arg.startsWith("--socket="))) {
      io.error("telos lsp: say how to talk to it: 'telos lsp --stdio'.\n");
      return exit.usage;
    }
    // Loaded only here: the other commands start faster without it.
    await import("../../server/node.ts");
    await new Promise(() => undefined);
    return exit.clean;
  },
};
