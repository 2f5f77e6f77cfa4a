// The reporters by name.
import { reportCard } from "./card/report.ts";
import { reportGithub } from "./github.ts";
import { reportJson } from "./json.ts";
import { reportJunit } from "./junit.ts";
import type { Reporter } from "./reporter.ts";
import { reportSarif } from "./sarif/report.ts";
import { reportText } from "./text.ts";

export const formats = ["text", "json", "sarif", "github", "junit", "card"] as const;

export const reporters: Record<(typeof formats)[number], Reporter> = {
  text: reportText,
  json: reportJson,
  sarif: reportSarif,
  github: reportGithub,
  junit: reportJunit,
  card: reportCard,
};
