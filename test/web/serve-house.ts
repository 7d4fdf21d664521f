import { serve } from '@hono/node-server';
import type { House } from '../../main/api/house.ts';
import { createHandler } from '../../main/api/index.ts';
import type { Gate } from '../../main/api/sign-in.ts';

/** Serves a house on a port of its own; `hosts` are open, as on this machine. */
export async function serveHouse(house: House, page: string, passwordHash: string | null = null, port = 0) {
  const gate: Gate = { passwordHash, hosts: () => true };
  const handler = createHandler(house, page, gate);
  const server = await new Promise<ReturnType<typeof serve>>(resolve => {
    const started = serve({ fetch: handler.fetch, hostname: '127.0.0.1', port }, () => resolve(started));
  });
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`,
    stop: () =>
      new Promise<void>(resolve => {
        handler.close();
        server.close(() => resolve());
        if ('closeAllConnections' in server) server.closeAllConnections();
      }),
  };
}
