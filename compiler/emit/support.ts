// Picks the support functions a module needs, with everything they need in turn. It must not know who calls them.
import { type SupportEntry, support } from "./support.generated.ts";

/** Source texts of the named entries and all they use: types first, then functions, by name. */
export function supportTexts(names: Iterable<string>, typed: boolean): string[] {
  const needed = new Set<string>();
  const waiting = [...names];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    const entry = support[name];
    if (entry === undefined || needed.has(name)) continue;
    needed.add(name);
    waiting.push(...entry.uses);
  }
  const sorted = [...needed].sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
  return sorted.map((name) => (typed ? support[name].ts : javaScriptOf(support[name]))).filter((text) => text !== "");
}

/** Its text without the types; "" of a type that nobody outside sees. */
export function javaScriptOf({ kind, ts, types = [], js = "" }: SupportEntry): string {
  if (kind === "type") return js;
  let text = "";
  let at = 0;
  for (let i = 0; i < types.length; i += 2) {
    text += ts.slice(at, types[i]);
    at = types[i + 1];
  }
  return text + ts.slice(at);
}

const rank = (name: string): number => (support[name].kind === "type" ? 0 : 1);

/** Names of everything that would be declared. */
export function supportNames(names: Iterable<string>): string[] {
  const needed = new Set<string>();
  const waiting = [...names];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (support[name] === undefined || needed.has(name)) continue;
    needed.add(name);
    waiting.push(...support[name].uses);
  }
  return [...needed];
}

export const allSupportNames = (): string[] => Object.keys(support).filter((name) => support[name].kind === "value");
