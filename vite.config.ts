import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** `vite build` makes the page; `vite build --mode main` makes the doors that run without a TypeScript loader. */
export default defineConfig(({ mode }) =>
  mode === 'main'
    ? {
        build: {
          ssr: true,
          outDir: 'dist/main',
          emptyOutDir: true,
          target: 'node22',
          rolldownOptions: {
            input: ['main/headless.ts', 'main/desktop.ts'],
            external: ['electron', /^node:/],
          },
        },
      }
    : {
        root: 'renderer',
        base: './',
        plugins: [react()],
        build: {
          outDir: '../dist/renderer',
          emptyOutDir: true,
          target: 'es2022',
          chunkSizeWarningLimit: 1500,
        },
      },
);
