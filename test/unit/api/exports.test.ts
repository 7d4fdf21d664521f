import { expect, test } from 'vitest';
import { exportRoutes } from '../../../main/api/exports.ts';
import { exportCsv, exportJson } from '../../../main/book/export.ts';
import { aBook } from '../book/a-book.ts';

function exported() {
  const { book } = aBook();
  book.contacts.add({ name: '우리동네 내과', numbers: ['02-312-4455'], group: '병원', note: '' });
  return exportRoutes({ exportJson: () => exportJson(book, 0), exportCsv: table => exportCsv(book, table) });
}

test('everything comes as a JSON file to keep', async () => {
  const answer = await exported().request('/export.json');
  expect(answer.headers.get('content-disposition')).toMatch(
    /^attachment; filename="ringfence-\d{4}-\d\d-\d\d\.json"$/,
  );
  expect(await answer.json()).toMatchObject({ format: 'ringfence', contacts: [{ name: '우리동네 내과' }] });
});

test('a table comes as a CSV file that a spreadsheet reads as UTF-8', async () => {
  const answer = await exported().request('/export/contacts.csv');
  expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
  expect(answer.headers.get('content-disposition')).toMatch(/filename="ringfence-contacts-/);
  const bytes = new Uint8Array(await answer.arrayBuffer());
  expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  expect(new TextDecoder().decode(bytes)).toContain('우리동네 내과');
});

test.each(['/export/secrets.csv', '/export/calls.txt', '/export/..%2Fbook.csv'])(
  'there is no %s',
  async path => {
    expect((await exported().request(path)).status).toBe(404);
  },
);

test('a download is read no further than it is taken, and given up when it is broken off', async () => {
  let read = 0;
  let givenUp = false;
  function* endless() {
    try {
      for (;;) {
        read++;
        yield 'x'.repeat(1000);
      }
    } finally {
      givenUp = true;
    }
  }
  const answer = await exportRoutes({ exportJson: endless, exportCsv: endless }).request('/export.json');
  const reader = answer.body?.getReader();
  const first = await reader?.read();
  expect(first?.value?.length).toBe(66_000);
  expect(read).toBe(66);
  await reader?.cancel();
  expect(givenUp).toBe(true);
});
