// How a measure reproduces a number: a function from the inputs of an entry to what is expected. Only a type.
import type { Wanted } from "./numbers.ts";

// biome-ignore lint/suspicious/noExplicitAny: every entry has inputs of its own shape.
export type Measured = Readonly<Record<string, (inputs: Record<string, any>) => Wanted>>;
