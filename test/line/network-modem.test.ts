import { createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import { onTestFinished, expect, test } from 'vitest';
import { createExchange } from '../../main/line/simulated/exchange.ts';
import { createSimulatedModem } from '../../main/line/simulated/modem.ts';
import { until, watchLine } from './bench.ts';

test('a modem behind ser2net is watched, lost, and watched again', async () => {
  const modem = createSimulatedModem('conexant');
  const exchange = createExchange(modem, { speed: 4 });
  let peer: Socket | null = null;
  modem.onOutput(bytes => void peer?.write(bytes));
  const listen = (port: number): Promise<ReturnType<typeof createServer>> =>
    new Promise(resolve => {
      const server = createServer(socket => {
        peer = socket;
        socket.on('data', bytes => modem.input(bytes));
        socket.on('error', () => undefined);
      });
      server.listen(port, '127.0.0.1', () => resolve(server));
    });
  let server = await listen(0);
  onTestFinished(() => {
    peer?.destroy();
    server.close();
    exchange.close();
    modem.close();
  });
  const { port } = server.address() as AddressInfo;
  const line = watchLine(`tcp://127.0.0.1:${port}`, { timings: { commandMs: 1000 } }, { refuse: () => true });
  await until(() => line.line.status().state === 'watching');
  exchange.placeCall({ number: '15881234' });
  await until(() => line.calls()[0]?.outcome === 'refused');

  await new Promise<void>(resolve => {
    server.close(() => resolve());
    peer?.destroy();
  });
  await until(() => line.line.status().state === 'unreachable');
  server = await listen(port);
  await until(() => line.line.status().state === 'watching');
  expect(line.calls()).toHaveLength(1);
});

test('a connection that is dead without a word is made anew', async () => {
  const sockets: Socket[] = [];
  const server = createServer(socket => {
    sockets.push(socket);
    socket.on('error', () => undefined);
    socket.on('data', bytes => {
      // The first connection goes dead once the modem is watched.
      if (sockets[0] === socket && isDead) return;
      for (const command of bytes.toString('latin1').split('\r').slice(0, -1))
        socket.write(command.endsWith('?') ? '\r\nERROR\r\n' : '\r\nOK\r\n');
    });
  });
  let isDead = false;
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const line = watchLine(`tcp://127.0.0.1:${port}`, {
    timings: { answerMs: 100, networkHeartbeatMs: 200, networkSilentMs: 300, wakeKnownMs: 50 },
  });
  onTestFinished(async () => {
    await line.line.close();
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  await until(() => line.line.status().state === 'watching');
  isDead = true;
  await until(() => line.line.status().state === 'silent');
  await until(() => line.line.status().state === 'watching');
  expect(sockets.length).toBeGreaterThan(1);
});
