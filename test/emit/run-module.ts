// Runs generated modules in this process. It must not know how they were made.
import { transformSync } from "esbuild";
import type { Episode, EpisodeResult, Knobs } from "../../runtime/trajectory.ts";

export interface ScoreModule {
  score(episode: Episode | object, options?: Knobs & { onInvalid?: "report" | "throw" }): EpisodeResult;
  /** Only of a reward that compares the samples of a group. */
  scoreGroup?(episodes: (Episode | object)[], options?: Knobs & { onInvalid?: "report" | "throw" }): EpisodeResult[];
  params?: Record<string, number>;
  terms: readonly string[];
}

/** A self-contained JavaScript module; it must import nothing. */
export function runJavaScript(text: string): ScoreModule {
  const body = text.replace(/^export (?=const|function)/gm, "");
  const group = /^function scoreGroup\b/m.test(body) ? "scoreGroup, " : "";
  return new Function(
    `"use strict";\n${body}\nreturn { score, ${group}terms, params: typeof params === "undefined" ? undefined : params };`,
  )() as ScoreModule;
}

export function runTypeScript(text: string): ScoreModule {
  return runJavaScript(transformSync(text, { loader: "ts", target: "es2022" }).code);
}
