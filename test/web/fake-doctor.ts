import type { Doctor } from '../../main/api/doctor.ts';
import type { Finding } from '../../shared/doctor.ts';
import { supportFile } from '../../main/line/support-file.ts';
import { createTranscript } from '../../main/line/transcript.ts';
import { createWireReader } from '../../main/line/wire-reader.ts';
import type { LineStatus } from '../../shared/line-status.ts';

const finding = (
  step: Finding['step'],
  ok: Finding['ok'],
  key: string,
  values: Finding['values'] = {},
): Finding => ({ step, ok, key, values: { device: '/dev/ttyACM0', ...values } });

/** A doctor whose modem is well, and who waits for a call until the test lets one come. */
export function createFakeDoctor(status: LineStatus) {
  const transcript = createTranscript();
  let found: Finding[] = [];
  let called: ((number: string | null) => void) | null = null;

  const doctor: Doctor = {
    async examine(_line, kind, report, signal) {
      found = [];
      const tell = (one: Finding): void => {
        if (one.key !== 'waiting') found.push(one);
        report(one);
      };
      tell(finding('port', true, 'ok'));
      tell(finding('answer', true, 'speed', { speed: 115_200 }));
      tell(finding('identity', true, 'ok', { modem: 'Conexant CX93010' }));
      tell(finding('country', true, 'ok', { country: 'KR' }));
      tell(finding('caller-id', true, 'ok', { command: 'AT+VCID=1' }));
      if (kind === 'modem') return true;
      tell(finding('call', null, 'waiting', { seconds: 60 }));
      const number = await new Promise<string | null>(done => {
        called = done;
        signal.addEventListener('abort', () => done(null));
      });
      if (signal.aborted) return true;
      tell(number === null ? finding('call', false, 'no-number') : finding('call', true, 'ok', { number }));
      if (kind === 'hang-up') tell(finding('hang-up', true, 'ok'));
      return true;
    },
    watchWire: (_line, after, masked) => createWireReader(transcript, { after, masked }),
    transcript: (_line, masked, form) =>
      form === 'text' ? transcript.textLines(masked) : transcript.jsonLines(masked),
    supportFile: (_line, masked) =>
      supportFile({
        version: '0.1.0',
        at: Date.now(),
        country: 'KR',
        holdMs: 1700,
        status,
        facts: {
          modem: null,
          bitsPerSecond: 115_200,
          noNumberCalls: 0,
          lastCallerId: null,
          notice: { ready: true, problem: null },
        },
        findings: found,
        transcript,
        masked,
      }),
  };
  return {
    doctor,
    /** Bytes on the wire. */
    says: (dir: 'in' | 'out', text: string): void =>
      transcript.add(dir, Buffer.from(text, 'latin1'), Date.now()),
    /** The test call comes; null: without a number. */
    calls: (number: string | null): void => called?.(number),
  };
}
