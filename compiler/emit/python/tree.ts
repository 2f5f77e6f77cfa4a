// The tree of the JavaScript that generated code is made of: no classes, no exceptions to speak of. It must not know Python.

/**
 * Whole numbers, which Python may keep as `int`; nothing, or either of them; truth values; anything else, in which every number
 * is a `float`.
 */
export type Kind = "whole" | "none" | "perhaps" | "truth" | "other";

/** A variable, parameter or function; `owner` is the function it belongs to, undefined for the module. */
export interface Binding {
  name: string;
  owner: FunctionNode | undefined;
  /** Of a function that is only ever called: its node. */
  callee?: FunctionNode;
  /** What all its values are, as far as that is known. */
  kind: Kind | undefined;
  /** What it is called in Python. */
  python: string;
}

export type Expression =
  | { t: "number"; value: number; text: string }
  | { t: "text"; value: string }
  | { t: "template"; pieces: string[]; parts: Expression[] }
  | { t: "regex"; source: string; flags: string }
  | { t: "name"; name: string; binding?: Binding }
  | { t: "array"; items: Expression[] }
  | { t: "object"; properties: Property[] }
  | { t: "unary"; op: string; of: Expression }
  | { t: "update"; op: "++" | "--"; prefix: boolean; of: Expression }
  | { t: "binary"; op: string; left: Expression; right: Expression }
  | { t: "assign"; op: string; left: Expression; right: Expression }
  | { t: "choice"; test: Expression; yes: Expression; no: Expression }
  | { t: "call"; of: Expression; args: Expression[] }
  | { t: "new"; name: string; args: Expression[] }
  /** `field` where it is one of a record's, however it is called. */
  | { t: "member"; of: Expression; name: string; optional: boolean; field?: boolean }
  | { t: "index"; of: Expression; index: Expression; optional: boolean }
  | { t: "spread"; of: Expression }
  | { t: "yield"; of: Expression }
  | { t: "function"; function: FunctionNode };

export interface Property {
  comments: string[];
  /** Undefined for `...value`. */
  key?: string;
  value: Expression;
}

/** What a value is taken apart into. */
export type Target =
  | { t: "name"; name: string; binding?: Binding }
  | { t: "list"; items: Target[] }
  | { t: "record"; fields: { key: string; to: Target; otherwise?: Expression }[] };

export interface Parameter {
  to: Target;
  otherwise?: Expression;
  rest: boolean;
}

export interface FunctionNode {
  name: string | undefined;
  /** The variable it is declared as. */
  binding?: Binding;
  parameters: Parameter[];
  /** One expression, or statements. */
  body: Expression | Statement[];
  generator: boolean;
  exported: boolean;
  /** It stands where a function is called for each index, so that these parameters are whole. */
  indexed: number[];
  /** What all its results are. */
  kind: Kind | undefined;
  /** Variables of functions round it that it assigns. */
  outer: Set<Binding>;
  /** Something is assigned in the expression it is. */
  assigns: boolean;
  /** Variables it reads that are not its own. */
  reads: Set<Binding>;
  /** Its own variables, each with those of the same function that can be seen where it is declared. */
  own: { binding: Binding; visible: readonly Binding[] }[];
}

export type Statement = { comments: string[] } & (
  | { s: "declare"; entries: { to: Target; value?: Expression }[]; exported: boolean }
  | { s: "expression"; of: Expression }
  | { s: "return"; of?: Expression }
  | { s: "if"; test: Expression; yes: Statement[]; no?: Statement[] }
  | { s: "for"; init?: Statement; test?: Expression; step?: Expression; body: Statement[] }
  | { s: "each"; to: Target; of: Expression; body: Statement[] }
  | { s: "while"; test: Expression; body: Statement[] }
  | { s: "switch"; of: Expression; cases: { test?: Expression; body: Statement[] }[] }
  | { s: "block"; body: Statement[] }
  | { s: "break" | "continue" | "nothing" }
  | { s: "throw"; of: Expression }
  | { s: "try"; body: Statement[]; handler: Statement[] }
  | { s: "function"; function: FunctionNode }
);

/** What the translator does not know: a fault of ours, found by the tests that translate everything there is. */
export function unknown(what: string): never {
  throw new Error(`no Python for ${what}`);
}
