// What kind of values each variable and each result has: the greatest that all that flows into it allows. It must not know text.
import type { Flow } from "./scopes.ts";
import type { Expression, Kind } from "./tree.ts";

const TRUTHS = new Set(
  "includes some every has test startsWith endsWith isNaN isFinite isInteger isSafeInteger isArray hasOwn".split(" "),
);
const COMPARISONS = new Set(["===", "!==", "<", ">", "<=", ">=", "in"]);
/** Larger ones could meet in a sum that a double would round. */
const LARGEST = 1e6;

/** Settles the kinds of everything that anything flows into. */
export function inferKinds(flows: readonly Flow[]): void {
  for (let changed = true; changed; ) {
    changed = false;
    for (const { into, value, counts } of flows) {
      const kind = join(into.kind, counts ? "whole" : value === undefined ? "other" : kindOf(value));
      if (kind !== into.kind) changed = true;
      into.kind = kind;
    }
  }
}

function join(a: Kind | undefined, b: Kind | undefined): Kind | undefined {
  if (a === undefined || a === b) return b;
  if (b === undefined) return a;
  return COUNTS.has(a) && COUNTS.has(b) ? "perhaps" : "other";
}

const COUNTS: ReadonlySet<Kind> = new Set<Kind>(["whole", "none", "perhaps"]);

/** Kept as Python has it: no number in it needs to become a `float`. */
export const isKept = (kind: Kind | undefined): boolean => kind === "whole" || kind === "perhaps";

const bothWhole = (a: Kind | undefined, b: Kind | undefined): Kind | undefined =>
  a === undefined || b === undefined ? undefined : a === "whole" && b === "whole" ? "whole" : "other";

/** Undefined where nothing is known yet. */
export function kindOf(node: Expression): Kind | undefined {
  switch (node.t) {
    case "number":
      return /^(?:0x)?[0-9a-fA-F]+$/.test(node.text) && node.value < LARGEST ? "whole" : "other";
    case "name":
      if (node.name === "true" || node.name === "false") return "truth";
      if (node.binding === undefined && (node.name === "null" || node.name === "undefined")) return "none";
      return node.binding === undefined ? "other" : node.binding.kind;
    case "unary":
      if (node.op === "!") return "truth";
      return node.op === "-" && node.of.t === "number" && node.of.value !== 0 ? kindOf(node.of) : "other";
    case "binary":
      return kindOfBinary(node);
    case "update":
      return kindOf(node.of);
    case "assign":
      if (node.op === "=") return kindOf(node.right);
      return node.op === "+=" || node.op === "-=" ? bothWhole(kindOf(node.left), kindOf(node.right)) : "other";
    case "choice":
      return join(kindOf(node.yes), kindOf(node.no));
    case "member":
      return !node.field && (node.name === "length" || node.name === "size") ? "whole" : "other";
    case "call":
      return kindOfCall(node);
    default:
      return "other";
  }
}

function kindOfBinary({ op, left, right }: Expression & { t: "binary" }): Kind | undefined {
  if (COMPARISONS.has(op)) return "truth";
  if (op === "&&" || op === "||") return join(kindOf(left), kindOf(right)) === "truth" ? "truth" : "other";
  if (op === "+" || op === "-") return bothWhole(kindOf(left), kindOf(right));
  return op === "&" || op === ">>" ? "whole" : "other";
}

function kindOfCall({ of, args }: Expression & { t: "call" }): Kind | undefined {
  if (of.t === "name") return of.binding?.callee === undefined ? "other" : of.binding.callee.kind;
  if (of.t !== "member") return "other";
  if (TRUTHS.has(of.name)) return "truth";
  if (of.name === "indexOf" || of.name === "search") return "whole";
  const extreme = of.of.t === "name" && of.of.name === "Math" && (of.name === "min" || of.name === "max");
  return extreme && args.length === 2 ? args.map(kindOf).reduce(bothWhole) : "other";
}
