// Specs of any length that read like written ones: several rewards, each with signals, terms, scenarios and a test.

const LINES_PER_REWARD = 100;

/** A spec without errors of `lines` lines, give or take a few. */
export function generateSpec(lines: number): string {
  const rewards = Math.max(1, Math.round(lines / LINES_PER_REWARD));
  return Array.from({ length: rewards }, (_, index) => reward(index, Math.floor(lines / rewards))).join("\n");
}

function reward(index: number, lines: number): string {
  const parts = Math.max(1, Math.round((lines - 22) / 7));
  return `/// Task ${index}: reach the target, smoothly, without falling.
reward Task${index} {
  horizon 500 steps
  discount 0.99
  dt 0.02 [s]

  signals from environment {
    velocity : vector(3) [m/s] in -5..5
    target   : vector(3) [m/s] in -1..1
    fell     : bool hazard
${repeat(parts, (i) => `    load${i} : 0..${10 + i} [N*m]`)}
  }
  ends when fell as failure

${repeat(parts, (i) => `  param scale${i} : 1..${20 + i} [N*m] = ${5 + i}    // ${i}: width of the kernel`)}

  let off = norm(target - velocity)
${repeat(parts, (i) => `  let ease${i} = exp(-(load${i} / scale${i})^2)`)}
${repeat(parts, (i) => `  let slack${i} = clip(1 - load${i} / ${10 + i} [N*m], 0, 1) * ease${i}`)}
  goal tracked = mean(off) over steps < 0.25 [m/s]

  objective tracking weight 5 = exp(-(off / 1 [m/s])^2)
${repeat(parts, (i) => `  objective calm${i} weight 0.0${1 + (i % 9)} = (ease${i} + slack${i}) / 2 when not fell`)}
${repeat(parts, (i) => `  penalty jerk${i} weight 0.00${1 + (i % 9)} = abs(delta(load${i}))`)}
${repeat(parts, (i) => `  probe share${i} = slack${i} / ${parts}`)}
  penalty fall weight 100 = failed

  scenario walks { target = [1, 0, 0]  steps 20 { velocity = [1, 0, 0] } }
  scenario falls like walks { steps 1 { fell = true } }
  expect walks > falls
}
`;
}

function repeat(count: number, line: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => line(index)).join("\n");
}
