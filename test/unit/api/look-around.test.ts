import { expect, test } from 'vitest';
import { createHandler } from '../../../main/api/index.ts';
import type { LookAround } from '../../../main/api/look-around.ts';
import { createFakeHouse } from '../../web/fake-house.ts';

function twoHouses() {
  const own = createFakeHouse({ calls: 0 });
  const made = createFakeHouse({ calls: 30 });
  let on = false;
  const lookAround: LookAround = {
    house: () => (on ? made.house : null),
    set: wanted => {
      on = wanted;
      return Promise.resolve();
    },
  };
  const { fetch } = createHandler(own.house, '.', null, lookAround);
  const ask = async (path: string, body?: unknown) => {
    const asked = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) };
    const headers = { 'content-type': 'application/json' };
    return fetch(new Request(`http://localhost/api${path}`, { ...asked, headers }));
  };
  const calls = async () => ((await (await ask('/calls')).json()) as { total: number }).total;
  return { ask, calls };
}

test('looking around shows the made-up house, and leaving it one’s own again', async () => {
  const { ask, calls } = twoHouses();
  expect(await (await ask('/status')).json()).toMatchObject({ lookAround: 'off' });
  expect(await calls()).toBe(0);
  expect(await (await ask('/look-around', { on: true })).json()).toEqual({ on: true });
  expect(await (await ask('/status')).json()).toMatchObject({ lookAround: 'on' });
  expect(await calls()).toBe(30);
  await ask('/look-around', { on: false });
  expect(await calls()).toBe(0);
});

test('a page that follows one house is cut off when another is shown, and then asks for everything anew', async () => {
  const { ask } = twoHouses();
  const following = await ask('/live');
  await ask('/look-around', { on: true });
  await ask('/status');
  // Ends, since the house it follows is shown no more.
  const seen = /id: (\d+)/.exec(await following.text())?.[1] ?? '';
  const again = (await ask(`/live?after=${seen}`)).body?.getReader();
  const first = await again?.read();
  expect(new TextDecoder().decode(first?.value)).toContain('event: anew');
  await again?.cancel();
});

test('where there is no made-up house, none can be entered', async () => {
  const { fetch } = createHandler(createFakeHouse().house, '.', null);
  const request = new Request('http://localhost/api/look-around', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ on: true }),
  });
  expect((await fetch(request)).status).toBe(404);
});
