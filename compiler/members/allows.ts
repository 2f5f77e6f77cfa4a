// `@allow(rule, "reason")`: what a designer has looked at and accepts. The reason is mandatory.
import type * as ast from "../../grammar/ast.ts";
import { changeTo, complain } from "../elaborate/complain.ts";
import { nearest } from "../elaborate/suggest.ts";
import type { Work } from "./reward-parts.ts";

export function readAllows(work: Work): void {
  readAnnotations(work.reward, work);
  for (const member of work.reward.members) {
    readAnnotations(member, work);
    if (member.kind === "signals") for (const entry of member.entries) readAnnotations(entry, work);
  }
}

function readAnnotations(declared: ast.Declared, { context, parts }: Work): void {
  for (const { name, rule, reason, start, end } of declared.annotations) {
    if (name.text === "") continue;
    if (name.text !== "allow") {
      complain(context, name, "M040", "unknown-annotation", `There is no annotation '@${name.text}'.`, {
        help: "The one annotation is '@allow(rule, \"reason\")'.",
        fixes: changeTo(name, nearest(name.text, ["allow"])),
      });
      continue;
    }
    // The name of the rule is missing: the syntax error says so.
    if (rule.text === "") continue;
    const why = reason?.value.trim() ?? "";
    if (why === "") {
      const message =
        "'@allow' needs a reason, so that the next reader knows why the finding is accepted. Without one it allows nothing.";
      complain(context, reason ?? rule, "M041", "allow-without-reason", message, {
        // What is paid does not depend on it, so the reward still runs while the reason is being written.
        severity: "warning",
        help: `Write it as the second argument: '@allow(${rule.text}, "why it is fine here")'.`,
      });
      continue;
    }
    parts.allows.push({ rule: rule.text, reason: why, source: [start, end], covers: [declared.start, declared.end] });
  }
}
