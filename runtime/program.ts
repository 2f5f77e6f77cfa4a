// The compiled form of one reward: plain JSON, a DAG of typed operations. Everything after the compiler reads only this.
// It must not know the syntax tree; `source` offsets point back into the text for people.

export const PROGRAM_VERSION = 1;

/** Index into `Program.nodes`. Arguments come before their users, except `previous`, which looks one record back. */
export type NodeId = number;
/** Half-open offsets into the source text. */
export type Source = [start: number, end: number];
/** Inclusive bounds; null is unbounded (JSON has no infinity). */
export type Range = [lo: number | null, hi: number | null];

export type ValueType =
  | { kind: "number" }
  | { kind: "bool" }
  | { kind: "text"; alternatives?: string[] }
  /** `order`: a quaternion, and what its four numbers are. `members`: an ensemble, one number per model. */
  | { kind: "vector"; size: number; of: "number" | "bool"; order?: "wxyz" | "xyzw"; members?: true }
  | { kind: "list"; of: ValueType };

/** When a value exists. `start`, `end` and `group` values are one per episode, `step` values one per record. */
export type Timing = "constant" | "start" | "step" | "end" | "group";
export type Trust = "verified" | "measured" | "learned" | "policy";

interface NodeBase {
  type: ValueType;
  timing: Timing;
  /** May be missing (`T?`), so that `??` is needed. */
  optional?: boolean;
  /** Every finite value lies in it; of a vector or list, every element; of a text, its length in code points. */
  range?: Range;
  /** Canonical unit such as "m/s^2"; absent for a pure number. */
  unit?: string;
  source?: Source;
}

export type Node = NodeBase &
  (
    | { op: "constant"; value: number | boolean | string | number[] | string[] }
    /** Positive infinity, which JSON cannot write. */
    | { op: "infinity" }
    | { op: "pattern"; pattern: string; flags: string; literal: boolean }
    /** A regular expression with texts, found as they stand, where it has U+FDD0. */
    | { op: "pattern"; pattern: string; flags: string; literal: false; args: NodeId[] }
    | { op: "signal"; name: string }
    | { op: "param"; name: string }
    | { op: "builtin"; name: Builtin }
    /** Components side by side: `[a, b, c]`. */
    | { op: "vector"; args: NodeId[] }
    /** Fixed components of a vector: one gives a scalar, several a vector. */
    | { op: "component"; args: [NodeId]; components: number[]; scalar: boolean }
    /** `v[i]` with a computed index, or of a list (missing where there is none). */
    | { op: "element"; args: [value: NodeId, index: NodeId] }
    | { op: "if"; args: [condition: NodeId, yes: NodeId, no: NodeId] }
    /** `a ?? b`. */
    | { op: "default"; args: [value: NodeId, otherwise: NodeId] }
    /** The argument on the previous record; on the first record without a `start` state: `init`, else the argument itself. */
    | { op: "prev"; args: [value: NodeId] | [value: NodeId, init: NodeId] }
    /** A value with memory: `starts` before the first record, then `next`; where `next` is undefined it keeps its value. */
    | { op: "state"; args: [starts: NodeId, next: NodeId]; name: string }
    /** The value of a `state` on the previous record. `of` is the state's id, which is larger than this node's own. */
    | { op: "previous"; of: NodeId; starts: NodeId }
    /** Elements of one vector or list folded to one value. */
    | { op: "reduce"; operator: string; args: NodeId[] }
    /**
     * Along an axis: step values of an episode, or one value per episode of a group. Extra arguments follow the value; `where`
     * leaves out what does not meet it. `collect` gives the values themselves, as a list.
     */
    | { op: "aggregate"; operator: string; axis: "steps" | "group"; args: NodeId[]; where?: NodeId }
    /**
     * Temporal logic: on each step, whether a formula holds on that one and those after it (of numbers: by how much). It looks
     * `from` to `to` steps ahead, null to the end. Read by other temporal nodes, what lies between, and aggregates over steps.
     * `nothing`: of numbers, ± which a window counts where no step is left in it; null is infinite.
     */
    | {
        op: "temporal";
        operator: "always" | "eventually" | "until";
        args: [NodeId] | [holding: NodeId, until: NodeId];
        from: number;
        to: number | null;
        nothing?: number | null;
      }
    /** The last `steps` values up to this record (fewer at the start of the episode) folded, on every step. */
    | { op: "window"; operator: string; steps: number; args: NodeId[]; where?: NodeId }
    /** The element a `for` is at: of a vector or list. Whatever reads it belongs to the body of that `for`. */
    | { op: "bound"; args: [collection: NodeId]; name: string }
    /** `[body for bound in collection where condition]`: a list; of a vector without `where` a vector or list as long. */
    | { op: "for"; args: [collection: NodeId, body: NodeId] | [collection: NodeId, body: NodeId, where: NodeId]; bound: NodeId }
    /** A catalogue operator; applied element by element where the record says so. */
    | { op: "apply"; operator: string; args: NodeId[] }
    /** The weighted, signed sum of the step's terms, or one of them. Only in `total` and what it reads. */
    | { op: "terms" }
    | { op: "term"; name: string }
    /** What a scenario pays or shows. Only in expectations. */
    | { op: "scenario"; scenario: string; member?: { kind: "term" | "goal" | "probe"; name: string } }
    /** A column of a log, by path. Only in `data` entries. */
    | { op: "column"; path: string }
  );

export type Builtin =
  | "t"
  | "time"
  | "first"
  | "ending"
  | "terminated"
  | "truncated"
  | "succeeded"
  | "failed"
  | "training"
  | "group_size"
  /** Only in scenario entries: step within the segment from 0, and the segment's length. */
  | "segment_step"
  | "segment_steps";

export interface SignalDeclaration {
  name: string;
  type: ValueType;
  timing: "start" | "step" | "end" | "group";
  optional: boolean;
  /** `count`: whole and not negative. */
  integer?: boolean;
  range?: Range;
  unit?: string;
  /** `from model("rm-8b")`: kind "model", ids ["rm-8b"]. */
  from?: { kind: string; ids: string[] };
  trust: Trust;
  /** Tag name → its value, true for a bare tag: { repeatable: true, direction: "up", "writable by": "policy" }. */
  tags: Record<string, string | number | boolean | number[]>;
  doc?: string;
  source: Source;
}

export interface ParamDeclaration {
  name: string;
  value: number;
  /** Slider bounds, always finite. */
  range: [number, number];
  integer: boolean;
  unit?: string;
  doc?: string;
  source: Source;
}

export interface Named {
  name: string;
  node: NodeId;
  doc?: string;
  source: Source;
}

/** An objective or a penalty. Paid: sign · weight · value (· dt). */
export interface Term extends Named {
  role: "objective" | "penalty";
  weight: NodeId;
  when?: NodeId;
  rate: "step" | "second" | "once";
  /** "step" is paid on its record, "end" and "group" on the last. */
  timing: "step" | "end" | "group";
  /** Of the value before weight and sign; where both are null at the unfavourable side, a fault makes the episode invalid. */
  range: Range;
  weightSource?: Source;
}

/** γ·Φ(s′) − Φ(s); `node` is Φ. */
export interface Shaping extends Named {
  weight: NodeId;
  weightSource?: Source;
}

export interface Require extends Named {
  /** The condition is `node`; where it is not true, at most `otherwise` is paid. */
  otherwise: NodeId;
  timing: "step" | "end" | "group";
}

/** An ordered task: at most one stage is done per record. The values are nodes of their own; this is what a picture needs. */
export interface Sequence {
  name: string;
  stages: SequenceStage[];
  /** Where it holds before the last stage is done, the sequence has failed. */
  avoiding?: { text: string; node: NodeId };
  /** Stages done, whether all are, whether that cannot happen any more, and stage / number of stages. */
  stage: NodeId;
  done: NodeId;
  failed: NodeId;
  progress: NodeId;
  /** Whether the stage that is waited for is met, and whether it is thereby done, on this record. */
  reached: NodeId;
  advances: NodeId;
  doc?: string;
  source: Source;
}

export interface SequenceStage {
  /** As written. */
  text: string;
  node: NodeId;
  /** Records after the stage before, or from the start, on which it can be done. */
  within?: number;
  /** Records in a row on which the condition has to hold. */
  hold?: number;
}

export interface End {
  node: NodeId;
  outcome?: "success" | "failure";
  source: Source;
}

/** One assignment of a scenario: a signal, or one component of it. */
export interface ScenarioEntry {
  signal: string;
  component?: number;
  node: NodeId;
}
/** `like` is already resolved. */
export interface Scenario {
  name: string;
  /** Made by a `with` in an expectation; not shown in lists. */
  hidden?: boolean;
  entries: ScenarioEntry[];
  segments: { steps: number; entries: ScenarioEntry[] }[];
  doc?: string;
  source: Source;
}

/** Scenarios played as the samples of one prompt; one may be in it several times. */
/** Scenarios that are samples of one prompt. */
export interface ScenarioGroup {
  name: string;
  members: string[];
  doc?: string;
  source: Source;
}

/** A constraint on what many episodes have in common: `fold` of one value each, over the valid ones, against `bound`. */
export interface Limit {
  name: string;
  /** The constraint as written. */
  text: string;
  /** One value per episode; absent: its return without shaping. */
  node?: NodeId;
  /** A reduction of the catalogue. */
  fold: string;
  comparison: "<" | "<=" | ">" | ">=";
  bound: number;
  doc?: string;
  source: Source;
}

/** What the world guarantees, on every step or of every episode. */
export interface Assumption {
  text: string;
  node: NodeId;
  timing: "step" | "end" | "group";
  source: Source;
}

/** Something said of all episodes that the declarations and assumptions allow. */
export interface Claim {
  /** As written, without `prove`. */
  text: string;
  says: ClaimKind;
  source: Source;
}
export type ClaimKind =
  /** The return without shaping lies in the range; a strict bound is not reached. */
  | { kind: "return"; lo: number | null; hi: number | null; strictLo?: true; strictHi?: true }
  | { kind: "condition"; node: NodeId; timing: "step" | "end" | "group" }
  | { kind: "separates"; goal: string; by: number }
  | { kind: "monotone"; direction: "increasing" | "decreasing"; signal: string }
  | { kind: "not-farmable" }
  | { kind: "equivalent"; other: string };

export interface DataSource {
  name: string;
  glob: string;
  /** Signal → node over columns. */
  entries: Record<string, NodeId>;
  /** Nodes that separate and order records. */
  columns: Partial<Record<"episode" | "step" | "group" | "terminated" | "truncated" | "reward", NodeId>>;
  source: Source;
}

export interface Expectation {
  /** As written. */
  text: string;
  node: NodeId;
  source: Source;
}

export interface Program {
  version: typeof PROGRAM_VERSION;
  name: string;
  doc?: string;
  source: Source;
  settings: {
    /** Steps; absent is unbounded. */
    horizon?: number;
    discount: number;
    /** False where no `discount` is written and 1 is assumed. */
    discountDeclared: boolean;
    /** Seconds per step. */
    dt?: number;
    group: number;
    advantage?: string;
    principal?: string;
  };
  /** Nothing about steps: one record per episode, every signal `at end`. */
  oneShot: boolean;
  contract?: Range;
  nodes: Node[];
  signals: SignalDeclaration[];
  params: ParamDeclaration[];
  /** Named values, for inspection, generated code and facts. */
  lets: Named[];
  tracks: Named[];
  sequences: Sequence[];
  terms: Term[];
  shapings: Shaping[];
  requires: Require[];
  total?: NodeId;
  goals: Named[];
  probes: Named[];
  ends: End[];
  scenarios: Scenario[];
  groups: ScenarioGroup[];
  data: DataSource[];
  expectations: Expectation[];
  limits: Limit[];
  assumptions: Assumption[];
  claims: Claim[];
  /** Allowed findings, by the declaration they stand on. */
  allows: { rule: string; reason: string; source: Source; covers: Source }[];
}
