// `@allow(rule, "reason")`: what a designer has looked at and accepts. The reason is mandatory.
import type * as ast from "../../grammar/ast.ts";
import { complain } from "../elaborate/context.ts";
import type { Work } from "./reward-parts.ts";

export function readAllows(work: Work): void {
  readAnnotations(work.reward, work);
  for (const member of work.reward.members) {
    readAnnotations(member, work);
    if (member.kind === "signals") for (const entry of member.entries) readAnnotations(entry, work);
  }
}

function readAnnotations(declared: ast.Declared, work: Work): void {
  for (const annotation of declared.annotations) {
    if (annotation.name.text !== "allow") {
      complain(work.context, annotation.name, "M040", "unknown-annotation", `There is no annotation '@${annotation.name.text}'.`, { help: "The one annotation is '@allow(rule, \"reason\")'." });
      continue;
    }
    const reason = annotation.reason?.value.trim() ?? "";
    if (reason === "") {
      complain(work.context, annotation, "M041", "allow-without-reason", "'@allow' needs a reason, so that the next reader knows why the finding is accepted.", {
        help: "Write it as the second argument: '@allow(rule, \"why it is fine here\")'.",
      });
      continue;
    }
    if (annotation.rule.text === "") continue;
    work.parts.allows.push({
      rule: annotation.rule.text, reason,
      source: [annotation.start, annotation.end],
      covers: [declared.start, declared.end],
    });
  }
}
