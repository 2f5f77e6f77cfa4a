// What becomes of a claim, and what judging one needs. It must not know any kind of claim.
import type { Witness } from "../../compiler/diagnostics.ts";
import type { Program } from "../../runtime/program.ts";
import type { Episode, EpisodeResult } from "../../runtime/trajectory.ts";
import type { Facts } from "../facts/facts.ts";

export interface Verdict {
  /** Proved is sound; refuted has a witness that the evaluator confirms; open is neither. */
  status: "proved" | "refuted" | "open";
  /** What was shown, or how far the bounds reach; a sentence. */
  message: string;
  witness?: Witness;
}

/** An episode within the declarations and assumptions, with what it pays. */
export interface Played {
  /** What it is called: a scenario's name, or what was made up. */
  name: string;
  episode: Episode;
  result: EpisodeResult;
  /** Return without shaping. */
  paid: number;
}

export interface Judging {
  program: Program;
  facts: Facts;
  /** Scenarios and simple made-up episodes; made once. */
  played(): readonly Played[];
  /** The other rewards of the file. */
  others: readonly Program[];
}

export const proved = (message: string): Verdict => ({ status: "proved", message });
export const open = (message: string): Verdict => ({ status: "open", message });
export const refuted = (message: string, witness: Witness): Verdict => ({ status: "refuted", message, witness });

/** A witness of one episode. */
export function showing({ episode, paid }: Played, explanation: string): Witness {
  return { episode, return: paid, explanation };
}
