// The typed model of a file: what every name and expression means. Made by bind/ and types/, read by lowering and the editor.
// It must not know the program or any editor.
import type * as ast from "../grammar/ast.ts";
import type { Span } from "../grammar/span.ts";
import type { Interval } from "../runtime/interval.ts";
import type { Program, Timing, Trust, ValueType } from "../runtime/program.ts";
import type { Unit } from "./types/units.ts";

export type DefinitionKind =
  | "reward"
  | "signal"
  | "param"
  | "let"
  | "track"
  | "goal"
  | "probe"
  | "fn"
  | "fn-param"
  | "element"
  | "objective"
  | "penalty"
  | "shaping"
  | "require"
  | "limit"
  | "sequence"
  | "scenario"
  | "data"
  | "unit"
  | "signal-set";

/** Where a definition declares its name. */
export function placeOf({ nameSpan: { start, end }, file }: Definition): Span & { file?: string } {
  return { start, end, ...(file === undefined ? {} : { file }) };
}

/** What is known of a value before it runs. */
export interface Info {
  type: ValueType;
  optional: boolean;
  timing: Timing;
  unit: Unit;
  /** The unit was written or follows from one; a bare literal takes its partner's. */
  unitFree: boolean;
  /** Of a number, or of each element; for a bool 0..1; for a text its length. */
  range: Interval;
  trust: Trust;
}

export interface Definition {
  kind: DefinitionKind;
  name: string;
  /** The path of the file it comes from; absent: this one. All its positions lie in that file. */
  file?: string;
  /** The declared name, for definition and rename. */
  nameSpan: Span;
  declaration: ast.Declaration | ast.Member | ast.FnParam | ast.Name;
  doc?: string;
  /** Absent for rewards, scenarios, data, units, functions. */
  info?: Info;
}

export interface Reference extends Span {
  definition: Definition;
}

export interface RewardModel {
  ast: ast.Reward;
  definition: Definition;
  /** Everything declared in the reward, in source order. */
  definitions: Definition[];
  /** What each expression means; absent where it could not be typed. */
  infos: Map<ast.Expression, Info>;
  /** Absent while there is an error. */
  program?: Program;
}

export interface Model {
  /** File-level definitions: rewards, fns, units, signal sets. */
  definitions: Definition[];
  /** Those that come from used files. */
  imported: Definition[];
  rewards: RewardModel[];
  /** Every use of a definition by name, declarations excluded. */
  references: Reference[];
  /** Calls of catalogue operators and uses of built-in values, by the span of their name. */
  operators: (Span & { operator: string })[];
  builtins: (Span & { builtin: string })[];
}
