// A pattern whose holes are filled at run time. It must not know programs; its source text is printed into generated code.

/** The regular expression with each part, found as it stands, between two pieces; null where one is missing or all is too large. */
export function fillPattern(pieces: readonly string[], flags: string, parts: readonly (string | null)[]): RegExp | null {
  let source = pieces[0];
  for (let i = 0; i < parts.length; i++) {
    const part = parts[i];
    if (part === null) return null;
    const literal = part.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
    // Python takes all four for the same letter where case does not matter.
    const variants = flags.includes("i") ? literal.replace(/[iI\u0130\u0131]/g, "[i\u0130\u0131]") : literal;
    source += `(?:${variants})${pieces[i + 1]}`;
  }
  try {
    return new RegExp(source, flags);
  } catch {
    return null;
  }
}
