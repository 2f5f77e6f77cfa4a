// The closed table of signal tags: a tag is a row. Hover, completion and the checker read it.

export interface TagRow {
  tag: string;
  /** What follows the tag. */
  value: "none" | "name" | "text" | "literal";
  /** Names it may take. */
  names?: readonly string[];
  doc: string;
}

export const signalTags: readonly TagRow[] = [
  { tag: "repeatable", value: "none", doc: "The event can be made to happen again and again." },
  { tag: "latched", value: "none", doc: "True at most once in an episode." },
  { tag: "passive", value: "none", doc: "It pays for doing nothing." },
  { tag: "direction", value: "name", names: ["up", "down"], doc: "Which way is better." },
  { tag: "family", value: "text", doc: "Models of one family err together." },
  { tag: "intrinsic", value: "none", doc: "A bonus for exploring, not for the task." },
  { tag: "default", value: "literal", doc: "The value where a log or a scenario gives none." },
  { tag: "writable by", value: "name", names: ["policy"], doc: "The agent can write the very value." },
  { tag: "visible to", value: "name", names: ["policy"], doc: "The agent is shown the value." },
  { tag: "hazard", value: "none", doc: "Something that must not happen." },
  { tag: "capability", value: "literal", doc: "How capable a judge or model is, on any one scale." },
  { tag: "kind", value: "name", names: ["bradley_terry", "regression"], doc: "How a reward model was trained." },
  { tag: "varying", value: "name", names: ["pretraining", "finetuning"], doc: "How the members of an ensemble differ." },
  { tag: "beneficiary", value: "text", doc: "Who gains when the value is high." },
  { tag: "measured by", value: "text", doc: "The benchmark or survey the value comes from." },
  { tag: "stochastic", value: "none", doc: "It moves by chance." },
  {
    tag: "saturates",
    value: "none",
    doc: "A sensor that clips: a finite value outside the range is clamped instead of failing.",
  },
  { tag: "rate", value: "literal", doc: "The most it can change in one step." },
];
