// `telos check` with the settings of a project: the nearest file, a named one, none; and what it says about wrong ones.
import { chmodSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { scratchEach, telos } from "./run-telos.ts";

const { folder, file } = scratchEach();

const spec = `reward R {
  signal ok : bool from verifier
  signal rm : number from model("rm")
  goal solved = ok
  objective help = rm
}
`;

const severities = async (...args: string[]) => {
  const { out } = await telos("check", ...args, "--format", "json");
  const files: { diagnostics: { code: string; severity: string }[] }[] = JSON.parse(out).files;
  return files.map(({ diagnostics }) => diagnostics.find(({ code }) => code === "RH101")?.severity);
};

it("takes the nearest file up the tree, and no other", async () => {
  file("telos.json", '{ "rules": { "RH101": "off", "unguarded-judge": "off" } }');
  file("near/telos.json", '{ "rules": { "RH101": "hint" } }');
  const [top, near, below] = [file("a.reward", spec), file("near/b.reward", spec), file("x/y/c.reward", spec)];
  expect(await severities(top, near, below)).toEqual([undefined, "hint", undefined]);
  expect(await telos("check", top)).toMatchObject({ code: 0, error: "" });
});

it("applies overrides by the path below the settings", async () => {
  file("telos.json", '{ "overrides": [{ "files": ["legacy/**"], "rules": { "RH101": "info" } }] }');
  expect(await severities(file("legacy/old.reward", spec), file("new.reward", spec))).toEqual(["info", "error"]);
});

it("takes a named file, or none", async () => {
  file("telos.json", '{ "rules": { "RH101": "off" } }');
  const [path, other] = [file("a.reward", spec), file("strict.json", '{ "rules": { "RH101": "warning" } }')];
  expect(await severities(path)).toEqual([undefined]);
  expect(await severities(path, "--config", other)).toEqual(["warning"]);
  expect(await severities(path, "--no-config")).toEqual(["error"]);
  expect(await telos("check", path, "--config", join(folder(), "none.json"))).toMatchObject({
    code: 2,
    error: expect.stringContaining("none.json does not exist"),
  });
  expect((await telos("check", path, "--config", other, "--no-config")).code).toBe(2);
});

it("tells what is wrong in settings once, with file and line, exits with 2, and applies the rest", async () => {
  const settings = file("telos.json", '{\n  "rules": {\n    "RH101": "off",\n    "RH999": "error"\n  }\n}\n');
  const paths = [file("a.reward", spec), file("b.reward", spec)];
  const { code, out, error } = await telos("check", ...paths, "--format", "json");
  expect(code).toBe(2);
  expect(error.split("unknown-rule")).toHaveLength(2);
  expect(error).toContain(`${settings}:4:5 error C005 unknown-rule\n  There is no rule "RH999".`);
  expect(JSON.parse(out).files).toHaveLength(2);
  expect(await severities(...paths)).toEqual([undefined, undefined]);
});

it("tells of broken and unreadable settings without failing", async () => {
  const path = file("a.reward", spec);
  const settings = file("telos.json", '{ "rules": { "RH101": "off" ');
  expect(await telos("check", path)).toMatchObject({ code: 2, error: expect.stringContaining("C001 broken-settings") });
  rmSync(settings);
  mkdirSync(settings);
  expect(await telos("check", path)).toMatchObject({ code: 2, error: expect.stringContaining("it is not a file") });
  rmSync(settings, { recursive: true });
  writeFileSync(settings, new Uint8Array([0xff, 0xfe, 0x00]));
  expect(await telos("check", path)).toMatchObject({ code: 2, error: expect.stringContaining("not a text in UTF-8") });
  expect(await severities(path)).toEqual(["error"]);
});

it.skipIf(process.getuid?.() === 0)("tells that settings may not be read", async () => {
  const path = file("a.reward", spec);
  chmodSync(file("telos.json", "{}"), 0);
  expect(await telos("check", path)).toMatchObject({ code: 2, error: expect.stringContaining("this user may not read it") });
});
