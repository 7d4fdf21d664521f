import { createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import { createExchange } from '../../main/line/simulated/exchange.ts';
import type { CallReport, PlacedCall } from '../../main/line/simulated/exchange.ts';
import { createSimulatedModem } from '../../main/line/simulated/modem.ts';
import { layCable } from '../line/tty.ts';
import type { Cable } from '../line/tty.ts';

/** What happened at the modem's end, in order: each command line that came in and each ring that went out. */
export interface Heard {
  at: number;
  what: string;
}

export interface Phone {
  /** How Ringfence is told of it. */
  readonly line: string;
  /** Rings with the number right behind the first RING, as fast as a Korean exchange may be. */
  call(number: string | null, more?: Partial<PlacedCall>): void;
  /** Calls that ended, as the exchange saw it. */
  ended(): readonly CallReport[];
  heard(): readonly Heard[];
  commands(): string[];
  close(): Promise<void>;
}

function modemOnExchange() {
  const modem = createSimulatedModem('conexant');
  // Faster than a real line, and still slow enough that two rings are not taken for two bursts of one.
  const exchange = createExchange(modem, { speed: 1.6 });
  const ended: CallReport[] = [];
  const heard: Heard[] = [];
  let typed = '';
  exchange.onEnd(report => void ended.push(report));
  modem.onOutput(bytes => {
    if (Buffer.from(bytes).toString('latin1').includes('RING')) heard.push({ at: Date.now(), what: 'RING' });
  });
  return {
    modem,
    input: (bytes: Uint8Array): void => {
      typed += Buffer.from(bytes).toString('latin1');
      const lines = typed.split('\r');
      typed = lines.pop() ?? '';
      for (const line of lines) heard.push({ at: Date.now(), what: line.trim().toUpperCase() });
      modem.input(bytes);
    },
    end: (): void => {
      exchange.close();
      modem.close();
    },
    face: {
      call: (number: string | null, more: Partial<PlacedCall> = {}) =>
        exchange.placeCall({
          number,
          shape: 'korean',
          callerIdWhen: 'with-ring',
          rings: 4,
          ...(number === null ? { withheld: 'private' } : {}),
          ...more,
        }),
      ended: () => [...ended],
      heard: () => [...heard],
      commands: () => heard.filter(({ what }) => what !== 'RING').map(({ what }) => what),
    },
  };
}

/** A modem on a real tty, which can be unplugged. */
export async function phoneOnCable(): Promise<Phone & { cable: Cable }> {
  const cable = await layCable();
  const { modem, input, end, face } = modemOnExchange();
  cable.onHeard(input);
  modem.onOutput(bytes => cable.say(bytes));
  return {
    ...face,
    cable,
    line: cable.path,
    async close() {
      end();
      await cable.close();
    },
  };
}

/** A modem behind a network port, as ser2net offers it. */
export async function phoneOnNetwork(): Promise<Phone> {
  const { modem, input, end, face } = modemOnExchange();
  const sockets = new Set<Socket>();
  const server = createServer(socket => {
    sockets.add(socket);
    const unlisten = modem.onOutput(bytes => socket.write(bytes));
    socket.on('data', input);
    socket.on('error', () => socket.destroy());
    socket.on('close', () => {
      unlisten();
      sockets.delete(socket);
    });
  });
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return {
    ...face,
    line: `tcp://127.0.0.1:${String(port)}`,
    close() {
      end();
      for (const socket of sockets) socket.destroy();
      return new Promise<void>(done => void server.close(() => done()));
    },
  };
}
