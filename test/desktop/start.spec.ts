import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from '@playwright/test';

const root = resolve(import.meta.dirname, '..', '..');

/** A checkout of its own, whose headless door only says how it was started; Electron's package is there, its binary is not. */
function makeCheckout(): string {
  const folder = mkdtempSync(join(tmpdir(), 'ringfence-start-'));
  for (const part of ['main/start.ts', 'main/ending.ts', 'shared/messages', 'package.json'])
    cpSync(join(root, part), join(folder, part), { recursive: true });
  mkdirSync(join(folder, 'node_modules'));
  for (const name of readdirSync(join(root, 'node_modules')))
    if (name !== 'electron')
      symlinkSync(join(root, 'node_modules', name), join(folder, 'node_modules', name));
  const electron = join(folder, 'node_modules', 'electron');
  mkdirSync(electron);
  for (const file of ['package.json', 'install.js', 'index.js', 'checksums.json'])
    cpSync(join(root, 'node_modules', 'electron', file), join(electron, file));
  mkdirSync(join(folder, 'dist', 'main'), { recursive: true });
  const door = `if (process.argv.includes('--wait')) {
  process.on('SIGTERM', () => { console.log('told to end'); process.exit(7); });
  setInterval(() => undefined, 1000);
}
console.log('headless', ...process.argv.slice(2));`;
  writeFileSync(join(folder, 'dist', 'main', 'headless.js'), door);
  return folder;
}

function environment(more: Record<string, string>): NodeJS.ProcessEnv {
  const none = { npm_config_electron_mirror: undefined, WAYLAND_DISPLAY: undefined };
  return { ...process.env, ...none, DISPLAY: ':99', LC_ALL: 'en_US.UTF-8', ...more };
}

function start(
  checkout: string,
  args: string[],
  more: Record<string, string>,
): Promise<{ code: number; lines: string[] }> {
  return new Promise(done => {
    const child = execFile(
      process.execPath,
      [join(checkout, 'main', 'start.ts'), ...args],
      { env: environment({ electron_config_cache: join(checkout, 'cache'), ...more }) },
      (_error, stdout) => done({ code: child.exitCode ?? -1, lines: stdout.trim().split('\n') }),
    );
  });
}

/** A source of Electron that answers as given; null never answers. */
async function serveElectron(answer: string | null) {
  const server = createServer((_request, response) => {
    if (answer !== null) response.writeHead(404).end(answer);
  });
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done));
  const address = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/`;
  return { address, close: () => (server.closeAllConnections(), server.close()) };
}

let checkout = '';
test.beforeEach(() => {
  checkout = makeCheckout();
});
test.afterEach(() => rmSync(checkout, { recursive: true, force: true }));

for (const { language, sentence } of [
  { language: 'en_US.UTF-8', sentence: /^Electron is not on this computer/ },
  { language: 'ko_KR.UTF-8', sentence: /^이 컴퓨터에는 Electron이 없어서/ },
])
  test(`says in one sentence that Electron cannot be had, and opens the headless door (${language})`, async () => {
    const source = await serveElectron('not here');
    const { code, lines } = await start(checkout, ['--demo', '--port', '0'], {
      ELECTRON_MIRROR: source.address,
      LC_ALL: language,
    });
    source.close();
    expect(lines).toEqual([expect.stringMatching(sentence), 'headless --demo --port 0']);
    expect(code).toBe(0);
  });

test('a source that never answers is given up in time', async () => {
  const source = await serveElectron(null);
  const { lines } = await start(checkout, [], { ELECTRON_MIRROR: source.address });
  source.close();
  expect(lines).toEqual([expect.stringMatching(/^Electron is not on this computer/), 'headless']);
});

test('without a screen the headless door opens at once', async () => {
  const { lines } = await start(checkout, [], { DISPLAY: '' });
  expect(lines).toEqual([expect.stringMatching(/^This computer has no screen/), 'headless']);
});

test('an Electron that is there is started with the app and its arguments', async () => {
  const electron = join(checkout, 'node_modules', 'electron');
  mkdirSync(join(electron, 'dist'));
  writeFileSync(join(electron, 'path.txt'), 'electron');
  writeFileSync(join(electron, 'dist', 'electron'), '#!/bin/sh\necho electron "$@"\nexit 3\n', {
    mode: 0o755,
  });
  const { code, lines } = await start(checkout, ['--line', 'tcp://cellar:3333'], {});
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatch(/^electron \/.* --line tcp:\/\/cellar:3333$/);
  expect(code).toBe(3);
});

test('a signal is passed on, and the door’s exit code is kept', async () => {
  const child = spawn(process.execPath, [join(checkout, 'main', 'start.ts'), '--wait'], {
    env: environment({ DISPLAY: '' }),
  });
  let output = '';
  child.stdout.on('data', (data: Buffer) => {
    output += data.toString();
    if (output.includes('headless --wait')) child.kill('SIGTERM');
  });
  const [code] = (await once(child, 'exit')) as [number];
  expect(output).toContain('told to end');
  expect(code).toBe(7);
});
