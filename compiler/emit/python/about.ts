// What a Python module says of itself: the spec's own words, and how a trainer calls it. It must not know code.
import type { Program } from "../../../runtime/program.ts";
import { quote } from "../syntax-javascript.ts";

export function aboutPython(program: Program): string[] {
  const doc = (program.doc ?? "")
    .trim()
    .split(/\r?\n/)
    .map((line) => line.trim());
  const words = doc.filter((line) => line !== "");
  return [
    words.length > 0 ? `${program.name}: ${words[0]}` : program.name,
    ...words.slice(1),
    "",
    "Compiled by Telos from a reward specification; change that, not this file. Python 3.9 or later, standard library only.",
    "A truth value is a number: 1 true, 0 false, NaN where it cannot be evaluated. A missing number is NaN, a missing text or",
    "list None. An episode is a dict, as in a line of JSON; run as a program, this file reads such lines and prints results.",
    "",
    ...(program.oneShot ? aboutCompletions(program) : aboutEpisodes(program)),
  ];
}

/** A trainer of language models: one completion, one record. */
function aboutCompletions(program: Program): string[] {
  const names = program.signals.map(({ name }) => name);
  const texts = program.signals.filter(({ type }) => type.kind === "text").map(({ name }) => name);
  const completion = texts.find((name) => /completion|answer|response|reply|output/.test(name)) ?? texts[0];
  const others = names.filter((name) => name !== completion);
  const columns = others.map((name) => `${quote(name)}: columns[${quote(name)}][i]`);
  const own = completion === undefined ? [] : [`${quote(completion)}: text`];
  const grouped = readsGroup(program);
  return [
    "A reward function for TRL, whose other columns of the data set arrive by name:",
    "",
    "    def reward(completions, **columns):",
    `        records = [{${[...own, ...columns].join(", ")}} for i, text in enumerate(completions)]`,
    ...(grouped
      ? [
          "        size = 8  # num_generations: completions of one prompt stand side by side",
          "        groups = [records[at : at + size] for at in range(0, len(records), size)]",
          '        return [result["return"] for group in groups for result in score_group(group)]',
        ]
      : ['        return [score(record)["return"] for record in records]']),
  ];
}

const readsGroup = (program: Program): boolean =>
  program.nodes.some(
    (node) => (node.op === "aggregate" && node.axis === "group") || (node.op === "builtin" && node.name === "group_size"),
  );

/** An environment in steps, as Gymnasium has them. */
function aboutEpisodes(program: Program): string[] {
  const onSteps = program.signals.filter(
    ({ timing, name }) => timing === "step" && name !== "terminated" && name !== "truncated",
  );
  const once = program.signals.filter(({ timing }) => timing !== "step");
  const fields = [...onSteps.map(({ name }) => `${quote(name)}: …`), '"terminated": terminated', '"truncated": truncated'];
  return [
    "With an environment of Gymnasium, step by step, and the rewards of all steps at the end:",
    "",
    '    episode = {"steps": []}',
    "    observation, reward, terminated, truncated, info = env.step(action)",
    `    episode["steps"].append({${fields.join(", ")}})`,
    ...(once.length > 0 ? [`    episode["end"] = {${once.map(({ name }) => `${quote(name)}: …`).join(", ")}}`] : []),
    '    rewards = score(episode)["rewards"]',
  ];
}
