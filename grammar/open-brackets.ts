// The brackets that are open in a declaration, in constant time however broken the file. It must not know tokens.

type Bracket = "(" | "[" | "{" | "world";

export interface OpenBrackets {
  readonly count: number;
  readonly braces: number;
  /** Braces that hold entries: scenarios, data, `with`. */
  readonly worlds: number;
  push(bracket: Bracket): void;
  /** Closes the nearest `(` or `[` that no brace stands before, if there is one near. */
  close(bracket: "(" | "["): void;
  /** Closes the nearest brace and whatever is open inside it. */
  closeBrace(): void;
  clear(): void;
}

/** How far down a partner is looked for: deeper nesting is an error anyway. */
const reach = 200;

export function trackBrackets(): OpenBrackets {
  const open: Bracket[] = [];
  let braces = 0;
  let worlds = 0;

  const pop = (): Bracket => {
    const bracket = open.pop()!;
    if (bracket === "{" || bracket === "world") braces--;
    if (bracket === "world") worlds--;
    return bracket;
  };

  return {
    get count() {
      return open.length;
    },
    get braces() {
      return braces;
    },
    get worlds() {
      return worlds;
    },
    push(bracket) {
      open.push(bracket);
      if (bracket === "{" || bracket === "world") braces++;
      if (bracket === "world") worlds++;
    },
    close(bracket) {
      const lowest = Math.max(0, open.length - reach);
      for (let i = open.length - 1; i >= lowest; i--) {
        if (open[i] === "{" || open[i] === "world") return;
        if (open[i] !== bracket) continue;
        open.length = i;
        return;
      }
    },
    closeBrace() {
      if (braces === 0) return;
      for (let closed = pop(); closed === "(" || closed === "["; ) closed = pop();
    },
    clear() {
      open.length = 0;
      braces = 0;
      worlds = 0;
    },
  };
}
