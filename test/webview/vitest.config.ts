// The preview page in a real Chromium. Run by `npm test`; alone: npx vitest run --config test/webview/vitest.config.ts
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

export default defineConfig({
  root: fileURLToPath(new URL("../..", import.meta.url)),
  test: {
    include: ["test/webview/**/*.test.ts"],
    globalSetup: ["test/webview/build-page.ts"],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // One browser at a time: frame times are measured.
    fileParallelism: false,
  },
});
