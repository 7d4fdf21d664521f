import { expect, test } from 'vitest';
import { createHandler } from '../../../main/api/index.ts';
import { createFakeHouse } from '../../web/fake-house.ts';

const { house } = createFakeHouse();
const { fetch } = createHandler(house, '.', null);
// A body that streams must say so (WHATWG Fetch); the field is missing from the types.
const half = { duplex: 'half' };
const post = (path: string, body: BodyInit) =>
  fetch(
    new Request(`http://localhost${path}`, {
      ...half,
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    }),
  );

test('a request that is far too big is turned away before it is read', async () => {
  let taken = 0;
  const endless = new ReadableStream<Uint8Array>({
    pull(controller) {
      taken += 65_536;
      controller.enqueue(new Uint8Array(65_536).fill(0x20));
    },
  });
  const answer = await post('/api/contacts', endless);
  expect(answer.status).toBe(413);
  expect(await answer.json()).toEqual({ problem: 'too-large' });
  expect(taken).toBeLessThan(4_000_000);
});

test('an ordinary one is let in', async () => {
  const answer = await post('/api/contacts', JSON.stringify({ name: '동네 병원', numbers: ['02-312-4455'] }));
  expect(answer.status).toBeLessThan(300);
});
