// The VS Code that tests run in, to the byte. Data only.
// @ts-check

/** The newest release of the npm package whose engine is Node 20; its licence is MIT, and so is that of the VS Code inside. */
export const codeServer = {
  package: "code-server@4.100.3",
  vscode: "1.100.3",
  integrity: "sha512-q/Fh2DOxCRNhC/WiG/6sAhSKnj7ZACTVBaeeZ+rWjol//0FCbl/qg1ln5ecZ99jYcfqMxZZAyWcN+YBIo0DgpA==",
};

export const ripgrep = "1.18.0";

/** Counts changes of the recipe in provision.mjs, so that a cached folder of an older recipe is not taken. */
export const recipe = 3;

/** Dependencies left out: native modules with a stand-in, things of other systems, terminals, single sign-on. */
export const leftOut = [
  "@vscode/deviceid",
  "@vscode/ripgrep",
  "@vscode/spdlog",
  "@vscode/tree-sitter-wasm",
  "@vscode/windows-process-tree",
  "@vscode/windows-registry",
  "@xterm/addon-clipboard",
  "@xterm/addon-image",
  "@xterm/addon-ligatures",
  "@xterm/addon-progress",
  "@xterm/addon-search",
  "@xterm/addon-serialize",
  "@xterm/addon-unicode11",
  "@xterm/addon-webgl",
  "kerberos",
  "native-watchdog",
  "node-pty",
];

/** Built-in extensions left out: debuggers, accounts, version control, task runners, and those whose own packages are not installed. */
export const extensionsLeftOut = [
  "debug-auto-launch",
  "debug-server-ready",
  "git",
  "github",
  "github-authentication",
  "grunt",
  "gulp",
  "ipynb",
  "jake",
  "microsoft-authentication",
  "ms-vscode.js-debug",
  "ms-vscode.js-debug-companion",
  "ms-vscode.vscode-js-profile-table",
  "notebook-renderers",
  "npm",
  "php-language-features",
  "terminal-suggest",
  "tunnel-forwarding",
];

/** Built-in extensions that stay and do nothing: the workbench insists on them, and what they need is not installed. */
export const extensionsSilenced = ["typescript-language-features"];
