// Which identifier stands for what in generated code. It must not know what the values mean.

/** Words that JavaScript reserves, and globals that generated code relies on. */
const TAKEN = (
  "arguments await break case catch class const continue debugger default delete do else enum eval export extends false " +
  "finally for function if implements import in instanceof interface let new null package private protected public return " +
  "static super switch this throw true try typeof var void while with yield async of undefined NaN Infinity " +
  "Array Boolean Date Error JSON Map Math Number Object RegExp Set String Symbol globalThis"
).split(" ");

export interface Names {
  /** A free identifier like `wanted`, now taken: itself, else with `suffix`, else numbered. */
  claim(wanted: string, suffix?: string): string;
}

/** Names not yet taken; `words` are those of the language, which a property may use. */
export function freshNames(reserved: Iterable<string>, words: readonly string[] = TAKEN): Names {
  const taken = new Set([...words, ...reserved]);
  return {
    claim(wanted, suffix) {
      let name = wanted;
      if (taken.has(name) && suffix) name = `${wanted}${suffix}`;
      for (let n = 2; taken.has(name); n++) name = `${wanted}${suffix ?? ""}${n}`;
      taken.add(name);
      return name;
    },
  };
}

/** `running_max` → `runningMax`, for names the printer makes up itself. */
export const camelCase = (text: string): string => text.replace(/_+([A-Za-z0-9])/g, (_, c: string) => c.toUpperCase());

/** A property name as written in an object or interface. Plain `__proto__` would set the prototype instead. */
export const propertyKey = (name: string): string => (name === "__proto__" ? `["${name}"]` : name);
