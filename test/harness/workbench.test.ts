// The address that opens VS Code with an extension loaded by itself.
import { expect, test } from "vitest";
import { addressOf } from "../../scripts/vscode/workbench.mjs";

test("folder, extension, file and tests travel in the address", () => {
  const address = new URL(
    addressOf("http://127.0.0.1:4123", {
      folder: "/a b/work",
      extensions: ["/ext"],
      tests: "/t/suite.cjs",
      file: "/a b/work/x.reward",
    }),
  );
  expect(address.origin).toBe("http://127.0.0.1:4123");
  expect(address.searchParams.get("folder")).toBe("/a b/work");
  expect(JSON.parse(address.searchParams.get("payload") ?? "")).toEqual([
    ["extensionDevelopmentPath", "vscode-remote://127.0.0.1:4123/ext"],
    ["extensionTestsPath", "vscode-remote://127.0.0.1:4123/t/suite.cjs"],
    ["openFile", "vscode-remote://127.0.0.1:4123/a%20b/work/x.reward"],
    ["skipWelcome", "true"],
  ]);
});
