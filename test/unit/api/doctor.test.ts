import { expect, test } from 'vitest';
import type { Doctor } from '../../../main/api/doctor.ts';
import { doctorRoutes } from '../../../main/api/doctor.ts';
import { createTranscript } from '../../../main/line/transcript.ts';
import { createWireReader } from '../../../main/line/wire-reader.ts';
import { Finding, WireNews } from '../../../shared/doctor.ts';

const decoder = new TextDecoder();

/** A doctor that finds the port, then waits for a call that never comes. */
function waitingDoctor() {
  const transcript = createTranscript();
  const ended = Promise.withResolvers<boolean>();
  const doctor: Doctor = {
    async examine(_line, _kind, report, signal) {
      report({ step: 'port', ok: true, key: 'ok', values: {} });
      await new Promise<void>(done => signal.addEventListener('abort', () => done()));
      ended.resolve(signal.aborted);
      return true;
    },
    watchWire: (_line, after, masked) => createWireReader(transcript, { after, masked }),
    transcript: () => null,
    supportFile: () => ['{}\n'],
  };
  return { routes: doctorRoutes(doctor), ended: ended.promise, transcript };
}

const bodyOf = (answer: Response): ReadableStream<Uint8Array> => {
  if (!answer.body) throw new Error('The answer has no body.');
  return answer.body;
};

test('each finding is told as it is made, and who goes away ends the examination', async () => {
  const { routes, ended } = waitingDoctor();
  const answer = await routes.request('/', {
    method: 'POST',
    body: JSON.stringify({ kind: 'call' }),
    headers: { 'Content-Type': 'application/json' },
  });
  const reader = bodyOf(answer).getReader();
  const { value } = await reader.read();
  expect(Finding.parse(JSON.parse(decoder.decode(value)))).toMatchObject({ step: 'port', ok: true });
  await reader.cancel();
  expect(await ended).toBe(true);
});

/** The next news of the wire. */
async function newsFrom(answer: Response): Promise<{ id: string; news: WireNews }> {
  const reader = bodyOf(answer).getReader();
  let text = '';
  while (!/data: \{.*\n(?:.*\n)*\n/.test(text)) text += decoder.decode((await reader.read()).value);
  await reader.cancel();
  const data = /^data: (\{.*)$/m.exec(text)?.[1] ?? '';
  return { id: /^id: (.*)$/m.exec(text)?.[1] ?? '', news: WireNews.parse(JSON.parse(data)) };
}

test('the wire is told as it speaks, masked, and goes on after the last piece that was seen', async () => {
  const { routes, transcript } = waitingDoctor();
  transcript.add('out', Buffer.from('AT\r'), 1);
  transcript.add('in', Buffer.from('\r\nNMBR=0212'), 2);
  transcript.add('in', Buffer.from('345678\r\n'), 3);
  const first = await newsFrom(await routes.request('/wire'));
  expect(first.news.lines.map(({ text }) => text)).toEqual(['AT<CR>', '<CR><LF>NMBR=0210', '000000<CR><LF>']);
  transcript.add('in', Buffer.from('RING\r\n'), 4);
  const next = await newsFrom(
    await routes.request('/wire?masked=no', { headers: { 'Last-Event-ID': first.id } }),
  );
  expect(next.news.lines.map(({ text }) => text)).toEqual(['RING<CR><LF>']);
  const open = await newsFrom(await routes.request('/wire?masked=no&after=1'));
  expect(open.news.lines[0]?.text).toBe('<CR><LF>NMBR=0212');
});

test('of a wire that spoke for long only the end is told, and that it is only the end', async () => {
  const { routes, transcript } = waitingDoctor();
  for (let count = 0; count < 1000; count++) transcript.add('in', Buffer.from(`${String(count)}\r\n`), count);
  const { news } = await newsFrom(await routes.request('/wire'));
  expect(news.skipped).toBe(true);
  expect(news.lines).toHaveLength(400);
  expect(news.lines.at(-1)?.text).toBe('999<CR><LF>');
});

test('a line that there is not has no transcript, and the support file is one to keep', async () => {
  const { routes } = waitingDoctor();
  expect((await routes.request('/transcript.txt?line=/dev/none')).status).toBe(404);
  const file = await routes.request('/support.jsonl');
  expect(file.headers.get('content-disposition')).toMatch(/ringfence-support-[\d-]+\.jsonl/);
});
