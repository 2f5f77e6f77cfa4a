// Puts a VS Code server together from npm packages alone, once, in .vscode-test/. It must not start it.
//   node scripts/vscode/provision.mjs
// @ts-check
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { npm } from "../npm.mjs";
import { codeServer, extensionsLeftOut, extensionsSilenced, leftOut, recipe, ripgrep } from "./pins.mjs";

const here = path.dirname(fileURLToPath(import.meta.url));
export const root = path.dirname(path.dirname(here));
const cache = path.join(root, ".vscode-test");

/**
 * The VS Code server's folder; made when it is not there. The folder appears whole or not at all, so an interrupted run leaves nothing
 * half done. Throws an Error that says what to do when the packages cannot be had.
 * @param {{ log?: (line: string) => void }} [options]
 * @returns {string}
 */
export function provision({ log = console.log } = {}) {
  const target = path.join(cache, `vscode-server-${codeServer.vscode}-r${recipe}`);
  if (fs.existsSync(target)) return target;
  log(`Fetching VS Code ${codeServer.vscode} from the npm registry (once, about 40 MB) …`);
  fs.mkdirSync(cache, { recursive: true });
  const staging = fs.mkdtempSync(path.join(cache, "staging-"));
  try {
    const server = unpack(staging);
    trim(server);
    npm(["install", "--omit=dev", "--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline"], server);
    finish(server);
    publish(server, target);
    for (const name of fs.readdirSync(cache))
      if (name.startsWith("vscode-server-") && name !== path.basename(target))
        fs.rmSync(path.join(cache, name), { recursive: true, force: true });
  } catch (problem) {
    throw new Error(`Cannot prepare VS Code for tests. ${/** @type {Error} */ (problem).message}`);
  } finally {
    fs.rmSync(staging, { recursive: true, force: true });
  }
  return target;
}

/** @param {string} staging */
function unpack(staging) {
  const [{ filename, integrity }] = JSON.parse(npm(["pack", codeServer.package, "--json"], staging));
  if (integrity !== codeServer.integrity)
    throw new Error(
      `${codeServer.package} is not what it was: expected ${codeServer.integrity}, got ${integrity}. Nothing was run.`,
    );
  const tar = spawnSync("tar", ["-xzf", filename, "package/lib/vscode", "package/LICENSE", "package/ThirdPartyNotices.txt"], {
    cwd: staging,
    encoding: "utf8",
  });
  if (tar.status !== 0) throw new Error(`Cannot unpack ${filename}: ${tar.stderr || tar.error?.message}`);
  const server = path.join(staging, "package", "lib", "vscode");
  for (const file of ["LICENSE", "ThirdPartyNotices.txt"])
    fs.renameSync(path.join(staging, "package", file), path.join(server, file));
  return server;
}

/** @param {string} server */
function trim(server) {
  const file = path.join(server, "package.json");
  const manifest = JSON.parse(fs.readFileSync(file, "utf8"));
  for (const name of leftOut) delete manifest.dependencies[name];
  delete manifest.overrides;
  manifest.dependencies["@vscode/ripgrep-universal"] = ripgrep;
  fs.writeFileSync(file, JSON.stringify(manifest, null, 2));
  for (const name of extensionsLeftOut) fs.rmSync(path.join(server, "extensions", name), { recursive: true, force: true });
  for (const name of extensionsSilenced) {
    const folder = path.join(server, "extensions", name);
    const { main } = JSON.parse(fs.readFileSync(path.join(folder, "package.json"), "utf8"));
    fs.writeFileSync(path.join(folder, main.endsWith(".js") ? main : `${main}.js`), "exports.activate = () => {};\n");
  }
}

/** @param {string} server */
function finish(server) {
  const modules = path.join(server, "node_modules");
  fs.cpSync(path.join(here, "stand-ins"), modules, { recursive: true });
  // VS Code looks for its packages in an archive that only the desktop build has.
  fs.symlinkSync(process.platform === "win32" ? modules : "node_modules", path.join(server, "node_modules.asar"), "junction");
  const binaries = path.join(modules, "@vscode", "ripgrep-universal", "bin");
  for (const name of fs.readdirSync(binaries))
    if (name !== `${process.platform}-${process.arch}`) fs.rmSync(path.join(binaries, name), { recursive: true });
}

/**
 * @param {string} server
 * @param {string} target
 */
function publish(server, target) {
  try {
    fs.renameSync(server, target);
  } catch (problem) {
    // Another run was quicker; its folder is as good.
    if (!fs.existsSync(target)) throw problem;
  }
  if (process.platform === "win32") {
    const link = path.join(target, "node_modules.asar");
    fs.rmSync(link, { force: true, recursive: true });
    fs.symlinkSync(path.join(target, "node_modules"), link, "junction");
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    console.log(provision());
  } catch (problem) {
    console.error(/** @type {Error} */ (problem).message);
    process.exit(1);
  }
}
