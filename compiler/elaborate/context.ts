// What an expression is elaborated in: the names it may use and where its nodes, meanings and complaints go.
import type * as ast from "../../grammar/ast.ts";
import type { Span } from "../../grammar/span.ts";
import type { Interval } from "../../runtime/interval.ts";
import type { Program } from "../../runtime/program.ts";
import type { Diagnostic } from "../diagnostics.ts";
import type { Definition, Info, Model } from "../model.ts";
import type { UnitScope } from "../types/units.ts";
import type { Builder } from "./builder.ts";
import type { Effort } from "./effort.ts";

/** A regular expression as it is written, or as `regex` puts it together: `parts` fill its holes. */
export interface RawPattern extends Span {
  value: string;
  flags: string;
  parts?: readonly Placed[];
  /** The file it stands in; absent: the one that is compiled. */
  file: string | undefined;
}

/** A value with its node. */
export interface Lowered {
  kind: "value";
  node: number;
  info: Info;
  /** It is the text of this regular expression, where a pattern is wanted. */
  raw?: RawPattern;
}
/** `a..b`, which only some places take. */
export interface LoweredRange {
  kind: "range";
  lo: Lowered;
  hi: Lowered;
}
export type Operand = Lowered | LoweredRange;

/** A value where it is written. */
export interface Placed {
  value: Lowered;
  span: Span;
}

/** A name that stands for a value. `lower` is called on use; undefined where the declaration has an error, reported there. */
export interface ValueBinding {
  definition: Definition;
  lower(use: Span): Operand | undefined;
  /** Its value as a part of a temporal formula, where that is another one: asked on every step. */
  lowerInFormula?(): Operand | undefined;
  /** Of a track: its value on the previous record. */
  lowerPrevious?(): Lowered | undefined;
  /** Of a sequence: what may follow its dot. Undefined where the declaration has an error, reported there. */
  lowerMember?(name: SequenceMember, use: Span): Lowered | undefined;
}

/** What a sequence shows. */
export const sequenceMembers = ["stage", "done", "failed", "progress"] as const;
export type SequenceMember = (typeof sequenceMembers)[number];

export interface FnBinding {
  definition: Definition;
  ast: ast.Fn;
  /** It has no syntax error; with one it is read as far as it goes, but what uses it cannot be computed. */
  isWhole: boolean;
  /** It calls itself, or unfolds into too much; reported once, so that its calls are silent. */
  unusable?: "recursive" | "too large";
  /** What its body may name. */
  home: FileScope;
}

export interface SetBinding {
  definition: Definition;
  ast: ast.SignalSet;
  /** It has no syntax error. */
  isWhole: boolean;
  /** What its entries may name. */
  home: FileScope;
}

/** Where an expression stands, as far as that decides what it may name. A function that is inlined stands where it is called. */
export type Place = "file" | "function" | "reward" | "setting" | "total" | "expect" | "scenario" | "data";

export interface RewardScope {
  values: Map<string, ValueBinding>;
  terms: Map<string, Definition>;
  /** Scenarios and data blocks. */
  worlds: Map<string, Definition>;
}

/** What the declarations of a file offer to every reward in it. */
export interface FileScope {
  text: string;
  /** The path of the file, where it is one that another file uses; absent for the file that is compiled. */
  file?: string;
  /** Where it lies, for naming other files; "" for a text that is no file. */
  path: string;
  /** Where the first declaration of a file may stand: behind `language 1`. */
  head: number;
  model: Model;
  units: UnitScope;
  /** Units whose declaration has an error, reported there. */
  brokenUnits: Pick<ReadonlySet<string>, "has">;
  /** The declarations of the file's own units and of those it takes from others. */
  unitDefinitions: ReadonlyMap<string, Definition>;
  fns: ReadonlyMap<string, FnBinding>;
  sets: ReadonlyMap<string, SetBinding>;
  /** It uses a file that could not be read: an unknown name may be one of its. */
  isOpen: boolean;
  report(diagnostic: Diagnostic): void;
}

export interface Context extends FileScope {
  infos: Map<ast.Expression, Info>;
  builder: Builder;
  effort: Effort;
  scope: RewardScope;
  settings: Program["settings"];
  /** Written, but with an error that is reported there. */
  brokenSettings: Set<string>;
  /** Behind the brace that opens the reward, for fixes that add a member. */
  body: number | undefined;
  oneShot: boolean;
  /** In the formula of a goal. */
  isGoal?: boolean;
  place: Place;
  /** The value of a term: whether more of it is better or worse for the agent. */
  role?: "objective" | "penalty";
  /** Inside a temporal operator: a formula in it has a value on every step, which looks at later ones. */
  inFormula?: boolean;
  /** Declared values of params, for ranges that name them. */
  paramValues: Map<string, number>;
  /** What each objective and penalty can contribute on one step, weighted and signed; filled before `total`. */
  contributions: Map<string, Interval>;
  /** Parameters of the function being inlined. */
  locals: ReadonlyMap<string, { definition: Definition; operand: Operand | undefined }>;
  /** Functions being inlined, outermost first, to say where a call came from. */
  calls: readonly { name: string; at: Span; fn: FnBinding }[];
  /** What stands in another file is read: where this one uses it. Everything that is told or kept is about that place. */
  outside?: { at: Span; name: string };
  /** The reward cannot be computed, for a reason that is reported elsewhere. */
  fail(): undefined;
  /** `with` in an expectation makes a scenario of its own; undefined elsewhere. */
  addVariation?(base: string, world: ast.World): string | undefined;
}

/** The scenario of that name; data blocks share the namespace but cannot be compared. */
export function scenarioNamed(name: string, { scope }: Context): Definition | undefined {
  const definition = scope.worlds.get(name);
  return definition?.kind === "scenario" ? definition : undefined;
}

/** Text of a span, shortened for a message. */
export function excerpt(context: Context, span: Span): string {
  const text = context.text.slice(span.start, span.end).replace(/\s+/g, " ");
  return text.length <= 40 ? text : `${text.slice(0, 37)}…`;
}
