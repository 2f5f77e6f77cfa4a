// The page with a fake host and a theme written into it, for a plain browser. Used by serve.mjs.
import fs from "node:fs";
import path from "node:path";
import { pageFrame } from "../../client/infrastructure/page-frame.ts";
import { installFakeHost } from "../../webview/dev/fake-host.ts";
import { BODY_CLASS, type ThemeName, themeVariables } from "../../webview/dev/themes.ts";
import { ownColours } from "./own-colours.ts";
import { load, walkLog } from "./samples.ts";

/** HTML that shows the first reward of a file; throws what is wrong with it. */
export function servedPage(file: string, theme: ThemeName): string {
  const text = fs.readFileSync(file, "utf8");
  const message = load(path.basename(file), text, text.includes("velocity") ? [walkLog(128)] : []);
  const variables = themeVariables(theme, ownColours(theme));
  const script = `(${installFakeHost})(${JSON.stringify(JSON.stringify([message]))});
for (const [name, value] of Object.entries(${JSON.stringify(variables)})) document.documentElement.style.setProperty(name, value);`;
  return pageFrame({ nonce: "dev", script: "main.js", style: "main.css" })
    .replace("<body>", `<body class="${BODY_CLASS[theme]}">`)
    .replace("<script", () => `<script nonce="dev">${script.replaceAll("</", "<\\/")}</script>\n<script`);
}
