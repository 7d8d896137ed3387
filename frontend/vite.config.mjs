// One script and one style, under fixed names: the server adds the version to their addresses.
import { defineConfig } from "vite";

export default defineConfig({
  build: {
    outDir: "../src/laydown/web/static",
    emptyOutDir: false,
    target: "es2022",
    cssCodeSplit: false,
    codeSplitting: false,
    rollupOptions: {
      input: "src/desk.ts",
      output: { entryFileNames: "desk.js", assetFileNames: "desk[extname]" },
    },
  },
  test: { environment: "jsdom", include: ["src/**/*.test.ts"] },
});
