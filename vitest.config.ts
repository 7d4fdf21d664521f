import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: [
      'test/unit/**/*.test.ts',
      'test/unit/**/*.test.tsx',
      'test/fuzz/**/*.test.ts',
      'test/line/**/*.test.ts',
      'test/house/**/*.test.ts',
    ],
    setupFiles: ['test/fuzz/seed.ts'],
    testTimeout: 20_000,
    fileParallelism: true,
    maxWorkers: 2,
  },
});
