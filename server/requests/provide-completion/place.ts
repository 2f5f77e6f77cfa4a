// The kinds of places where something may be written. Data only.
import type { Token } from "../../syntax/tokens.ts";
import type { Head } from "./frames.ts";

export type Place =
  /** Nothing can be offered: a comment, a number, a name being made up. */
  | { kind: "nothing" }
  /** Where a declaration of the file may begin. */
  | { kind: "file" }
  /** Where a member of a reward may begin. */
  | { kind: "member" }
  /** An operand is wanted, of a call perhaps, and there after the name of an argument. */
  | { kind: "operand"; head: Head | undefined; call?: string; argument?: string; claim?: boolean }
  /** An operand stands before: what may go on. Unless brackets are open, a new declaration may also begin. */
  | { kind: "after-operand"; head: Head | undefined; open: boolean; branch?: "then" | "else" }
  /** After the name of a term, before its `=`. */
  | { kind: "words"; words: readonly string[] }
  | { kind: "type" }
  /** Inside the quotes of a `use`. */
  | { kind: "path" }
  /** After a type: timing, source, tags. */
  | { kind: "signal-tail" }
  | { kind: "signals-head" }
  | { kind: "source" }
  | { kind: "unit" }
  | { kind: "axis" }
  | { kind: "rule" }
  | { kind: "scenario-name" }
  /** The left side of an entry in a scenario, a `with` or a data block. */
  | { kind: "entry"; of: "scenario" | "data" }
  | { kind: "entry-value"; signal: string }
  | { kind: "pattern"; subject: string }
  | { kind: "member-of"; object: string }
  /** Inside the quotes of an argument that is one of a few texts. */
  | { kind: "option"; call: string; argument: string };

const openWords = new Set(
  "weight when starts from like by as within avoiding with at per over last if then else match and or not in matches for where".split(
    " ",
  ),
);

/** Whether an operand ends with `token`, so that an operator or a new declaration may follow. */
export function endsOperand(token: Token): boolean {
  switch (token.kind) {
    case "number":
    case "text":
      return true;
    case "symbol":
      return /^[)\]}?]$/.test(token.text);
    case "keyword":
      return false;
    default:
      return !openWords.has(token.text);
  }
}
