import { existsSync } from 'node:fs';
import { defineConfig } from '@playwright/test';
import type { Doors } from './test/web/every-door.ts';

/** Chromium is the system's own: Playwright's cannot be fetched everywhere. */
const chromium =
  process.env['CHROMIUM'] ??
  ['/usr/bin/chromium', '/usr/bin/google-chrome'].find(path => existsSync(path)) ??
  '';

export default defineConfig<Doors>({
  outputDir: 'test-results/playwright',
  workers: 2,
  fullyParallel: true,
  timeout: 60_000,
  // A browser on a busy machine may miss a deadline once; `npm test` says how many needed a second try.
  retries: 1,
  forbidOnly: true,
  use: {
    launchOptions: {
      ...(chromium === '' ? {} : { executablePath: chromium }),
      args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
    },
  },
  projects: [
    { name: 'web', testDir: 'test/web' },
    {
      name: 'desktop',
      testDir: 'test',
      testMatch: ['desktop/*.spec.ts', 'web/every-door.spec.ts'],
      use: { door: 'desktop' },
    },
  ],
});
