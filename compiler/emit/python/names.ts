// What variables are called in Python: snake_case, never a word of Python's nor one that hides another that is read.
// It must not know where they are printed.
import type { Resolved } from "./resolve.ts";
import type { Binding } from "./tree.ts";

const WORDS = (
  "False None True and as assert async await break class continue def del elif else except finally for from global if import in " +
  "is lambda nonlocal not or pass raise return try while with yield match case type " +
  "abs all any bool dict enumerate float int isinstance len list map max min next open print range reversed round set sorted str " +
  "sum super tuple zip filter slice input id hash iter object repr vars format ord chr pow divmod bytes complex eval exec " +
  "math re json sys functools unicodedata self __name__ __doc__ __file__"
).split(" ");

/** `runningMax` → `running_max`; names that are like none of JavaScript's stay. */
export const snakeCase = (name: string): string =>
  name
    .replace(/([a-z0-9])([A-Z])/g, "$1_$2")
    .replace(/([A-Z])([A-Z][a-z])/g, "$1_$2")
    .toLowerCase()
    .replaceAll("$", "_");

/** Functions first, so that `score` and the others keep their names; `taken` are the names of the prelude. */
export function giveNames({ bindings, functions }: Resolved, taken: Iterable<string>): void {
  const reserved = new Set([...WORDS, ...taken]);
  const used = new Set(reserved);
  const isShown = ({ name, callee }: Binding) => callee?.exported === true || name === "terms" || name === "params";
  for (const binding of [...bindings.filter(isShown), ...bindings.filter((each) => !isShown(each))]) {
    binding.python = free(binding.name, used);
    used.add(binding.python);
  }
  for (const { own, reads } of functions) {
    const outside = new Set([...reserved, ...[...reads].map(({ python }) => python)]);
    const meanings = new Map<string, string>();
    for (const { binding, visible } of own) {
      const hidden = new Set(outside);
      for (const { python } of visible) hidden.add(python);
      for (const [python, name] of meanings) if (name !== binding.name) hidden.add(python);
      binding.python = free(binding.name, hidden);
      meanings.set(binding.python, binding.name);
    }
  }
}

function free(name: string, taken: ReadonlySet<string>): string {
  let found = /^[A-Z]+$/.test(name) ? name : snakeCase(name);
  while (taken.has(found)) found += "_";
  return found;
}
