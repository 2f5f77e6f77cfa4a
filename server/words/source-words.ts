// Where signals come from, and how far each source can be trusted. Data only.
import type { Trust } from "../../runtime/program.ts";
import type { WordDoc } from "./word.ts";

export interface SourceDoc extends WordDoc {
  trust: Trust;
}

export const sourceWords: readonly SourceDoc[] = [
  {
    word: "verifier",
    form: "from verifier",
    trust: "verified",
    text: "A program that decides by construction: a test suite, a proof checker, an exact answer.",
  },
  { word: "human", form: "from human", trust: "verified", text: "A person's judgement." },
  {
    word: "reference",
    form: "from reference",
    trust: "verified",
    text: "A frozen reference: scores or answers that training does not touch.",
  },
  { word: "dataset", form: "from dataset", trust: "verified", text: "Part of the task as it was given." },
  { word: "environment", form: "from environment", trust: "measured", text: "Sensors and state of the world the agent acts in." },
  { word: "simulator", form: "from simulator", trust: "measured", text: "Read from a simulation, with its errors." },
  {
    word: "trainer",
    form: "from trainer",
    trust: "measured",
    text: "What the training loop knows: divergence, entropy, whether the token limit was hit.",
  },
  {
    word: "model",
    form: 'from model("ID")',
    trust: "learned",
    text: "A learned score. It is right where it was trained and can be led astray elsewhere.",
    snippet: 'model("${1:id}")',
  },
  {
    word: "judge",
    form: 'from judge("ID")',
    trust: "learned",
    text: "A language model asked to judge. What it reads may persuade it.",
    snippet: 'judge("${1:id}")',
  },
  {
    word: "policy",
    form: "from policy",
    trust: "policy",
    text: "The agent chooses the value, for example the length of its own answer.",
  },
  { word: "action", form: "from action", trust: "policy", text: "The action itself." },
  { word: "agent", form: "from agent", trust: "policy", text: "The agent can write the very value: a file, a clock, a log." },
];

/** One clause about each level of trust, for hovers. */
export const trustDocs: Readonly<Record<Trust, string>> = {
  verified: "decided by something the agent cannot influence",
  measured: "measured in the world the agent acts in",
  learned: "estimated by a model that can be led astray",
  policy: "chosen by the agent itself",
};
