// The reporters by name.
import { reportGithub } from "./github.ts";
import { reportJson } from "./json.ts";
import type { Reporter } from "./reporter.ts";
import { reportSarif } from "./sarif.ts";
import { reportText } from "./text.ts";

export const reporters: Record<"text" | "json" | "sarif" | "github", Reporter> = {
  text: reportText,
  json: reportJson,
  sarif: reportSarif,
  github: reportGithub,
};
