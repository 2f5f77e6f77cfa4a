// What package.json promises to the editor must be there, and must start.
import fs from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { manifest, root } from "./manifest.ts";

const { contributes } = manifest;
const commands = (contributes.commands ?? []).map(({ command }) => command);

test("every path in contributes exists", () => {
  const missing = pathsIn(contributes).filter((file) => !fs.existsSync(path.join(root, file)));
  expect(missing).toEqual([]);
});

test("the icon exists", () => {
  if (manifest.icon) expect(fs.existsSync(path.join(root, manifest.icon))).toBe(true);
});

test(".reward files have a language with comments and brackets", () => {
  const language = contributes.languages.find(({ extensions }) => extensions?.includes(".reward"));
  expect(language?.id).toBe("reward");
  const configuration = fs.readFileSync(path.join(root, language?.configuration ?? ""), "utf8");
  expect(configuration).toMatch(/"comments"/);
  expect(configuration).toMatch(/"brackets"/);
});

test("menus and keys name declared commands", () => {
  const items = Object.values(contributes.menus ?? {}).flat();
  const submenus = (contributes.submenus ?? []).map(({ id }) => id);
  const named = [...items, ...(contributes.keybindings ?? [])].flatMap(({ command }) => command ?? []);
  const own = named.filter((command) => command.startsWith("telos."));
  expect(own.filter((command) => !commands.includes(command))).toEqual([]);
  expect(items.flatMap(({ submenu }) => submenu ?? []).filter((id) => !submenus.includes(id))).toEqual([]);
});

test("commands are ours, named once, and say what they do", () => {
  expect(new Set(commands).size).toBe(commands.length);
  for (const { command, title } of contributes.commands ?? []) {
    expect(command).toMatch(/^telos\.[a-zA-Z.]+$/);
    expect(title.length).toBeGreaterThan(3);
  }
});

test("each Ctrl shortcut has a Cmd twin", () => {
  const lonely = (contributes.keybindings ?? []).filter(({ key, mac }) => /ctrl/i.test(key) && !/cmd|ctrl/i.test(mac ?? ""));
  expect(lonely).toEqual([]);
});

test("settings are few, ours, described and have a default", () => {
  const groups = [contributes.configuration ?? []].flat();
  const settings = groups.flatMap(({ properties }) => Object.entries(properties));
  expect(settings.length).toBeLessThanOrEqual(15);
  for (const [name, setting] of settings) {
    expect(name).toMatch(/^telos\./);
    expect(setting.markdownDescription ?? setting.description, name).toBeTruthy();
    expect(setting, name).toHaveProperty("default");
  }
});

test("activation events are needed ones only", () => {
  // Languages, commands and views activate by themselves; the star would make every window pay.
  for (const event of manifest.activationEvents ?? []) expect(event).not.toMatch(/^(\*|onStartupFinished|onCommand:|onView:)/);
});

test("it works in untrusted and virtual workspaces: nothing of a workspace is executed", () => {
  expect(manifest.capabilities?.untrustedWorkspaces?.supported).toBe(true);
  expect(manifest.capabilities?.virtualWorkspaces).toBeTruthy();
});

test("entry points lie where the build writes them", () => {
  expect(manifest.main).toBe("./dist/client.cjs");
  expect(manifest.bin).toEqual({ telos: "./dist/cli.cjs" });
});

test("everything is bundled, so nothing is installed with the extension", () => {
  expect(manifest.dependencies ?? {}).toEqual({});
});

test("versions are pinned, and typings are not newer than the editor promised", () => {
  for (const [name, version] of Object.entries(manifest.devDependencies)) expect(version, name).toMatch(/^\d+\.\d+\.\d+/);
  expect(manifest.engines.vscode).toBe(`^${manifest.devDependencies["@types/vscode"]}`);
});

/** Every text below a value that is written like a relative path. */
function pathsIn(value: unknown): string[] {
  if (typeof value === "string") return /^\.\.?\/[\w./-]+$/.test(value) ? [value] : [];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(pathsIn);
}
