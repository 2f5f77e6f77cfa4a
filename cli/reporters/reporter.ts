// What a reporter is: checked files in, text out. Pure.
import type { Diagnostic } from "../../compiler/diagnostics.ts";
import type { Spec } from "../files.ts";

export interface CheckedFile extends Spec {
  diagnostics: Diagnostic[];
}

export type Reporter = (files: readonly CheckedFile[]) => string;
