// How a rule is set in `telos.json`, as Markdown for its page.

import type { Pattern } from "./pattern.ts";
import { familyOf } from "./registry.generated.ts";

export function describeConfiguration({ name, severity, preview, thresholds = {} }: Pattern): string {
  const numbers = Object.entries(thresholds).map(([key, own]) => `"${key}": ${own.default}`);
  const set = numbers.length === 0 ? `"${severity}"` : `{ "severity": "${severity}", "thresholds": { ${numbers.join(", ")} } }`;
  const usual = preview === true ? "it is off unless it is set, or `preview` is true" : "this is the default";
  return `In \`telos.json\` (${usual}; \`"off"\` switches it off; its group is \`${familyOf[name]}\`):\n\n\`\`\`json\n{ "rules": { "${name}": ${set} } }\n\`\`\``;
}
