// Declarations get their meaning on first use, each once; one that needs itself is refused.
import type * as ast from "../../grammar/ast.ts";
import type { Span } from "../../grammar/span.ts";
import { complain, fix, replace } from "../elaborate/complain.ts";
import type { Work } from "./reward-parts.ts";

/** Runs `compute` once and refuses to be used while it runs. */
export function once<T>(name: ast.Name, work: Work, compute: () => T | undefined): (use?: Span) => T | undefined {
  let state: "waiting" | "running" | "done" = "waiting";
  let value: T | undefined;
  return (use) => {
    if (state === "running") return refuse(name, use ?? name, work);
    if (state === "done") return value;
    state = "running";
    value = compute();
    state = "done";
    return value;
  };
}

function refuse(name: ast.Name, use: Span, { context }: Work): undefined {
  const isTrack = context.scope.values.get(name.text)?.definition.kind === "track";
  const previous = `prev(${name.text})`;
  return complain(context, use, "N017", "circular-definition", `'${name.text}' is defined by itself.`, {
    help: isTrack
      ? `Write '${previous}' for its value on the step before.`
      : "Only a 'track' may build on its own previous value, with prev(name).",
    related: [{ start: name.start, end: name.end, message: "defined here" }],
    fixes: isTrack && use !== name ? [fix(`Use '${previous}'`, replace(use, previous))] : [],
  });
}
