// Colours the extension contributes to every theme, read from its manifest.
import fs from "node:fs";
import type { ThemeName } from "../../webview/dev/themes.ts";

const KEYS = {
  light: "light",
  dark: "dark",
  "high-contrast": "highContrast",
  "high-contrast-light": "highContrastLight",
} as const;

/** Their values in one theme, by id. Run from the project's folder, as tests are. */
export function ownColours(theme: ThemeName): Record<string, string> {
  const manifest = JSON.parse(fs.readFileSync("package.json", "utf8"));
  const colours: { id: string; defaults: Record<string, string> }[] = manifest.contributes.colors;
  return Object.fromEntries(colours.map(({ id, defaults }) => [id, defaults[KEYS[theme]]]));
}
