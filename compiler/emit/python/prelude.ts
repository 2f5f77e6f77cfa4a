// The functions that stand for what JavaScript has and Python has not, each with those it uses. It must not know programs.
import { NUMBERS } from "./prelude-numbers.ts";
import { VALUES } from "./prelude-values.ts";

/** Text of each, by name. */
export const preludeTexts: ReadonlyMap<string, string> = new Map(
  `${NUMBERS}${VALUES}`
    .split(/\n\n(?=\S)/)
    .map((text) => text.trim())
    .map((text) => [/^(?:def )?(\w+)/.exec(text)?.[1] ?? "", text]),
);

/** Always there, at the top. */
export const ALWAYS = ['_NAN = float("nan")', '_INF = float("inf")'];

/** The texts of all that are named or mentioned, in the order of the prelude. */
export function preludeFor(names: Iterable<string>, texts: Iterable<string>): string[] {
  const needed = new Set<string>();
  const mention = (text: string) => {
    for (const [name] of text.matchAll(/\b_[a-zA-Z]\w*/g)) add(name);
  };
  const add = (name: string) => {
    const text = preludeTexts.get(name);
    if (text === undefined || needed.has(name)) return;
    needed.add(name);
    mention(text);
  };
  for (const name of names) add(name);
  for (const text of texts) mention(text);
  return [...preludeTexts].flatMap(([name, text]) => (needed.has(name) ? [text] : []));
}
