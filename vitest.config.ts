// Unit, property and in-process tests. The webview and the real VS Code have runners of their own in scripts/.
import { defineConfig } from "vitest/config";

export default defineConfig({
  define: { TELOS_VERSION: JSON.stringify("test") },
  test: {
    include: ["test/**/*.test.ts"],
    exclude: ["test/host/**", "test/webview/**", "node_modules/**"],
    testTimeout: 30_000,
  },
});
