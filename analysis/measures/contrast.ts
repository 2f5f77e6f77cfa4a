// Whether a score sees both halves of a pair: the response for this instruction, and the instruction for this response.
//
// Formula: with M[i][j] the score of response j to instruction i, C_res = meanᵢ 1[M[i][i] > M[i][j] for all j ≠ i] and
// C_ins = meanᵢ 1[M[i][i] > M[j][i] for all j ≠ i]; joint counts an i only where both hold.
// Needs: a square table of at least two instructions with their own responses.
// Limits: a tie counts as not seen. High C_res with low C_ins: a good text is liked whatever was asked.
// Source: contrast of instructions and responses in reward models ("Trickle-down"); split into rows and columns by recollection.
import { type Column, meanOf } from "./columns.ts";

export interface Contrast {
  /** Own response above the others of the same instruction. */
  responses: number;
  /** Own instruction above the others of the same response. */
  instructions: number;
  joint: number;
}

/** Shares in 0..1; undefined unless the table is square, at least 2 × 2, and finite. */
export function contrastConsistency(scores: readonly Column[]): Contrast | undefined {
  const n = scores.length;
  if (n < 2 || scores.some((row) => row.length !== n || !row.every(Number.isFinite))) return undefined;
  const others = (i: number) => scores.map((_, j) => j).filter((j) => j !== i);
  const inRow = scores.map((row, i) => Number(others(i).every((j) => row[i]! > row[j]!)));
  const inColumn = scores.map((row, i) => Number(others(i).every((j) => row[i]! > scores[j]![i]!)));
  return {
    responses: meanOf(inRow),
    instructions: meanOf(inColumn),
    joint: meanOf(inRow.map((held, i) => held * inColumn[i]!)),
  };
}
