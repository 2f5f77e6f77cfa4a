// The built command line as a language server: what other editors start.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { clientOver } from "./client.ts";
import { walk } from "./marker.ts";

const cli = join(import.meta.dirname, "..", "..", "dist", "cli.cjs");

it("serves over stdio from the built command line, and leaves when told to", async ({ skip }) => {
  if (!existsSync(cli)) skip("dist/cli.cjs is not built; run `npm run build` first.");
  const server = spawn(process.execPath, [cli, "lsp", "--stdio"], { stdio: ["pipe", "pipe", "pipe"] });
  const errors: string[] = [];
  server.stderr.on("data", (chunk: Buffer) => errors.push(chunk.toString()));
  const left = new Promise<number | null>((resolve) => server.once("exit", resolve));
  try {
    const client = clientOver(server.stdout, server.stdin);
    const { serverInfo } = await client.initialise();
    expect(serverInfo?.name).toBe("telos");
    client.open(walk.replace("let off =", "let = 1\n  let off ="));
    expect(await client.diagnosticsOf(1)).not.toEqual([]);
    client.change(walk, 2);
    expect((await client.diagnosticsOf(2)).filter(({ severity }) => severity === 1)).toEqual([]);
    await client.rpc.sendRequest("shutdown");
    await client.rpc.sendNotification("exit");
    expect(await left).toBe(0);
    expect(errors.join("")).toBe("");
  } finally {
    server.kill();
  }
});
