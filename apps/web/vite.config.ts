import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Where `npm run dev` style work finds the API; the built screens are served by the server itself. */
const API = process.env.WESTGATE_API ?? 'http://127.0.0.1:4310';

export default defineConfig({
  plugins: [react()],
  resolve: { conditions: ['source', 'module', 'browser', 'development|production'] },
  server: { proxy: { '/api': API } },
  build: { outDir: 'dist/site', emptyOutDir: true, assetsInlineLimit: 0, modulePreload: { polyfill: false }, chunkSizeWarningLimit: 1200 },
});
