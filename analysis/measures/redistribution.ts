// How well step values explain what an episode was worth. It must not know the model that gave them.
//
// Formula: residual = R − Σ fₜ; loss = (mean f − R/T)², which is (residual / T)².
// Needs: the return of the episode and one estimated value per step.
// Limits: a small loss says that the sum is right, not that credit went to the right steps.
// Source: LaRe (Qu et al., Latent Reward, 2024); the loss as in the repository, the residual is our own form.
import { areComparable, type Column, meanOf } from "./columns.ts";

/** What the steps leave unexplained, in the unit of the reward; NaN without steps. */
export const residualOf = (total: number, steps: Column): number =>
  areComparable(steps) ? total - steps.reduce((sum, step) => sum + step, 0) : Number.NaN;

/** The squared error per step; NaN without steps. */
export const redistributionLoss = (total: number, steps: Column): number =>
  areComparable(steps) ? (meanOf(steps) - total / steps.length) ** 2 : Number.NaN;
