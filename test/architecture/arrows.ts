// Which part may know which: the arrows of ARCHITECTURE.md as data.

export interface Part {
  /** Parts, or prefixes of paths, whose values and types it may import beside its own. */
  modules: readonly string[];
  /** Those of which it may import types only. */
  types: readonly string[];
  /** Packages, by name or by prefix before a slash; "node:" stands for all of Node. */
  packages: readonly string[];
}

export const parts: Readonly<Record<string, Part>> = {
  runtime: { modules: [], types: [], packages: [] },
  grammar: { modules: [], types: [], packages: ["chevrotain"] },
  compiler: { modules: ["grammar", "runtime"], types: [], packages: [] },
  analysis: { modules: ["compiler", "runtime"], types: ["grammar"], packages: ["csv-parse"] },
  server: {
    modules: ["analysis", "compiler", "grammar", "runtime"],
    types: ["webview/protocol.ts"],
    packages: ["node:", "vscode-languageserver", "vscode-languageserver-textdocument"],
  },
  cli: {
    // It can be the language server (`telos lsp`), reads data files and specs as that does, looks things up in the same reference, and
    // describes witnesses and numbers in the same words.
    modules: [
      ...["analysis", "compiler", "grammar", "runtime"],
      ...["server/node.ts", "server/data-files.ts", "server/spec-files.ts", "server/settings-files.ts"],
      ...["server/reference", "server/describe"],
    ],
    types: [],
    packages: ["node:"],
  },
  webview: { modules: ["runtime", "analysis/reports"], types: [], packages: ["uplot", "@vscode/webview-ui-toolkit"] },
  client: {
    // The protocols name requests and commands: strings, and nothing else, may come from there.
    modules: ["server/protocol.ts", "webview/protocol.ts"],
    types: [],
    packages: ["node:", "vscode", "vscode-languageclient"],
  },
};

/** The part a path lies in. */
export function partOf(file: string): string {
  return file.slice(0, file.indexOf("/"));
}
