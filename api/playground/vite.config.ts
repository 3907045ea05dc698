import { defineConfig } from 'vite';

/** The playground as static files: everything it loads, Monaco's workers too, comes from the API's own origin. */
export default defineConfig({
  root: import.meta.dirname,
  build: {
    outDir: '../dist/playground',
    emptyOutDir: true,
    assetsDir: 'playground-assets',
    assetsInlineLimit: 0,
    // Monaco alone is larger than the usual warning.
    chunkSizeWarningLimit: 5000,
  },
  worker: { format: 'es' },
});
