// Small Markdown pieces. It must not know the language.

/** A fence in the language, which the editor colours. */
export function fence(text: string): string {
  return `\`\`\`reward\n${text.trimEnd()}\n\`\`\``;
}

/** Text as inline code, whatever back-ticks it holds. */
export function inlineCode(text: string): string {
  const ticks = "`".repeat(Math.max(0, ...[...text.matchAll(/`+/g)].map((run) => run[0].length)) + 1);
  const gap = text.startsWith("`") || text.endsWith("`") ? " " : "";
  return `${ticks}${gap}${text}${gap}${ticks}`;
}

/** A table cell: one line, no bars. */
export function cell(text: string): string {
  return text.replace(/\s+/g, " ").replaceAll("|", "\\|");
}

/** Blocks with an empty line between them, empty ones left out. */
export function blocks(...parts: (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== "").join("\n\n");
}
