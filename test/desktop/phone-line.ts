import { createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import { createExchange } from '../../main/line/simulated/exchange.ts';
import type { PlacedCall } from '../../main/line/simulated/exchange.ts';
import { createSimulatedModem } from '../../main/line/simulated/modem.ts';

/** A modem on the network (as behind ser2net) on a line that a spec can call. */
export async function createPhoneLine() {
  const modem = createSimulatedModem('conexant');
  const exchange = createExchange(modem, { speed: 3 });
  const sockets = new Set<Socket>();
  let connections = 0;
  const server = createServer(socket => {
    connections++;
    sockets.add(socket);
    const unlisten = modem.onOutput(bytes => socket.write(bytes));
    socket.on('data', bytes => modem.input(bytes));
    socket.on('error', () => socket.destroy());
    socket.on('close', () => {
      unlisten();
      sockets.delete(socket);
    });
  });
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done));
  return {
    line: `tcp://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    call: (call: PlacedCall) => exchange.placeCall({ rings: 3, ...call }),
    /** How often the line was opened so far, and whether it is open now. */
    opened: () => connections,
    isOpen: () => sockets.size > 0,
    close() {
      exchange.close();
      modem.close();
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}
export type PhoneLine = Awaited<ReturnType<typeof createPhoneLine>>;
