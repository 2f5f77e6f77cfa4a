// `telos init`: a commented starter spec with sample data and settings, in a folder of the user's choice.
import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { SETTINGS_NAME } from "../../server/settings-files.ts";
import { type Command, exit, readWords } from "../command.ts";
import { writeText } from "../files.ts";
import { starterData, starterSettings, starterSpec } from "../starter.ts";

export const initCommand: Command = {
  name: "init",
  usage: "init [DIR]",
  summary: "Write a commented starter spec with sample data, and settings.",
  run(args, io) {
    const words = readWords(args, {});
    if (typeof words === "string" || words.files.length > 1) {
      io.error(`telos init: ${typeof words === "string" ? words : "Name at most one folder."}\n`);
      return exit.usage;
    }
    const folder = words.files[0] ?? ".";
    const files = [
      [join(folder, "starter.reward"), starterSpec],
      [join(folder, "starter.jsonl"), starterData],
    ] as const;
    const taken = files.map(([path]) => path).find((path) => existsSync(path));
    if (taken !== undefined) {
      io.error(`telos init: ${taken} exists already and is left as it is.\n`);
      return exit.usage;
    }
    mkdirSync(folder, { recursive: true });
    // A project that has settings keeps them.
    const settings = [join(folder, SETTINGS_NAME), starterSettings] as const;
    for (const [path, text] of existsSync(settings[0]) ? files : [...files, settings]) {
      const failed = writeText(path, text);
      if (failed !== undefined) {
        io.error(`telos init: ${failed}\n`);
        return exit.usage;
      }
      io.out(`${path}\n`);
    }
    io.out(`\nNext: telos check ${files[0][0]} · telos run ${files[0][0]} · telos test ${files[0][0]}\n`);
    return exit.clean;
  },
};
