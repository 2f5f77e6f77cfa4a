// The built language server: from the command line, as other editors start it, and as it is shipped with the extension.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { generatedRequest, referencePageRequest } from "../../server/protocol.ts";
import { clientOver, uri } from "./client.ts";
import { walk } from "./marker.ts";

const dist = join(import.meta.dirname, "..", "..", "dist");

it.for([
  ["the command line", ["cli.cjs", "lsp", "--stdio"]],
  ["the extension", ["server.cjs", "--stdio"]],
] as const)("serves over stdio from %s, with all it knows, and leaves when told to", async ([, [file, ...words]], { skip }) => {
  const built = join(dist, file);
  if (!existsSync(built)) skip(`dist/${file} is not built; run \`npm run build\` first.`);
  const server = spawn(process.execPath, [built, ...words], { stdio: ["pipe", "pipe", "pipe"], cwd: tmpdir() });
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
    const page = await client.rpc.sendRequest(referencePageRequest, { id: "rule/dense-outweighs-terminal" });
    expect(page).toContain("## Prefer");
    expect(await client.rpc.sendRequest(referencePageRequest, { id: "operator/clip" })).toContain("# clip");
    const code = await client.rpc.sendRequest(generatedRequest, { uri, target: "typescript" });
    expect(code).toMatchObject({ ok: true, text: expect.stringContaining("export") });
    await client.rpc.sendRequest("shutdown");
    await client.rpc.sendNotification("exit");
    expect(await left).toBe(0);
    expect(errors.join("")).toBe("");
  } finally {
    server.kill();
  }
});
