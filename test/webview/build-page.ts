// Builds the page before the tests, unless `npm test` has just done so.
import { build } from "../../scripts/build.mjs";

export default async function buildPage(): Promise<void> {
  if (!process.env.TELOS_COUNTS) await build({ only: ["webview"] });
}
