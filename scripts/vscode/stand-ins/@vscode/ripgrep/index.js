// Stands in for the package that downloads ripgrep when installed: the same binary lies in @vscode/ripgrep-universal.
import path from "node:path";
import { fileURLToPath } from "node:url";

const bin = fileURLToPath(new URL("../ripgrep-universal/bin/", import.meta.url));
const file = process.platform === "win32" ? "rg.exe" : "rg";

export const rgPath = path.join(bin, `${process.platform}-${process.arch}`, file);
