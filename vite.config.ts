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
            // All beside each other: `import.meta.dirname` is then the same for every part.
            output: { chunkFileNames: '[name]-[hash].js' },
          },
        },
      }
    : {
        root: 'renderer',
        // Places inside the page have paths of their own, and a reload of one must find the files.
        base: '/',
        plugins: [react()],
        build: {
          outDir: '../dist/renderer',
          emptyOutDir: true,
          target: 'es2022',
          // No data: addresses: the page may load fonts and pictures only from its own files.
          assetsInlineLimit: 0,
          chunkSizeWarningLimit: 1500,
        },
      },
);
