import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { serve } from '@hono/node-server';
import { createWords, languageOf } from '../shared/messages/words.ts';
import { createHandler } from './api/index.ts';
import type { Gate } from './api/sign-in.ts';
import { hashPassword } from './api/sign-in.ts';
import { dataFolder, makeFolder } from './data-folder.ts';
import { furnishDemo } from './demo.ts';
import { onEnd } from './ending.ts';
import { parseAddress } from './line/port.ts';
import { createLookAround } from './look-around.ts';
import type { RingfenceOptions } from './ringfence.ts';
import { startRingfence } from './ringfence.ts';
import { holdFolder } from './single.ts';
import { callLine, createOnce, lineLine, troubleLine } from './terminal.ts';

const defaultPort = 15880;
const ownAddresses = ['localhost', '127.0.0.1', '[::1]'];

// Before the settings can be read, and for errors, the system's language is the reader's.
const systemLanguage = languageOf(
  'auto',
  process.env['LC_ALL'] || process.env['LC_MESSAGES'] || process.env['LANG'],
);
const words = createWords(systemLanguage);

function fail(message: string): never {
  console.error(message);
  process.exit(2);
}

const args = readArgs();

function readArgs() {
  try {
    return parseArgs({
      options: {
        line: { type: 'string', multiple: true },
        data: { type: 'string' },
        host: { type: 'string', default: '127.0.0.1' },
        port: { type: 'string' },
        demo: { type: 'boolean', default: false },
        'no-open': { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    return fail(error instanceof Error ? error.message : String(error));
  }
}

/** Door 2: the same handler on HTTP, for a browser here or, behind a password, elsewhere. */
async function main(): Promise<void> {
  const folder = args.data ?? (args.demo ? `${dataFolder()}-demo` : dataFolder());
  const lines = args.demo ? ['simulated:household'] : args.line;
  for (const line of lines ?? []) if (!parseAddress(line)) fail(words('console.unknown-line', { line }));

  const pageFolder = join(import.meta.dirname, '..', 'renderer');
  if (!existsSync(join(pageFolder, 'index.html'))) fail(words('console.no-page'));
  const password = process.env['RINGFENCE_PASSWORD'] ?? '';
  const onlyHere = ['localhost', '127.0.0.1', '::1'].includes(args.host);
  if (!onlyHere && password === '') fail(words('console.no-password'));
  const wantedPort = Number(args.port ?? defaultPort);
  if (!Number.isInteger(wantedPort) || wantedPort < 0 || wantedPort > 65535)
    fail(words('console.bad-port', { port: String(args.port) }));

  const problem = makeFolder(folder);
  if (problem !== null) fail(words('console.unwritable', { folder, error: problem }));
  const hold = await holdFolder(folder);
  if ('running' in hold) {
    const { pid, address } = hold.running;
    console.log(address ? words('console.running', { address }) : words('console.running.no-page', { pid }));
    process.exit(0);
  }

  const options: RingfenceOptions = {
    dataFolder: folder,
    door: 'headless',
    demo: args.demo,
    ...(lines ? { lines } : {}),
    ...(args.demo ? { prepare: furnishDemo } : {}),
  };
  const ringfence = await startRingfence(options);
  const lookAround = args.demo ? null : createLookAround(ringfence, options);
  hold.onNudge(() => ringfence.reload());
  const { house } = ringfence;
  const language = languageOf(house.settings().language, systemLanguage);
  const spoken = createWords(language);
  const isNew = createOnce();
  house.listen(event => {
    if (event.type === 'line') console.log(lineLine(event.status, spoken, house.status().lines.length));
    // When it is known what becomes of the call; at its end where nothing was decided.
    if (event.type === 'call' && (event.call.verdict || event.call.state === 'ended') && isNew(event.call.id))
      console.log(callLine(event.call, spoken, language));
    if (event.type === 'trouble') console.error(troubleLine(event.trouble, spoken));
  });
  // What was found while starting, before anyone listened.
  for (const trouble of house.status().troubles) console.error(troubleLine(trouble, spoken));

  const gate: Gate = {
    passwordHash: password === '' ? null : hashPassword(password),
    hosts: host => {
      const name = host.replace(/:\d+$/, '');
      return password !== '' || ownAddresses.includes(name);
    },
  };
  const handler = createHandler(house, pageFolder, gate, lookAround);
  const port = await listen(wantedPort, handler.fetch);
  const shown = onlyHere ? 'localhost' : args.host;
  const address = `http://${shown}:${port}`;
  hold.announce(address);
  console.log(spoken('console.open', { address }));
  if (args.demo) console.log(spoken('console.demo'));
  const statuses = house.status().lines;
  for (const status of statuses) console.log(lineLine(status, spoken, statuses.length));
  if (args.demo && !args['no-open']) openBrowser(address);

  const stop = async (): Promise<void> => {
    handler.close();
    server?.closeAllConnections();
    await lookAround?.set(false);
    await ringfence.stop();
    hold.release();
    console.log(spoken('console.stopped', { folder }));
    process.exit(0);
  };
  onEnd(() => void stop());
}

let server: { closeAllConnections(): void } | undefined;

/** Listens on the wanted port; the demo, which nobody bookmarks, takes the next free one instead of failing. */
function listen(wanted: number, fetch: (request: Request) => Response | Promise<Response>): Promise<number> {
  return new Promise(done => {
    const open = (port: number, triesLeft: number): void => {
      const listening = serve({ fetch, port, hostname: args.host }, (info: AddressInfo) => done(info.port));
      if ('closeAllConnections' in listening) server = listening;
      listening.on('error', (error: NodeJS.ErrnoException) => {
        if (error.code === 'EADDRINUSE' && args.demo && args.port === undefined && triesLeft > 0)
          open(port + 1, triesLeft - 1);
        else if (error.code === 'EADDRINUSE' || error.code === 'EACCES')
          fail(words('console.port-busy', { port: String(port) }));
        else fail(error.message);
      });
    };
    open(wanted, 20);
  });
}

/** Opens the page where there is a display to open it on; failing to is no failure. */
function openBrowser(address: string): void {
  const here = process.platform;
  if (here === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY']) return;
  const [command, ...rest] =
    here === 'win32' ? ['cmd', '/c', 'start', ''] : here === 'darwin' ? ['open'] : ['xdg-open'];
  const child = spawn(command, [...rest, address], { stdio: 'ignore', detached: true });
  child.on('error', () => undefined);
  child.unref();
}

main().catch((error: unknown) => fail(error instanceof Error ? error.message : String(error)));
