import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig } from "vite";

// A page of all parts, for eyes and for axe. It is not shipped.
export default defineConfig({
  plugins: [svelte()],
  build: { outDir: "node_modules/.gallery", emptyOutDir: true },
});
