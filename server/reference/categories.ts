// What the categories of operators are called and what they are for. Data only.
import type { Category } from "../../runtime/operators/operator.ts";

/** In the order of the reference. */
export const categories: Readonly<Record<Category, { title: string; text: string }>> = {
  arithmetic: { title: "Arithmetic", text: "Written between numbers, vectors and lists; vectors and lists element by element." },
  comparison: { title: "Comparison", text: "True or false. What cannot be evaluated counts as the unfavourable one." },
  logic: { title: "Logic", text: "Conditions joined; only what is needed is evaluated." },
  elementary: { title: "Elementary functions", text: "On numbers; on vectors and lists element by element." },
  bounding: { title: "Bounding and bending", text: "Bring a quantity into a range that can be paid." },
  combining: { title: "Combining", text: "Several signals, scores or models into one reward." },
  credit: { title: "Process rewards and credit", text: "Step scores, shaping, novelty, and who in a group is to be praised." },
  judging: { title: "Likelihood, judges and preferences", text: "What language models say of answers." },
  risk: { title: "Risk", text: "Outcomes that scatter." },
  schedule: { title: "Schedules", text: "What changes through training." },
  vector: { title: "Vectors", text: "Take a vector or a list as a whole." },
  quaternion: { title: "Quaternions", text: "Orientations; the order of the four numbers comes from the type." },
  list: { title: "Lists", text: "Take a vector or a list as a whole." },
  reduction: {
    title: "Reductions",
    text: "Fold a vector or a list (one argument) or, with `over steps` or `over group`, the values along an axis.",
  },
  sequence: {
    title: "Sequences and time",
    text: "Look back over the steps of an episode. They go on also where a branch or a `when` is not taken.",
  },
  temporal: { title: "Temporal logic", text: "Conditions over the course of an episode, and by how much they hold." },
  text: { title: "Text", text: "Lengths and positions count code points." },
  similarity: { title: "Similarity and n-grams", text: "How much two texts or lists have in common." },
  scenario: { title: "Scenario patterns", text: "Only in the entries of a scenario: values that change from step to step." },
};
