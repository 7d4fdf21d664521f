import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openWire } from '../../main/line/port.ts';
import type { Wire } from '../../main/line/wire.ts';
import { attachToTty } from '../../main/line/simulated/attach.ts';
import type { Attached } from '../../main/line/simulated/attach.ts';
import { createExchange } from '../../main/line/simulated/exchange.ts';
import { createSimulatedModem } from '../../main/line/simulated/modem.ts';

let folder: string;
let cable: ChildProcess;
let ours: string;
let theirs: string;

const until = async (holds: () => boolean): Promise<void> => {
  while (!holds()) await new Promise(resolve => setTimeout(resolve, 5));
};

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tty-'));
  ours = join(folder, 'driver');
  theirs = join(folder, 'modem');
  cable = spawn('socat', [`pty,raw,echo=0,link=${ours}`, `pty,raw,echo=0,link=${theirs}`], {
    stdio: 'ignore',
  });
  await until(() => existsSync(ours) && existsSync(theirs));
});

afterEach(() => {
  cable.kill();
  rmSync(folder, { recursive: true });
});

async function opened(): Promise<{ wire: Wire; heard: () => string }> {
  const result = await openWire({ kind: 'serial', path: ours }, 115_200);
  if (!result.ok) throw new Error(result.error);
  let text = '';
  result.wire.listen({
    data: bytes => void (text += Buffer.from(bytes).toString('latin1')),
    lost: () => undefined,
  });
  return { wire: result.wire, heard: () => text };
}

test('a simulated modem on a real tty answers, rings and is hung up on through a real serial port', async () => {
  const modem = createSimulatedModem('conexant');
  const exchange = createExchange(modem, { speed: 20 });
  const attached: Attached = attachToTty(theirs, modem);
  const { wire, heard } = await opened();
  wire.write(Buffer.from('ATE0\r'));
  wire.write(Buffer.from('AT+VCID=1\r'));
  await until(() => (heard().match(/OK/g) ?? []).length === 2);
  const over = new Promise(resolve => exchange.onEnd(resolve));
  exchange.placeCall({ number: '15881234', shape: 'korean', minHoldMs: 50, rings: 100 });
  await until(() => /NMBR=15881234\r\n/.test(heard()));
  wire.write(Buffer.from('ATH1\r'));
  await until(() => modem.state.offHook);
  setTimeout(() => wire.write(Buffer.from('ATH0\r')), 80);
  expect(await over).toMatchObject({ end: 'dropped' });
  await wire.close();
  attached.detach();
});

test('every byte value passes both ways unchanged', async () => {
  const all = Uint8Array.from({ length: 256 }, (_, value) => value);
  const received: number[] = [];
  let say: (bytes: Uint8Array) => void = () => undefined;
  const attached = attachToTty(theirs, {
    input: bytes => void received.push(...bytes),
    onOutput: listener => {
      say = listener;
      return () => undefined;
    },
  });
  const { wire, heard } = await opened();
  wire.write(all);
  say(all);
  await until(() => received.length === 256 && heard().length === 256);
  expect(Uint8Array.from(received)).toEqual(all);
  expect(Uint8Array.from(Buffer.from(heard(), 'latin1'))).toEqual(all);
  await wire.close();
  attached.detach();
});
