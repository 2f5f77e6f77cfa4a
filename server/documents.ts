// Open documents: text of one version, and what follows from it, computed on first use and kept. It must not know LSP or files.
import { check } from "../analysis/check.ts";
import { defaultSettings, type Settings } from "../analysis/patterns/settings.ts";
import { type Compilation, compile } from "../compiler/compilation.ts";
import type { Diagnostic } from "../compiler/diagnostics.ts";
import type { Host } from "../compiler/files/host.ts";
import { isCurrent } from "../compiler/files/used-file.ts";
import type { Program } from "../runtime/program.ts";
import { allNodes, type SyntaxNode } from "./syntax/path-at.ts";
import { type Token, tokensOf } from "./syntax/tokens.ts";

/** Knows beside what the compiler asks for which specs could be used. */
export interface SpecHost extends Host {
  /** Paths of specs in the same workspace, the nearest first. */
  near?(): string[];
  /** How the patterns are applied to it; the same object until something changes. */
  settings?(): Settings;
}

export interface OpenDocument {
  readonly uri: string;
  /** With forward slashes; "" for a document that lies nowhere. */
  readonly path: string;
  readonly version: number;
  /** Counts how often a file it uses, or its settings, have changed under this version. */
  readonly revision: number;
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly compilation: Compilation;
  /** Every node of the tree, parents before children. */
  readonly nodes: readonly SyntaxNode[];
  /** How the hackable patterns are applied to it. */
  readonly settings: Settings;
  /** The files it uses and its settings are as they were. */
  isCurrent(): boolean;
  /** Paths of specs it could use. */
  near(): string[];
  /** The text of the file a definition comes from. */
  textOf(file: string | undefined): string;
  /** Everything found: syntax, names, types, hackable patterns. */
  readonly diagnostics: readonly Diagnostic[];
  /** What would be found if the document had another text; without witnesses. */
  recheck(text: string): readonly Diagnostic[];
  /** Keeps what `make` computes from this version under `key`. */
  memo<T>(key: string, make: () => T): T;
}

/** A document whose stages are computed once, when first asked for. Without a host it can use no other file. */
export function openDocument(uri: string, version: number, text: string, host?: SpecHost, revision = 0): OpenDocument {
  const kept = new Map<string, unknown>();
  const memo = <T>(key: string, make: () => T): T => {
    if (!kept.has(key)) kept.set(key, make());
    return kept.get(key) as T;
  };
  return {
    uri,
    path: host?.path ?? "",
    version,
    revision,
    text,
    memo,
    isCurrent() {
      if (host === undefined) return true;
      if (kept.has("settings") && kept.get("settings") !== settingsOf(host)) return false;
      return !kept.has("compilation") || isCurrent(this.compilation.read, host);
    },
    near: () => host?.near?.() ?? [],
    recheck: (other) => check(compile(other, host), settingsOf(host), { witnesses: false }),
    textOf(file) {
      return file === undefined ? text : (this.compilation.files.get(file)?.text ?? "");
    },
    get tokens() {
      return memo("tokens", () => tokensOf(text));
    },
    get compilation() {
      return memo("compilation", () => compile(text, host));
    },
    get nodes() {
      return memo("nodes", () => [...allNodes(this.compilation.file)]);
    },
    get settings() {
      return memo("settings", () => settingsOf(host));
    },
    get diagnostics() {
      return memo("diagnostics", () => check(this.compilation, this.settings));
    },
  };
}

const settingsOf = (host: SpecHost | undefined): Settings => host?.settings?.() ?? defaultSettings;

/** The program of the reward called `name`, or the first one; undefined while it has an error. */
export function programOf(document: OpenDocument, name?: string): Program | undefined {
  const { programs } = document.compilation;
  return name === undefined ? programs[0] : programs.find((program) => program.name === name);
}
