import { request } from 'node:http';
import type { IncomingHttpHeaders } from 'node:http';
import { start } from './processes.ts';
import type { Running } from './processes.ts';

/** The headless door, started and open. */
export interface Door extends Running {
  /** As it was printed: http://localhost:PORT. */
  address: string;
  port: number;
}

/** Starts the headless door on a free port and waits until it says where it is. */
export async function openDoor(
  folder: string,
  args: string[] = [],
  env: Record<string, string> = {},
): Promise<Door> {
  const lines = args.includes('--line') ? [] : ['--line', 'simulated:conexant'];
  const door = start('main/headless.ts', ['--data', folder, '--port', '0', ...lines, ...args], env);
  const opened = (): string | undefined => /open at (\S+)/.exec(door.stdout())?.[1];
  await door.until('the address', () => opened() !== undefined);
  const address = opened() ?? '';
  return { ...door, address, port: Number(new URL(address).port) };
}

export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
  json: () => unknown;
}

export interface Asking {
  method?: string;
  headers?: Record<string, string>;
  body?: unknown;
}

/** Asks with the path and headers exactly as given: what a browser would tidy up stays as it is. */
export function ask(door: { port: number }, path: string, asking: Asking = {}): Promise<Answer> {
  const { method = 'GET', headers = {}, body } = asking;
  const sent = typeof body === 'string' ? body : body === undefined ? '' : JSON.stringify(body);
  return new Promise((resolve, reject) => {
    const asked = request(
      {
        host: '127.0.0.1',
        port: door.port,
        path,
        method,
        headers: {
          host: `localhost:${String(door.port)}`,
          ...(sent === '' ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
      },
      answer => {
        let text = '';
        answer.setEncoding('utf8');
        answer.on('data', (piece: string) => (text += piece));
        answer.on('end', () =>
          resolve({
            status: answer.statusCode ?? 0,
            headers: answer.headers,
            text,
            json: () => JSON.parse(text) as unknown,
          }),
        );
      },
    );
    asked.on('error', reject);
    asked.end(sent);
  });
}

export interface Frame {
  event: string;
  id: string;
  data: string;
}

export interface Stream {
  frames(): Frame[];
  /** Resolves with all frames as soon as there are so many. */
  until(count: number): Promise<Frame[]>;
  close(): void;
}

/** Follows the live events, as a page does that was last told of the event `after`. */
export async function follow(door: { address: string }, after?: string): Promise<Stream> {
  const stop = new AbortController();
  const response = await fetch(`${door.address}/api/live`, {
    signal: stop.signal,
    ...(after === undefined ? {} : { headers: { 'Last-Event-ID': after } }),
  });
  const frames: Frame[] = [];
  let waiting: (() => void)[] = [];
  const read = async (): Promise<void> => {
    if (!response.body) return;
    let rest = '';
    for await (const text of response.body.pipeThrough(new TextDecoderStream())) {
      const blocks = (rest + text).split('\n\n');
      rest = blocks.pop() ?? '';
      for (const block of blocks) frames.push(frameOf(block));
      for (const look of waiting) look();
    }
  };
  read().catch(() => undefined);
  return {
    frames: () => [...frames],
    until: count =>
      new Promise(resolve => {
        const look = (): void => {
          if (frames.length < count) return;
          waiting = waiting.filter(other => other !== look);
          resolve([...frames]);
        };
        waiting.push(look);
        look();
      }),
    close: () => stop.abort(),
  };
}

function frameOf(block: string): Frame {
  const field = (name: string): string =>
    block
      .split('\n')
      .filter(line => line.startsWith(`${name}:`))
      .map(line => line.slice(name.length + 1).trim())
      .join('\n');
  return { event: field('event'), id: field('id'), data: field('data') };
}
