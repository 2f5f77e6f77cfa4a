// What the tests show on the page: small specs, compiled, with the trajectories their scenarios describe and made-up logs.
import { compile } from "../../compiler/compilation.ts";
import { scenarioEpisode } from "../../runtime/scenario.ts";
import type { Episode, Row } from "../../runtime/trajectory.ts";
import type { EpisodeSet, ToPage } from "../../webview/protocol.ts";

export type Load = Extract<ToPage, { type: "load" }>;

/** The message a host sends for the first reward of `text`; scenarios first, then `logs`. */
export function load(file: string, text: string, logs: EpisodeSet[] = [], version = 1): Load {
  const compilation = compile(text);
  const [program] = compilation.programs;
  if (!program) throw new Error(compilation.diagnostics.map(({ message }) => message).join("\n"));
  const episodes = program.scenarios.filter(({ hidden }) => !hidden).map((scenario) => scenarioEpisode(program, scenario));
  const scenarios: EpisodeSet = { kind: "scenarios", name: "scenarios", episodes, problems: [] };
  return { type: "load", version, uri: `file:///specs/${file}`, file, program, sets: [scenarios, ...logs] };
}

export const mathsText = `/// Grade-school maths with a checkable answer: pay the outcome, gate the format, never pay it.
reward Maths : -1..2 {
  signals at end {
    completion : text in 0..20000 [char]  from policy
    tokens     : 0..4096 [tok]            from policy
    correct    : bool                     from verifier
    rating     : -10..10                  from model("rm-8b")
  }

  /// tokens that cost nothing
  param free : 512..4096 [tok] = 2048

  let boxes    = count_matches(completion, r"\\\\boxed\\{[^{}]+\\}")
  let answered = boxes == 1

  goal solved = correct and answered

  objective accuracy             = correct
  objective quality   weight 0.5 = sigmoid(rating)
  penalty   overlong  weight 0.5 = ramp(tokens, free..4096 [tok])
  require   one_answer           = answered else -1

  scenario right   { completion = "6 · 7 = 42, so \\\\boxed{42}", correct = true, tokens = 300, rating = 1.2 }
  scenario rambles like right { tokens = 4000, rating = 0.2, completion = "Let us think about this for a while. Six sevens are what we want; two sevens are 14, four are 28, and so on.\\n\\nTherefore \\\\boxed{42}" }
  scenario wrong   like right { correct = false }
  scenario flatters like wrong { rating = 9 }
  scenario hedges  like wrong { completion = "\\\\boxed{41} or \\\\boxed{42}" }
  scenario silent  { completion = "", tokens = 0, rating = -3 }

  expect right > rambles > wrong > hedges
}
`;

export const walkText = `/// A quadruped that walks at the commanded velocity, smoothly, without falling.
reward Walk {
  horizon 1000 steps
  discount 0.99
  dt 0.02 [s]

  signal command : vector(2) in -1..1 at start from environment
  signals from environment {
    velocity : vector(3) [m/s] in -5..5
    torque   : vector(4) [N*m] in -33..33 saturates
    height   : 0..1 [m]
    fell     : bool hazard
  }

  ends when fell as failure

  /// width of the tracking kernel
  param sigma : 0.05..1 = 0.25

  let off = command - velocity.xy / 1 [m/s]

  goal tracked = (mean(norm(off)) over steps) < 0.25 and not (any(fell) over steps)

  /// seconds since the robot last stood still
  track moving : number [s] starts 0 [s] = if abs(velocity.x) > 0.1 [m/s] then prev(moving) + dt else 0 [s]

  objective tracking weight 1.0 per second = exp(-sumsq(off) / sigma)
  objective stride   weight 0.5            = if t % 25 == 24 then 0.04 * norm(velocity.xy) / 1 [m/s] else 0
  penalty   effort   weight 2e-5           = sumsq(torque / 1 [N*m])
  penalty   bounce   weight 0.2            = (velocity.z / 1 [m/s])^2
  penalty   fall     weight 10 once        = fell
  shaping   posture  weight 1.0            = potential(tolerance(height, 0.28..0.34 [m], margin: 0.2 [m]))
  require   upright                        = height > 0.12 [m] else -0.5

  scenario walks  {
    command = [0.8, 0]
    steps 60  { velocity = [0.0133 * t, 0, 0.1 * sin(t)], height = 0.31, torque = [9 + 5 * sin(t / 6), 8, -7, 6] }
    steps 440 { velocity = [0.8, 0.03 * sin(t / 9), 0.12 * sin(t)], height = 0.31 + 0.01 * sin(t / 7), torque = [9 + 5 * sin(t / 6), 8, -7, 6] }
  }
  scenario stands like walks { steps 500 { velocity = [0, 0, 0], height = 0.31 } }
  scenario falls  like walks {
    steps 120 { velocity = [0.8, 0, 0.1 * sin(t)], height = 0.31 }
    steps 30  { velocity = [0.6, 0, -0.3], height = sweep(0.31, 0.1) }
    steps 1   { fell = true, height = 0.08 }
  }

  expect walks > stands > falls
}
`;

/** A number in 0..1 from an integer, always the same. */
function noise(seed: number): number {
  const x = Math.sin(seed * 127.1) * 43758.5453;
  return x - Math.floor(x);
}

function walkEpisode(id: string, steps: number, speed: number, recorded: boolean, seed: number): Episode {
  const rows: Row[] = Array.from({ length: steps }, (_, i) => ({
    velocity: [
      speed * (1 - Math.exp(-i / 40)) + 0.1 * (noise(seed + i) - 0.5),
      0.1 * (noise(seed + i + 0.3) - 0.5),
      0.3 * (noise(i) - 0.5),
    ],
    torque: [9 + 5 * Math.sin(i / 6), 8, -7, 6],
    height: 0.31 + 0.02 * Math.sin(i / 9),
    fell: seed % 5 === 0 && i === steps - 1,
  }));
  const episode: Episode = { id, steps: rows, end: { command: [0.8, 0] }, origin: { file: "rollouts.jsonl", line: seed + 1 } };
  return recorded ? { ...episode, recorded: rows.map(() => 0.012) } : episode;
}

/** A log of `count` rollouts with recorded rewards, one unreadable line and some values out of range. */
export function walkLog(count: number): EpisodeSet {
  const episodes = Array.from({ length: count }, (_, k) =>
    walkEpisode(`rollout-${String(k).padStart(3, "0")}`, 100 + ((k * 37) % 400), 0.3 + 0.6 * noise(k), true, k),
  );
  episodes[3].steps[40].height = 1.7;
  const problems = ['rollouts.jsonl, line 14: height is "n/a", not a number. Write null where a value is missing.'];
  return { kind: "data", name: "rollouts", episodes, problems };
}

/** One episode of many steps. */
export function longLog(steps: number): EpisodeSet {
  return { kind: "data", name: "marathon", episodes: [walkEpisode("marathon", steps, 0.8, false, 1)], problems: [] };
}

export const emptyText = `/// Short answers.
reward Hello {
  signal correct : bool from verifier
  signal tokens : 0..4096 from policy
  objective right = correct
  penalty long weight 0.2 = ramp(tokens, 1000..4096)
}
`;
