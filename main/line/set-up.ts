import type { Chip, VoiceWay } from './chips.ts';
import { chipOf } from './chips.ts';
import type { LineCountry } from './country.ts';
import type { Reply, SendOptions, Session } from './modem.ts';
import { voiceWayOf } from './voice.ts';
import type { Wire } from './wire.ts';

/** What is known of the modem on a line. */
export interface Modem {
  chip: Chip;
  /** As it may be called: its own model line, else the family's name. */
  name: string;
  identity: readonly string[];
  /** The command that caller ID was switched on with; null: the modem took none. */
  callerIdCommand: string | null;
  /** Did the modem take the country? null: none was wished for. */
  countryTaken: boolean | null;
  /** Voice parameters; null: no voice, or not asked for. */
  voice: VoiceWay | null;
  /** It echoes commands although it was told not to: then an echo does not mean that it was switched off and on. */
  echoes: boolean;
}

export interface SetUpTimings {
  /** How long a modem may take to answer `AT`, ms. */
  answerMs: number;
  /** How long it may take for any other set-up command, ms. */
  commandMs: number;
}

/** Where modems answer, most likely first. */
export const modemSpeeds = [115_200, 57_600, 38_400, 9600] as const;

/** Finds out whether a modem answers at this speed; echo and stale output are no answer. */
async function answers(session: Session, tries: number, timings: SetUpTimings): Promise<boolean> {
  for (let attempt = 0; attempt < tries; attempt++) {
    const reply = await session.send('AT', { limitMs: timings.answerMs });
    if (reply.result === 'ok') return true;
    // An ERROR can be the end of rubbish that stood in the modem's buffer: it speaks AT all the same.
    if (reply.result === 'error') continue;
    if (reply.result === 'gone') return false;
  }
  return false;
}

/** A modem left in voice or data mode by a crash: end of voice data, then the escape (V.250 §5.2, V.253 §9). */
const wakeUp = Uint8Array.from([0x10, 0x03, 0x0d]);

/** Asks at the speeds where modems answer, the last known first; null: none answers, or it makes no sense to ask on. */
export async function findSpeed(
  wire: Wire,
  session: Session,
  known: number | null,
  /** It was met before at the known speed: one that has just come back may need a while. */
  isReturn: boolean,
  timings: SetUpTimings,
  isPointless: () => boolean,
): Promise<{ bitsPerSecond: number | null } | null> {
  // Only a serial port has a speed of its own.
  const speeds = wire.kind === 'serial' ? new Set([known ?? modemSpeeds[0], ...modemSpeeds]) : [null];
  let isFirst = true;
  for (const bitsPerSecond of speeds) {
    if (bitsPerSecond !== null) await wire.setSpeed(bitsPerSecond);
    if (await answers(session, isFirst ? (isReturn ? 4 : 2) : 1, timings)) return { bitsPerSecond };
    if (isPointless()) return null;
    if (isFirst) session.raw(wakeUp);
    isFirst = false;
  }
  return null;
}

/** Asks a Korean caller-ID box who it is; they speak at 19200. What it answers, the decoder hears. */
export async function askBox(wire: Wire, send: (bytes: Uint8Array) => void): Promise<void> {
  await wire.setSpeed(19_200);
  send(Buffer.from(`\x021P${' '.repeat(18)}\x03`, 'latin1'));
}

/** Echo off, words for results: again after probes that went wrong, because some modems read the V of +VCID as ATV. */
const words = 'ATE0V1';

const identityCommands = ['ATI0', 'ATI3', 'AT+GMI', 'AT+GMM', 'AT+FMI', 'AT+FMM'] as const;
/** Asked where the usual ones told nothing known: Silicon Labs says its model at I6, USR its version at I7. */
const moreIdentityCommands = ['ATI6', 'ATI7'] as const;

export interface SetUpWishes {
  country: LineCountry | null;
  voice: boolean;
  /** How many accepted caller-ID commands to pass over: they were taken, but no number came. null: keep what worked. */
  skipCallerId: number | null;
  /** Put it on-hook first: it has just been met. */
  onHook: boolean;
}

export async function setUp(
  session: Session,
  known: Modem | null,
  wishes: SetUpWishes,
  timings: SetUpTimings,
): Promise<Modem> {
  const probe = (command: string, options: SendOptions = {}): Promise<Reply> =>
    session.send(command, { limitMs: timings.commandMs, ...options });
  /** A probe that may have turned the modem to digits, which shows in digits or in no answer that is understood. */
  const risky: Probe = async (command, options) => {
    const reply = await probe(command, options);
    if (reply.result === 'timeout' || session.speaksDigits()) await probe(words);
    return reply;
  };

  // S7: a handshake that nobody wants (ATA as the only way off-hook) fails in 3 s; until then some are deaf to ATH0.
  if ((await probe('AT&FE0V1Q0X4S0=0S7=3')).result !== 'ok')
    // X4 is unknown to some, and others take one command a line.
    for (const command of [words, 'AT&F', words, 'ATQ0', 'ATX4', 'ATS0=0', 'ATS7=3']) await probe(command);
  await probe('AT+FCLASS=0');
  // A crash may have left it off-hook; while it is watched, how its hook is, is known.
  if (wishes.onHook) await probe('ATH0');

  // The same modem back again is not asked everything anew: it must be watched within seconds.
  const same = known && (await isSame(risky, known)) ? known : null;
  const identity = same?.identity ?? (await identify(risky));
  const chip = same?.chip ?? chipOf(identity);
  const countryTaken = wishes.country && (await setCountry(risky, chip, wishes.country));
  for (const command of chip.init) await probe(command);
  const callerIdCommand =
    wishes.skipCallerId === null &&
    same?.callerIdCommand != null &&
    (await switchOn(risky, same.callerIdCommand))
      ? same.callerIdCommand
      : await switchCallerIdOn(risky, chip, wishes.skipCallerId ?? 0);
  const voice = wishes.voice ? (chip.voice ?? same?.voice ?? (await askVoice(risky))) : null;
  const { echoed } = await probe(words);
  return {
    chip,
    name: same?.name ?? nameOf(chip, identity),
    identity,
    callerIdCommand,
    countryTaken,
    voice,
    echoes: echoed,
  };
}

/** Switches caller ID on once more with what worked; modems forget it. The modem's first reply. */
export async function rearm(session: Session, modem: Modem, timings: SetUpTimings): Promise<Reply> {
  const probe = (command: string): Promise<Reply> => session.send(command, { limitMs: timings.commandMs });
  const first = await probe(words);
  if (first.result !== 'timeout' && first.result !== 'gone' && modem.callerIdCommand !== null) {
    await switchOn(probe, modem.callerIdCommand);
    await probe(words);
  }
  return first;
}

type Probe = (command: string, options?: SendOptions) => Promise<Reply>;

/** Does it answer to the first questions as the modem of before did? */
async function isSame(probe: Probe, known: Modem): Promise<boolean> {
  for (const command of identityCommands.slice(0, 2)) {
    const { result, lines } = await probe(command, { query: true });
    if (result === 'ok' && lines.some(line => !known.identity.includes(line.slice(0, 120)))) return false;
  }
  return true;
}

async function identify(probe: Probe): Promise<readonly string[]> {
  const identity: string[] = [];
  const ask = async (commands: readonly string[]): Promise<void> => {
    for (const command of commands) {
      const { result, lines } = await probe(command, { query: true });
      if (result === 'ok')
        for (const line of lines)
          if (!identity.includes(line) && identity.length < 16) identity.push(line.slice(0, 120));
    }
  };
  await ask(identityCommands);
  if (chipOf(identity).key === 'generic') await ask(moreIdentityCommands);
  return identity;
}

/** The model line that a person would recognise: the longest with letters and digits, not a bare code. */
function nameOf(chip: Chip, identity: readonly string[]): string {
  const model = identity
    .map(line => line.replace(/^\+[A-Z]+: ?/, '').replaceAll('"', ''))
    .filter(line => /[A-Za-z]{2}/.test(line) && line.length <= 48)
    .sort((a, b) => b.length - a.length)[0];
  if (chip.key === 'generic') return model ?? chip.name;
  return model && !model.toLowerCase().includes(chip.name.toLowerCase())
    ? `${chip.name} (${model})`
    : (model ?? chip.name);
}

async function setCountry(probe: Probe, chip: Chip, country: LineCountry): Promise<boolean> {
  // Asked first: some modems keep the country for good, and what is right already is not written.
  const now = await probe('AT+GCI?', { query: true });
  const isSet = now.lines.some(line => new RegExp(`\\b${country.t35}\\b`, 'i').test(line));
  let taken = isSet;
  for (const command of chip.country(country)) {
    if (isSet && command.startsWith('AT+GCI=')) continue;
    taken = (await probe(command)).result === 'ok' || taken;
  }
  return taken;
}

async function switchCallerIdOn(probe: Probe, chip: Chip, skip: number): Promise<string | null> {
  const listed = new Map<string, boolean>();
  for (const family of ['+VCID', '#CID']) {
    const reply = await probe(`AT${family}=?`, { query: true });
    listed.set(family, reply.result === 'ok' && reply.lines.some(line => /[1-9]/.test(line)));
  }
  const isListed = (command: string): boolean =>
    [...listed].some(([family, yes]) => yes && command.includes(family) && !/^8[:!]/.test(command));
  const inOrder = [...chip.callerId.filter(isListed), ...chip.callerId.filter(one => !isListed(one))];
  let accepted: string | null = null;
  let toSkip = skip;
  for (const command of inOrder) {
    const taken = await switchOn(probe, command);
    if (!taken) continue;
    accepted = command;
    if (toSkip-- <= 0) break;
  }
  return accepted;
}

async function switchOn(probe: Probe, command: string): Promise<boolean> {
  if (!/^8[:!]/.test(command)) return (await probe(`AT${command}`)).result === 'ok';
  if ((await probe('AT+FCLASS=8')).result !== 'ok') return false;
  const reply = await probe(`AT${command.slice(2)}`);
  // Idle in class 0: in voice class RING turns into DLE R, and some modems answer by themselves.
  if (!command.startsWith('8!')) await probe('AT+FCLASS=0');
  return reply.result === 'ok';
}

/** The modem's own list of voice formats; many tell it in voice class only. */
async function askVoice(probe: Probe): Promise<VoiceWay | null> {
  if ((await probe('AT+FCLASS=8')).result !== 'ok') return null;
  const formats = await probe('AT+VSM=?', { query: true });
  await probe('AT+FCLASS=0');
  return voiceWayOf(formats.lines);
}
