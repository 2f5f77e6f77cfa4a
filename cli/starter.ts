// The starter that `telos init` writes: one page that shows the language, and a log to run it on.

export const starterSpec = `/// Right answers, not too long. One record per completion: nothing here speaks of steps.
reward Starter {
  signals {
    completion : text           from policy
    tokens     : 0..4096 [tok]  from policy
    correct    : bool           from verifier
  }

  param free : 256..4096 [tok] = 1024  // a slider in the preview

  let answered = count_matches(completion, r"\\\\boxed\\{[^{}]+\\}") == 1

  goal solved = correct and answered  // what is wanted; compared with, never paid

  objective accuracy           = correct
  penalty   verbose weight 0.2 = ramp(tokens, free..4096 [tok])
  require   one_answer         = answered else 0  // where violated, at most this is paid

  scenario honest { completion = "so \\\\boxed{42}", tokens = 700, correct = true }
  scenario padded like honest { tokens = 4000 }
  scenario hedged like honest { completion = "\\\\boxed{41} or \\\\boxed{42}" }

  expect honest > padded > hedged

  data samples "starter.jsonl"  // columns named like the signals need no mapping
}
`;

export const starterSettings = `{
  // How the rules about hackable rewards are applied to the specs below this folder: "off", "hint", "info", "warning" or "error".
  // 'telos explain rules' lists them, 'telos explain NAME' shows one with its thresholds.
  "rules": {
    // "stay-alive-farm": "error",
    // "shaping": "off"  // a whole group
  },
  // Rules that are new or speak of taste.
  "preview": false,
  "overrides": [
    // { "files": ["legacy/**"], "rules": { "stay-alive-farm": "info" } }
  ]
}
`;

export const starterData = [
  { completion: "6 · 7 = 42, so \\boxed{42}", tokens: 310, correct: true },
  { completion: "Let us go through it slowly … so \\boxed{42}", tokens: 3900, correct: true },
  { completion: "\\boxed{41} or \\boxed{42}", tokens: 120, correct: true },
  { completion: "I do not know.", tokens: 12, correct: false },
]
  .map((row) => `${JSON.stringify(row)}\n`)
  .join("");
