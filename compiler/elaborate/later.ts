// Operators the language names that this version gives no meaning yet; one list, so that the message is honest and clear.
import { operatorByName } from "../../runtime/operators/index.ts";

const laterOperators: ReadonlySet<string> = new Set([
  ...["ema", "since", "held", "until", "robustness", "discounted", "missing"],
  ...["prm_clip", "prm_delta", "prm_min", "steps_agg", "shape", "progress", "novelty"],
  ...["pivot_credit", "amplify_positive", "group_adv", "redistribute", "opt_gap", "phrases", "length_band", "guard", "swap"],
  ...["claims", "citation", "debate", "abstain"],
  ...["cross", "repeat", "rows", "concat", "quat_mul", "quat_conj", "quat_inverse", "quat_angle", "quat_yaw", "rotate"],
  ...["unrotate", "rotate_yaw", "unrotate_yaw", "quaternion", "normalize", "first_of", "last_of", "unique", "sort", "reverse"],
  ...["indices", "split", "join", "extract_all", "replace", "before", "after", "take", "tail", "position", "escape", "regex"],
  ...["bracketed", "number", "integer", "numbers_in", "ngram_repetition", "ngrams", "similarity", "edit_distance", "token_f1"],
  ...["json_valid", "json_get", "json_items", "rate"],
]);

export function isLater(name: string): boolean {
  return laterOperators.has(name) && !operatorByName.has(name);
}
