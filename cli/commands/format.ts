// `telos format`: rewrites files in the one style, or tells which are not in it.
import { format } from "../../grammar/print.ts";
import { type Command, exit, readWords } from "../command.ts";
import { readSpec, writeText } from "../files.ts";

export const formatCommand: Command = {
  name: "format",
  usage: "format FILE… [--check]",
  summary: "Format specs in place; --check only tells.",
  run(args, io) {
    const words = readWords(args, { check: { type: "boolean" } });
    const problem = typeof words === "string" ? words : words.files.length === 0 ? "Name at least one .reward file." : undefined;
    if (typeof words === "string" || problem !== undefined) {
      io.error(`telos format: ${problem}\n`);
      return exit.usage;
    }
    let different = 0;
    for (const path of words.files) {
      const spec = readSpec(path);
      const text = typeof spec === "string" ? undefined : format(spec.text);
      if (typeof spec === "string" || text === undefined) {
        io.error(
          `telos format: ${typeof spec === "string" ? spec : `${path} has syntax errors and is left as it is; 'telos check ${path}' shows them.`}\n`,
        );
        return exit.usage;
      }
      if (text === spec.text) continue;
      different++;
      const failed = words.values.check ? undefined : writeText(path, text);
      if (failed !== undefined) {
        io.error(`telos format: ${failed}\n`);
        return exit.usage;
      }
      io.out(`${words.values.check ? "would format" : "formatted"} ${path}\n`);
    }
    return words.values.check && different > 0 ? exit.findings : exit.clean;
  },
};
