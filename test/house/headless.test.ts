import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { CallPage } from '../../shared/history.ts';
import { LiveEvent } from '../../shared/live.ts';
import { Status } from '../../shared/status.ts';
import { ask, follow, openDoor } from './door.ts';
import type { Door, Frame } from './door.ts';
import { phoneOnNetwork } from './phone.ts';
import { cli, start, withFolder } from './processes.ts';

const patient = { timeout: 120_000 };
const rule = { who: { kind: 'prefix', value: '1588' }, action: 'block' };
const events = (frames: Frame[]): LiveEvent[] =>
  frames.filter(({ event }) => event === 'live').map(({ data }) => LiveEvent.parse(JSON.parse(data)));

describe('an open door', patient, () => {
  const folder = mkdtempSync(join(tmpdir(), 'ringfence-door-'));
  let door: Door;
  beforeAll(async () => {
    door = await openDoor(folder);
  }, 60_000);
  afterAll(async () => {
    door.signal('SIGKILL');
    await door.ended;
    rmSync(folder, { recursive: true, force: true });
  });

  test('tells its address and the state of its line', async () => {
    expect(door.address).toMatch(/^http:\/\/localhost:\d+$/);
    await door.until('watching', () => door.stdout().includes('Watching for calls'));
    const status = Status.parse((await ask(door, '/api/status')).json());
    expect(status).toMatchObject({ door: 'headless', demo: false, dataFolder: folder, troubles: [] });
    expect(status.lines).toMatchObject([{ line: 'simulated:conexant', state: 'watching' }]);
  });

  test('shows a made-up household to look around in, of which nothing is left afterwards', async () => {
    const look = (on: boolean) => ask(door, '/api/look-around', { method: 'POST', body: { on } });
    const glance = async () => Status.parse((await ask(door, '/api/status')).json());
    await look(true);
    expect(await glance()).toMatchObject({ demo: true, lookAround: 'on' });
    const madeUp = CallPage.parse((await ask(door, '/api/calls')).json());
    expect(madeUp.total).toBeGreaterThan(100);
    await look(false);
    expect(await glance()).toMatchObject({ demo: false, lookAround: 'off', dataFolder: folder });
    expect(CallPage.parse((await ask(door, '/api/calls')).json()).total).toBeLessThan(madeUp.total);
    expect(readdirSync(folder)).not.toContain('look-around');
  });

  test('started a second time says that it is running and where', async () => {
    const again = await start('main/headless.ts', ['--data', folder, '--port', '0']).ended;
    expect(again).toMatchObject({ code: 0, stderr: '' });
    expect(again.stdout).toContain(`already running at ${door.address}`);
    const watch = await cli(['watch', '--data', folder]);
    expect(watch.code).toBe(2);
    expect(watch.stderr).toContain(`already running at ${door.address}`);
  });

  test('whose port is taken says so, and which option helps', () =>
    withFolder(async other => {
      const taken = createServer();
      await new Promise<void>(done => taken.listen(0, '127.0.0.1', done));
      const port = String((taken.address() as AddressInfo).port);
      const args = ['--data', other, '--port', port, '--line', 'simulated:conexant'];
      const { code, stderr } = await start('main/headless.ts', args).ended;
      taken.close();
      expect(code).toBe(2);
      expect(stderr).toContain(`Port ${port} is used by another program. Choose another with --port.`);
    }));

  test.each([
    [['--host', '0.0.0.0'], /RINGFENCE_PASSWORD/],
    [['--line', 'foo:bar'], /foo:bar.*tcp:\/\//],
    [['--nonsense'], /nonsense/],
    [['--port', 'http'], /"http" is not a port/],
  ])('with %j is refused in one sentence', (args, words) =>
    withFolder(async other => {
      const { code, stdout, stderr } = await start('main/headless.ts', ['--data', other, ...args]).ended;
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
      expect(stderr).toMatch(words);
      expect(stderr, 'no stack traces for people').not.toMatch(/^\s+at /m);
      // A mistake opens no book.
      expect(readdirSync(other)).toEqual([]);
    }),
  );

  test('gives the page with its walls, at every place inside it', async () => {
    for (const path of ['/', '/rules', '/caller/0212345678', '/caller/withheld:private']) {
      const page = await ask(door, path);
      expect(page.status).toBe(200);
      expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
      expect(page.text).toContain('<div id="');
      const policy = String(page.headers['content-security-policy']);
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("script-src 'self';");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toMatch(/unsafe-eval|https?:|\*/);
      expect(page.headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
      });
    }
    expect((await ask(door, '/api/status')).headers['content-security-policy']).toContain("'none'");
  });

  test('gives no file from outside the page', async () => {
    const paths = [
      '/../package.json',
      '/../../package.json',
      '/%2e%2e/package.json',
      '/..%2fpackage.json',
      '/assets/..%2f..%2fpackage.json',
      '/..%5cpackage.json',
      '/%2fetc%2fpasswd',
      '//etc/passwd',
      '/icon.svg%00.html',
      '/no-such-file.js',
    ];
    for (const path of paths) {
      const { status, text } = await ask(door, path);
      expect(text, path).not.toMatch(/"dependencies"|root:/);
      expect(status, path).toBeLessThan(500);
    }
    expect((await ask(door, '/%')).status).toBeLessThan(500);
    expect((await ask(door, '/%E0%A4%A')).status).toBeLessThan(500);
  });

  test('turns away other sites and other names of its own', async () => {
    const foreign = [
      { headers: { host: 'evil.example' } },
      { headers: { host: `evil.example:${String(door.port)}` } },
      { headers: { host: `localhost.evil.example:${String(door.port)}` } },
      { headers: { origin: 'http://evil.example' } },
      { headers: { origin: 'null' } },
      { headers: { 'sec-fetch-site': 'cross-site' } },
      { method: 'POST', body: rule, headers: { origin: 'http://evil.example' } },
      { method: 'POST', body: rule, headers: { origin: `http://localhost:${String(door.port + 1)}` } },
    ];
    for (const asking of foreign) {
      const { status, json } = await ask(door, '/api/rules', asking);
      expect({ asking, status, answer: json() }).toMatchObject({
        status: 403,
        answer: { problem: 'foreign-origin' },
      });
    }
    expect((await ask(door, '/api/rules')).json()).toEqual([]);
    const own = { headers: { origin: door.address, 'sec-fetch-site': 'same-origin' } };
    expect((await ask(door, '/api/rules', own)).status).toBe(200);
    expect((await ask(door, '/api/status', { headers: { host: '127.0.0.1' } })).status).toBe(200);
  });

  test('says what is wrong with a request, and never breaks over one', async () => {
    const wrong: [path: string, asking: Parameters<typeof ask>[2], status: number, problem: string][] = [
      ['/api/nothing', {}, 404, 'not-found'],
      ['/api/calls/none', {}, 404, 'not-found'],
      ['/api/calls?limit=9999', {}, 400, 'bad-request'],
      ['/api/rules', { method: 'POST', body: '{ this is no JSON' }, 400, 'bad-request'],
      ['/api/rules', { method: 'POST', body: { who: { kind: 'shoe' } } }, 400, 'bad-request'],
      ['/api/rules/77', { method: 'DELETE' }, 404, 'not-found'],
      ['/api/changes/77/undo', { method: 'POST' }, 404, 'not-found'],
      ['/api/settings', { method: 'PUT', body: { holdMs: 5 } }, 400, 'bad-request'],
      ['/api/calls/none/hang-up', { method: 'POST' }, 409, 'call-over'],
      ['/api/callers/112/judge', { method: 'POST', body: { action: 'block' } }, 422, 'rule-public-line'],
    ];
    for (const [path, asking, status, problem] of wrong) {
      const answer = await ask(door, path, asking);
      expect({ path, status: answer.status, answer: answer.json() }).toMatchObject({
        path,
        status,
        answer: { problem },
      });
    }
    expect(door.stderr()).toBe('');
  });

  test('tells live what changes; a page that was away for a while misses nothing and hears nothing twice', async () => {
    const page = await follow(door);
    const [hello] = await page.until(1);
    expect(hello?.event).toBe('hello');
    const Added = z.object({ rule: z.object({ id: z.number() }) });
    const { id } = Added.parse((await ask(door, '/api/rules', { method: 'POST', body: rule })).json()).rule;
    const [, first] = await page.until(2);
    expect(first).toMatchObject({ event: 'live', data: '{"type":"changed","what":"rules"}' });
    page.close();

    await ask(door, `/api/rules/${String(id)}`, { method: 'DELETE' });
    await ask(door, '/api/settings', { method: 'PUT', body: { theme: 'dark' } });
    await ask(door, '/api/settings', { method: 'PUT', body: { theme: 'auto' } });
    const back = await follow(door, first?.id);
    const frames = await back.until(4);
    // A page that is cut off right behind the greeting still misses nothing next time.
    expect(frames[0]).toMatchObject({ event: 'hello', id: first?.id });
    expect(events(frames)).toEqual([
      { type: 'changed', what: 'rules' },
      { type: 'changed', what: 'settings' },
      { type: 'changed', what: 'settings' },
    ]);
    const ids = frames.map(frame => Number(frame.id));
    expect(ids).toEqual([...new Set(ids)].sort((a, b) => a - b));
    back.close();
  });

  test.each(['1', '99999999999999', 'nonsense', '-1'])(
    'tells a page whose last event was %s to fetch everything anew',
    async stale => {
      const page = await follow(door, stale);
      expect((await page.until(1))[0]).toMatchObject({ event: 'anew' });
      page.close();
    },
  );

  test('follows a rule that the command line adds', async () => {
    const page = await follow(door);
    await page.until(1);
    const { code } = await cli([
      'rules',
      'add',
      '--match',
      'class:premium',
      '--action',
      'block',
      '--data',
      folder,
    ]);
    expect(code).toBe(0);
    expect(events(await page.until(2))).toContainEqual({ type: 'changed', what: 'rules' });
    expect((await ask(door, '/api/rules')).json()).toMatchObject([{ who: { value: 'premium' } }]);
    page.close();
  });
});

test('a call on the line is told live to the page and as a plain line on the terminal', patient, () =>
  withFolder(async folder => {
    const phone = await phoneOnNetwork();
    const door = await openDoor(folder, ['--line', phone.line]);
    try {
      await door.until('watching', () => door.stdout().includes('Watching for calls'));
      await ask(door, '/api/rules', { method: 'POST', body: rule });
      const page = await follow(door);
      await page.until(1);
      phone.call('15881234');
      await door.until('the call', () => door.stdout().includes('1588-1234'));
      expect(door.stdout()).toMatch(/^\d\d:\d\d:\d\d {2}1588-1234 .* blocked {2}\S.*$/m);
      await page.until(3);
      const [, call] = events(page.frames());
      expect(call).toMatchObject({
        type: 'call',
        call: { number: { display: '1588-1234' }, verdict: { action: 'block' }, callsOfCaller: 1 },
      });
      page.close();
    } finally {
      door.signal('SIGKILL');
      await door.ended;
      await phone.close();
    }
  }),
);

test('Ctrl-C ends it cleanly although a page is looking on', patient, () =>
  withFolder(async folder => {
    const door = await openDoor(folder);
    const page = await follow(door);
    await page.until(1);
    door.signal('SIGINT');
    const ended = await door.ended;
    expect(ended).toMatchObject({ code: 0, stderr: '' });
    expect(ended.stdout).toContain(`Ringfence has stopped. Your data is in ${folder}.`);
    expect(readdirSync(folder)).not.toContain('ringfence.sock');
  }),
);

test(
  'a damaged settings file and book are kept aside, and the owner is told on the terminal and on the page',
  patient,
  () =>
    withFolder(async folder => {
      writeFileSync(join(folder, 'settings.json'), '{"theme": "dark"');
      writeFileSync(join(folder, 'ringfence.db'), 'no database at all '.repeat(500));
      const door = await openDoor(folder);
      try {
        const { troubles } = Status.parse((await ask(door, '/api/status')).json());
        expect(troubles.map(({ key }) => key).sort()).toEqual(['database-damaged', 'settings-damaged']);
        for (const { values } of troubles) expect(door.stderr()).toContain(values['file']);
        const aside = readdirSync(folder).filter(name => name.includes('damaged'));
        expect(aside).toHaveLength(2);
      } finally {
        door.signal('SIGKILL');
        await door.ended;
      }
    }),
);

describe('a door with a password', patient, () => {
  const folder = mkdtempSync(join(tmpdir(), 'ringfence-door-'));
  let door: Door;
  beforeAll(async () => {
    door = await openDoor(folder, ['--host', '0.0.0.0'], { RINGFENCE_PASSWORD: 'open sesame' });
  }, 60_000);
  afterAll(async () => {
    door.signal('SIGKILL');
    await door.ended;
    rmSync(folder, { recursive: true, force: true });
  });
  const enter = (password: unknown) => ask(door, '/api/session', { method: 'POST', body: { password } });

  test('shows the page that asks for it, and nothing else', async () => {
    expect((await ask(door, '/')).status).toBe(200);
    expect((await ask(door, '/api/session')).json()).toEqual({ needed: true });
    for (const path of [
      '/api/status',
      '/api/calls',
      '/api/live',
      '/api/rules',
      '/api/nothing',
      '/api//status',
    ]) {
      const { status, text } = await ask(door, path);
      expect({ path, status, text }).toEqual({ path, status: 401, text: '{"problem":"sign-in-needed"}' });
    }
    const forged = await ask(door, '/api/status', { headers: { cookie: 'ringfence=forged' } });
    expect(forged.status).toBe(401);
  });

  test('opens to the right one, under any name it is reached by, until it is closed again', async () => {
    const entered = await enter('open sesame');
    expect(entered.status).toBe(200);
    const [cookie = ''] = entered.headers['set-cookie'] ?? [];
    expect(cookie).toMatch(/HttpOnly/);
    expect(cookie).toMatch(/SameSite=Strict/);
    const headers = { cookie: cookie.split(';')[0] ?? '', host: `192.168.0.7:${String(door.port)}` };
    expect((await ask(door, '/api/status', { headers })).status).toBe(200);
    expect((await ask(door, '/api/session', { headers })).json()).toEqual({ needed: false });
    await ask(door, '/api/session', { method: 'DELETE', headers });
    expect((await ask(door, '/api/status', { headers })).status).toBe(401);
  });

  test('stays closed to wrong ones, and after five of them to everyone for a while', async () => {
    expect((await enter('')).json()).toMatchObject({ problem: 'bad-request' });
    expect((await enter(7)).json()).toMatchObject({ problem: 'bad-request' });
    for (let time = 0; time < 5; time++)
      expect((await enter('open sesamo')).json()).toEqual({ problem: 'wrong-password' });
    expect((await enter('open sesamo')).json()).toEqual({ problem: 'too-many-tries' });
    expect((await enter('open sesame')).status).toBe(429);
  });
});
