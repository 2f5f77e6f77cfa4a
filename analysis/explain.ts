// The page of a rule by its code or name: what to avoid, what to write instead, why, and who found out. It must not know terminals.
import { describeConfiguration } from "./patterns/configure.ts";
import { patternByName, patterns } from "./patterns/index.ts";
import { pages } from "./patterns/pages.generated.ts";
import type { Pattern } from "./patterns/pattern.ts";

export interface RulePage {
  code: string;
  name: string;
  summary: string;
  /** Markdown. */
  page: string;
}

/** The page of a rule; undefined where there is no such rule. `rule` is `RH203` or `compensable-constraint`, in any case. */
export function explain(rule: string): RulePage | undefined {
  const pattern = patternByName.get(rule.toUpperCase()) ?? patternByName.get(rule.toLowerCase());
  return pattern && pageOf(pattern);
}

/** All rules in order of their codes. */
export function listRules(): RulePage[] {
  return patterns.map(pageOf);
}

function pageOf(pattern: Pattern): RulePage {
  const { code, name, summary } = pattern;
  return { code, name, summary, page: `${pages[name] ?? ""}\n${describeConfiguration(pattern)}\n` };
}
