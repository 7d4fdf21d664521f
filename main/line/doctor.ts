import type { LineCall } from '../../shared/call.ts';
import type { DoctorStep, Finding } from '../../shared/doctor.ts';
import type { LineState, LineStatus } from '../../shared/line-status.ts';
import { openLine } from './line.ts';
import type { LineFacts, LineOptions, PhoneLine } from './line.ts';

export interface Examination {
  /** The line's country, ISO 3166-1 alpha-2. */
  country: string;
  /** Wait for a call, so long at most, ms; 0: leave calls out. */
  callWithinMs: number;
  /** Hang up on that call, to see that it works. */
  hangUp: boolean;
  /** Told as each step ends, and when a call is waited for. */
  report(finding: Finding): void;
  signal?: AbortSignal;
}

/** A modem that has to be looked for at every speed, and set up, is not done sooner, ms. */
const settleWithinMs = 45_000;

/** A hang-up with its holding, its watch and its second try has ended by then, ms. */
const endWithinMs = 60_000;

const onTheWay: readonly LineState[] = ['searching', 'opening'];
const portFailures: readonly LineState[] = [
  'not-found',
  'unplugged',
  'port-busy',
  'no-permission',
  'unreachable',
  'bad-address',
  'stopped',
];

type Patient = Pick<PhoneLine, 'status' | 'facts' | 'observe' | 'hangUp'>;

/** Examines a line that is being watched, without disturbing it. Ends at the first step without which the next make no sense. */
export async function examine(line: Patient, examination: Examination): Promise<Finding[]> {
  const findings: Finding[] = [];
  const say = (step: DoctorStep, ok: boolean | null, key: string, values: Finding['values'] = {}): void => {
    const finding = {
      step,
      ok,
      key,
      values: { device: line.status().path ?? line.status().line, ...values },
    };
    if (key !== 'waiting') findings.push(finding);
    examination.report(finding);
  };

  const opened = await settled(line, examination, status => !onTheWay.includes(status.state));
  if (portFailures.includes(opened.state) || onTheWay.includes(opened.state)) {
    say('port', false, onTheWay.includes(opened.state) ? 'not-found' : opened.state, opened.values);
    return findings;
  }
  say('port', true, 'ok');

  const answered = await settled(
    line,
    examination,
    status => status.state !== 'setting-up' && !onTheWay.includes(status.state),
  );
  if (answered.state === 'read-only') {
    say('answer', true, 'read-only');
  } else if (
    answered.state === 'wrong-device' ||
    answered.state === 'silent' ||
    answered.state === 'setting-up'
  ) {
    say('answer', false, answered.state === 'wrong-device' ? 'wrong-device' : 'silent', answered.values);
    return findings;
  } else {
    examineModem(line, examination, say);
  }
  if (examination.callWithinMs > 0) await examineCall(line, examination, say);
  return findings;
}

type Say = (step: DoctorStep, ok: boolean | null, key: string, values?: Finding['values']) => void;

function examineModem(line: Patient, { country }: Examination, say: Say): void {
  const { modem, bitsPerSecond, noNumberCalls } = line.facts();
  if (bitsPerSecond === null) say('answer', true, 'ok');
  else say('answer', true, 'speed', { speed: bitsPerSecond });
  if (!modem || modem.identity.length === 0) say('identity', null, 'none');
  else say('identity', true, modem.chip.key === 'generic' ? 'generic' : 'ok', { modem: modem.name });
  say(
    'country',
    modem?.countryTaken === true ? true : null,
    modem?.countryTaken === true ? 'ok' : 'unknown',
    { country },
  );
  if (!modem || modem.callerIdCommand === null) say('caller-id', false, 'none');
  else if (noNumberCalls >= 3) say('caller-id', false, 'deaf', { calls: noNumberCalls });
  else
    say('caller-id', true, 'ok', { command: `AT${modem.callerIdCommand.replace(/^8[:!]/, '+FCLASS=8;')}` });
}

async function examineCall(line: Patient, examination: Examination, say: Say): Promise<void> {
  say('call', null, 'waiting', { seconds: Math.round(examination.callWithinMs / 1000) });
  // The end of a call that rang already is not the test.
  const askedAt = Date.now();
  const seen = await waitForCall(
    line,
    examination,
    call => call.startedAt >= askedAt && (call.callerId !== null || call.state === 'ended'),
  );
  if (!seen) {
    say('call', false, 'none');
    say('hang-up', null, 'none');
    return;
  }
  const { callerId } = seen;
  if (callerId === null) say('call', false, 'no-number');
  else if (callerId.number === null)
    say(
      'call',
      callerId.withheld === null ? false : null,
      callerId.withheld === null ? 'no-number' : 'withheld',
    );
  else if (callerId.checksum === false) say('call', false, 'doubtful', { number: callerId.number });
  else say('call', true, 'ok', { number: callerId.number });

  if (!line.status().canHangUp) {
    say('hang-up', false, 'read-only');
    return;
  }
  // A rule may have refused it already; then that hang-up is the test.
  if (!examination.hangUp || (seen.hangUp === null && !line.hangUp(seen.id))) {
    say('hang-up', null, 'none');
    return;
  }
  say('hang-up', null, 'waiting', { seconds: endWithinMs / 1000 });
  const ended = await waitForCall(
    line,
    { ...examination, callWithinMs: endWithinMs },
    call => call.id === seen.id && (call.state === 'ended' || call.outcome === 'refusal-failed'),
  );
  const worked = ended?.outcome === 'refused';
  say('hang-up', worked, worked ? 'ok' : 'failed');
}

/** Opens a line only to examine it, and closes it again. */
export async function examineAddress(
  spec: string,
  options: LineOptions,
  examination: Examination,
  wire?: (direction: 'in' | 'out', bytes: Uint8Array, at: number) => void,
): Promise<{ findings: Finding[]; status: LineStatus; facts: LineFacts }> {
  const line = openLine(spec, options, {
    decide: () => ({ refuse: false }),
    callChanged: () => undefined,
    statusChanged: () => undefined,
    wire: (_line, direction, bytes, at) => wire?.(direction, bytes, at),
  });
  try {
    const findings = await examine(line, examination);
    return { findings, status: line.status(), facts: line.facts() };
  } finally {
    await line.close();
  }
}

/** The status as soon as it fits, or the last one when the time is up. */
function settled(
  line: Patient,
  { signal }: Examination,
  fits: (status: LineStatus) => boolean,
): Promise<LineStatus> {
  return waitFor<LineStatus>(line, settleWithinMs, signal, settle => {
    if (fits(line.status())) settle(line.status());
    return { statusChanged: status => (fits(status) ? settle(status) : undefined) };
  }).then(status => status ?? line.status());
}

function waitForCall(
  line: Patient,
  { callWithinMs, signal }: Examination,
  fits: (call: LineCall) => boolean,
): Promise<LineCall | null> {
  return waitFor(line, callWithinMs, signal, settle => ({
    callChanged: call => (fits(call) ? settle(call) : undefined),
  }));
}

function waitFor<T>(
  line: Patient,
  limitMs: number,
  signal: AbortSignal | undefined,
  listen: (settle: (value: T) => void) => Parameters<PhoneLine['observe']>[0],
): Promise<T | null> {
  const { promise, resolve } = Promise.withResolvers<T | null>();
  const giveUp = (): void => resolve(null);
  const limit = setTimeout(giveUp, limitMs);
  signal?.addEventListener('abort', giveUp);
  if (signal?.aborted) giveUp();
  const unlisten = line.observe(listen(resolve));
  return promise.finally(() => {
    clearTimeout(limit);
    signal?.removeEventListener('abort', giveUp);
    unlisten();
  });
}
