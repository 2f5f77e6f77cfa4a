// package.json as the editor reads it. It must not judge.
import fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

export const root = path.dirname(path.dirname(path.dirname(fileURLToPath(import.meta.url))));

interface MenuItem {
  command?: string;
  submenu?: string;
}

export interface Manifest {
  name: string;
  publisher: string;
  version: string;
  main: string;
  bin: Record<string, string>;
  icon?: string;
  engines: { vscode: string; node: string };
  scripts: Record<string, string>;
  dependencies?: Record<string, string>;
  devDependencies: Record<string, string>;
  activationEvents?: string[];
  capabilities?: { untrustedWorkspaces?: { supported: unknown }; virtualWorkspaces?: unknown };
  contributes: {
    languages: { id: string; extensions?: string[]; configuration?: string; icon?: Record<string, string> }[];
    commands?: { command: string; title: string; category?: string; icon?: string | Record<string, string> }[];
    menus?: Record<string, MenuItem[]>;
    submenus?: { id: string }[];
    keybindings?: { command: string; key: string; mac?: string }[];
    configuration?: { properties: Record<string, Setting> } | { properties: Record<string, Setting> }[];
    [point: string]: unknown;
  };
}

export interface Setting {
  default?: unknown;
  description?: string;
  markdownDescription?: string;
}

export const manifest: Manifest = JSON.parse(fs.readFileSync(path.join(root, "package.json"), "utf8"));
