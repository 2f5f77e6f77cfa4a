// RH713: pay is made like the goal, but about something else: another object, other axes, any direction, or any moment.
import type { Source } from "../../../../runtime/program.ts";
import type { Finding, Pattern, PatternInput } from "../../pattern.ts";
import { anyDirection, otherAxes } from "./axes.ts";
import { otherMoment } from "./moment.ts";
import { otherObject } from "./object.ts";

/** What is wrong, and where. */
export interface Mismatch {
  at: Source;
  message: string;
  why: string;
  help: string;
  related: { at: Source; message: string }[];
  fixes?: Finding["fixes"];
}

export const rule: Pattern = {
  code: "RH713",
  name: "wrong-referent",
  severity: "warning",
  summary: "Pay is made like the goal, but about another object, other axes, any direction or any moment.",
  classes: ["wrong-referent"],
  evidence: [
    {
      title: "Purdue rocket league, pull request 78",
      url: "https://github.com/purdue-arc/rocket_league/pull/78",
      says: "The distance to the ball was computed from the field of the car's yaw instead of its position.",
    },
    {
      title: "ManiSkill, PushCube, issue 1016",
      url: "https://github.com/mani-skill/ManiSkill/issues/1016",
      says: "The distance was taken in the plane, so lifting and tilting the cube paid as well as pushing it.",
    },
    {
      title: "Pancake robot, Unity ML-Agents challenge 2018",
      says: "Paid for the time the pancake is in the air, the robot threw it as high as it could; wanted was that it lands in the pan.",
    },
  ],
  check,
};

function check(input: PatternInput): Finding[] {
  const { facts } = input;
  if (facts.program.goals.length === 0) return [];
  const found = [...otherObject(input), ...otherAxes(facts), ...anyDirection(facts), ...otherMoment(facts)];
  return found.map(({ related, ...rest }) => ({
    ...rest,
    related: related.map(({ at, message }) => ({ start: at[0], end: at[1], message })),
  }));
}
