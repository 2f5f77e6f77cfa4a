// What a reporter is: checked files in, text out. Pure.
import type { Accepted } from "../../analysis/patterns/apply-allows.ts";
import type { Diagnostic } from "../../compiler/diagnostics.ts";
import type { Spec } from "../files.ts";

export interface CheckedFile extends Spec {
  diagnostics: Diagnostic[];
  /** What an `@allow` covers. */
  accepted: Accepted[];
  /** Read only because another file uses it: errors alone are told of it. */
  isUsed?: boolean;
}

export type Reporter = (files: readonly CheckedFile[]) => string;
