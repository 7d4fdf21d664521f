/**
 * Months in two minutes: 100,000 calls over network modems, half of them refused, then 1,000 unplugs and returns on real
 * ttys. Memory, descriptors and handles must stay where they were after the warm-up.
 */
import { readdirSync } from 'node:fs';
import { createServer } from 'node:net';
import type { Socket } from 'node:net';
import { openLine } from '../../main/line/line.ts';
import type { PhoneLine } from '../../main/line/line.ts';
import { layCable } from '../line/tty.ts';
import type { Cable } from '../line/tty.ts';
import { figure, spread } from './figure.ts';

const calls = Number(process.env['BENCH_CALLS'] ?? 100_000);
const unplugs = Number(process.env['BENCH_UNPLUGS'] ?? 1000);
const lines = 30;
const cables = 4;
/** Part of the whole after which nothing may grow any more; until then V8 finds the size of its young generation. */
const warmUp = 0.4;

const options = {
  country: 'KR',
  holdMs: 0,
  timings: {
    answerMs: 3000,
    commandMs: 3000,
    retryFirstMs: 5,
    retryLimitMs: 20,
    watchMs: 4,
    staleMs: 0,
    burstMs: 1,
    idWithinMs: 4,
    ringAllowanceMs: 12,
    rearmDelayMs: 0,
  },
};

interface Size {
  heap: number;
  resident: number;
  files: number;
  handles: number;
}

async function size(): Promise<Size> {
  // What has just been closed is let go of within a few turns.
  await new Promise(resolve => setTimeout(resolve, 300));
  global.gc?.();
  await new Promise(resolve => setTimeout(resolve, 50));
  global.gc?.();
  const { heapUsed, rss } = process.memoryUsage();
  return {
    heap: heapUsed,
    resident: rss,
    files: process.platform === 'linux' ? readdirSync('/proc/self/fd').length : 0,
    handles: process.getActiveResourcesInfo().length,
  };
}

function report(name: string, count: number, seconds: number, before: Size, after: Size): void {
  figure(name, 'ratio to after the warm-up', {
    heap: after.heap / before.heap,
    resident: after.resident / before.resident,
    files: after.files - before.files,
    handles: after.handles - before.handles,
    heapMb: after.heap / 2 ** 20,
    residentMb: after.resident / 2 ** 20,
    count,
    seconds,
  });
}

/** Answers OK to everything, ERROR to questions. */
function answer(bytes: Uint8Array, say: (text: string) => void): void {
  for (const command of Buffer.from(bytes).toString('latin1').split('\r').slice(0, -1))
    say(command.endsWith('?') ? '\r\nERROR\r\n' : '\r\nOK\r\n');
}

/** A network modem and the line that watches it. */
async function callableLine(): Promise<{ ring(number: string): Promise<boolean>; close(): Promise<void> }> {
  let modem: Socket | null = null;
  let over: (refused: boolean) => void = () => undefined;
  const server = createServer(socket => {
    modem = socket.setNoDelay(true);
    socket.on('data', bytes => answer(bytes, text => void socket.write(text)));
    socket.on('error', () => undefined);
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  let line: PhoneLine | null = null;
  await new Promise<void>(resolve => {
    line = openLine(`tcp://127.0.0.1:${port}`, options, {
      decide: call => ({ refuse: call.callerId?.number?.startsWith('1588') ?? false, method: 'drop' }),
      callChanged: call => {
        if (call.state === 'ended') over(call.outcome === 'refused');
      },
      statusChanged: status => {
        if (status.state === 'watching') resolve();
      },
    });
  });
  return {
    ring: number =>
      new Promise(resolve => {
        over = resolve;
        modem?.write(`\r\nRING\r\n\r\nNMBR=${number}\r\nDATE=1125\r\nTIME=1402\r\n`);
      }),
    async close() {
      await line?.close();
      modem?.destroy();
      server.close();
    },
  };
}

async function manyCalls(): Promise<void> {
  const network = await Promise.all(Array.from({ length: lines }, callableLine));
  let refused = 0;
  const callAll = async (count: number): Promise<void> => {
    let left = count;
    await Promise.all(
      network.map(async line => {
        while (left-- > 0)
          if (await line.ring(left % 2 === 0 ? `1588${1000 + (left % 9000)}` : `010${20_000_000 + left}`))
            refused++;
      }),
    );
  };
  const startedAt = performance.now();
  await callAll(calls * warmUp);
  const before = await size();
  await callAll(calls * (1 - warmUp));
  report('soak: calls', calls, (performance.now() - startedAt) / 1000, before, await size());
  figure('soak: refused calls that were hung up on', 'share', { value: refused / (calls / 2) });
  await Promise.all(network.map(line => line.close()));
}

/** A modem on a tty, watched; `isWatched` waits until the line is, or is no more. */
async function pluggedLine(): Promise<{
  cable: Cable;
  line: PhoneLine;
  isWatched(wanted: boolean): Promise<void>;
}> {
  const cable = await layCable();
  // Not a scripted modem: that one keeps every command, which would look like a leak.
  cable.onHeard(bytes => answer(bytes, text => cable.say(text)));
  let changed: () => void = () => undefined;
  const line = openLine(cable.path, options, {
    decide: () => ({ refuse: false }),
    callChanged: () => undefined,
    statusChanged: () => changed(),
  });
  const isWatched = (wanted: boolean): Promise<void> =>
    new Promise(resolve => {
      changed = () => {
        if ((line.status().state === 'watching') === wanted) resolve();
      };
      changed();
    });
  await isWatched(true);
  return { cable, line, isWatched };
}

async function manyUnplugs(): Promise<void> {
  const plugged = await Promise.all(Array.from({ length: cables }, pluggedLine));
  const returns: number[] = [];
  const pullAll = async (count: number): Promise<void> => {
    let left = count;
    await Promise.all(
      plugged.map(async one => {
        while (left-- > 0) {
          await one.cable.unplug();
          await one.isWatched(false);
          await one.cable.replug();
          const returnedAt = performance.now();
          await one.isWatched(true);
          returns.push(performance.now() - returnedAt);
        }
      }),
    );
  };
  const startedAt = performance.now();
  await pullAll(unplugs * warmUp);
  const before = await size();
  await pullAll(unplugs * (1 - warmUp));
  report('soak: unplugs', unplugs, (performance.now() - startedAt) / 1000, before, await size());
  const { median, max } = spread(returns);
  figure('soak: from return to watched', 'ms', { median, max });
  await Promise.all(plugged.map(({ line }) => line.close()));
  await Promise.all(plugged.map(({ cable }) => cable.close()));
}

await manyCalls();
await manyUnplugs();
process.exit(process.exitCode ?? 0);
