import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Wire } from '../../../main/line/wire.ts';
import {
  createSimulatedLine,
  openSimulated,
  simulateOn,
  simulatedNames,
  wireTo,
} from '../../../main/line/simulated/simulated.ts';

/** Sends on a wire and waits for what ends the answer. */
function ask(wire: Wire, heard: { text: string }, bytes: string, until: RegExp): Promise<string> {
  heard.text = '';
  wire.write(Buffer.from(bytes));
  return new Promise(resolve => {
    const look = (): void => {
      if (until.test(heard.text)) resolve(heard.text);
      else setImmediate(look);
    };
    look();
  });
}

function listened(wire: Wire): { text: string } {
  const heard = { text: '' };
  wire.listen({
    data: bytes => void (heard.text += Buffer.from(bytes).toString('latin1')),
    lost: () => undefined,
  });
  return heard;
}

test('a simulated line is a wire that answers in a later turn', async () => {
  const wire = openSimulated('usr');
  const heard = listened(wire);
  wire.write(Buffer.from('ATE0\r'));
  expect(heard.text).toBe('');
  expect(await ask(wire, heard, 'ATI0\r', /OK/)).toContain('5601');
  expect(wire).toMatchObject({ kind: 'simulated', path: 'simulated:usr' });
  await wire.close();
});

test('the household calls any modem, in any shape, where it is asked to', async () => {
  const wire = openSimulated('usr?calls&shape=mesg-hex&callerIdWhen=with-ring&speed=100');
  const heard = listened(wire);
  wire.write(Buffer.from('ATE0\rAT#CID=2\r'));
  await ask(wire, heard, 'AT\r', /RING\r\n\r\nMESG=80 /);
  await wire.close();
});

test('faults and speed follow the name', async () => {
  const wire = openSimulated('conexant?hookError&answerDelayMs=1&speed=3');
  const heard = listened(wire);
  expect(await ask(wire, heard, 'ATH1\r', /OK|ERROR/)).toContain('ERROR');
  await wire.close();
});

test.each([
  '',
  'nonsense',
  '/no/such/file',
  'conexant?nonsense',
  'conexant?answerDelayMs=soon',
  'demo?shape=nonsense',
])('%j is refused with a plain word', name => {
  expect(() => openSimulated(name)).toThrow(
    /No simulated line|no fault|wants a number|No caller ID comes like this/,
  );
});

test('every name opens and closes without leaving anything behind', async () => {
  for (const name of simulatedNames) {
    const wire = openSimulated(name);
    listened(wire);
    await wire.close();
  }
});

test('the path of a recording plays it back', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'recording-'));
  const path = join(folder, 'call.jsonl');
  writeFileSync(
    path,
    '{"t":0,"dir":"out","bytes":"ATI3\\r"}\n{"t":1,"dir":"in","bytes":"\\r\\nA modem\\r\\n\\r\\nOK\\r\\n"}\n',
  );
  const wire = openSimulated(path);
  const heard = listened(wire);
  expect(await ask(wire, heard, 'ATI3\r', /OK/)).toContain('A modem');
  await wire.close();
  rmSync(folder, { recursive: true });
});

test('a modem can be put on any wire', async () => {
  // Two wires back to back: what one writes the other hears.
  const far = wireTo(createSimulatedLine('generic'));
  const sent: string[] = [];
  let say: (bytes: Uint8Array) => void = () => undefined;
  const cable: Wire = {
    ...far,
    listen: listener => void (say = bytes => listener.data(bytes)),
    write: bytes => void sent.push(Buffer.from(bytes).toString('latin1')),
  };
  const { stop } = simulateOn(cable, 'conexant');
  say(Buffer.from('ATE0\r'));
  say(Buffer.from('ATI0\r'));
  expect(sent.join('')).toContain('56000');
  await stop();
});
