import {
  ascii,
  encodeCall,
  encodeName,
  encodeSdmf,
  hexOf,
  networkTime,
  numberOrLetter,
  withheldLetters,
} from './encode.ts';
import type { SentCallerId } from './encode.ts';

/** Bytes of a caller-ID report, line by line: the places where a modem's USB packets end. */
export type Lines = readonly Uint8Array[];

const dle = '\x10';

/**
 * Every way of reporting a caller ID that this simulation can speak. Formatted ones are byte for byte what the named modems
 * were recorded to send.
 */
export const callerIdShapes = {
  /** Conexant, Rockwell, most others on an American line. */
  us: sent => formatted(sent, ['DATE', 'TIME', 'NMBR', 'NAME'], ' = '),
  /** TRENDnet, USR in +VCID=1: no spaces. */
  'us-tight': sent => formatted(sent, ['DATE', 'TIME', 'NMBR', 'NAME'], '='),
  'name-first': sent => formatted(sent, ['DATE', 'TIME', 'NAME', 'NMBR'], ' = '),
  /** A Korean line: number first, never a name. */
  korean: sent => formatted({ ...sent, name: undefined }, ['NMBR', 'DATE', 'TIME'], '='),
  'korean-spaced': sent => formatted({ ...sent, name: undefined }, ['NMBR', 'DATE', 'TIME'], ' = '),
  /** DTMF countries: nothing but the number. */
  'number-only': sent => formatted({ ...sent, name: undefined }, ['NMBR'], ' = '),
  /** British Telecom style: a message type in front. */
  'mesg-first': sent => [
    ascii('\r\nMESG = 110101\r\n'),
    ...formatted(sent, ['DATE', 'TIME', 'NMBR', 'NAME'], ' = ', ''),
  ],
  ddn: sent => formatted(sent, ['DATE', 'TIME', 'NAME', 'DDN_NMBR'], ' = '),
  /** DATE with the year in front. */
  'dated-year': sent => formatted(sent, ['YEAR-DATE', 'TIME', 'NMBR', 'NAME'], ' = '),
  /** Everything on one line. */
  'one-line': sent => [
    join(
      ...formatted(sent, ['DATE', 'TIME', 'NAME', 'NMBR'], ' = ', '').map(line =>
        join(line.subarray(0, -2), ascii(' ')),
      ),
      ascii('\r\n'),
    ),
  ],
  uk: sent => {
    const { date, time } = networkTime(sent.at);
    const reason = sent.withheld === 'private' ? 'WITHHELD' : 'UNAVAILABLE';
    return [
      ascii('\r\nCID RING\r\n'),
      ascii('CALLING MSG\r\n'),
      ascii(`DATE TIME=${date.slice(0, 2)}/${date.slice(2)} ${time.slice(0, 2)}:${time.slice(2)}\r\n`),
      ascii(sent.number === null ? `${reason}\r\n` : `NBR=${sent.number}\r\n`),
      ascii('END MSG\r\n'),
    ];
  },
  /** USR5637 in #CID=2: MDMF as spaced hex. */
  'mesg-hex': sent => [ascii('\r\n'), ascii(`MESG=${hexOf(encodeCall(sent), ' ')}\r\n`)],
  'mesg-packed': sent => [ascii('\r\n'), ascii(`MESG = ${hexOf(encodeCall(sent))}\r\n`)],
  'hex-mdmf': sent => [ascii(`\r\n${hexOf(encodeCall(sent))}\r\n`)],
  'hex-sdmf': sent => [ascii(`\r\n${hexOf(encodeSdmf(sent))}\r\n`)],
  /** Lower case and without the checksum byte, as some chips print it. */
  'hex-bare': sent => [ascii(`\r\n${hexOf(encodeSdmf(sent).subarray(0, -1)).toLowerCase()}\r\n`)],
  /** A packet damaged on the line: one digit changed, the checksum left as it was. */
  'hex-damaged': sent => {
    const damaged = Uint8Array.from(encodeCall(sent));
    const at = 14;
    damaged[at] = (damaged[at] ?? 0) ^ 0x01;
    return [ascii(`\r\n${hexOf(damaged)}\r\n`)];
  },
  /** Motorola SM56 in voice class: DLE X opens, DLE . closes. */
  shielded: sent => [
    ascii(`${dle}X\r\n`),
    ...formatted(sent, ['DATE', 'TIME', 'NMBR', 'NAME'], '=', ''),
    ascii(`${dle}.`),
  ],
  clip: sent => [ascii(`\r\n+CLIP: "${sent.number ?? ''}",129\r\n`)],
  /** ZyXEL: words instead of keys. */
  zyxel: sent => {
    const { date, time } = networkTime(sent.at);
    return [
      ascii(`\r\nTIME: ${date.slice(0, 2)}-${date.slice(2)} ${time.slice(0, 2)}:${time.slice(2)}\r\n`),
      ascii(`CALLER NUMBER: ${numberOrLetter(sent)}\r\n`),
      ...(sent.name === undefined ? [] : [join(ascii('CALLER NAME: '), encodeName(sent), ascii('\r\n'))]),
    ];
  },
  /** Swiss modems. */
  'fm-to': sent => [ascii(`\r\nFM:${numberOrLetter(sent)} TO:0200000000\r\n`)],
  /** ELSA MicroLink. */
  'ring-list': sent => [ascii(`\r\nRING;${sent.number ?? ''};0200000000\r\n`)],
} as const satisfies Record<string, (sent: SentCallerId) => Lines>;

export type CallerIdShape = keyof typeof callerIdShapes;

export const callerIdShapeKeys = Object.keys(callerIdShapes).filter(
  (key): key is CallerIdShape => key in callerIdShapes,
);

type Key = 'DATE' | 'YEAR-DATE' | 'TIME' | 'NMBR' | 'DDN_NMBR' | 'NAME';

function formatted(sent: SentCallerId, keys: readonly Key[], equals: string, opening = '\r\n'): Lines {
  const lines = keys.flatMap(key => {
    const value = fieldOf(sent, key);
    return value === null
      ? []
      : [join(ascii(`${key === 'YEAR-DATE' ? 'DATE' : key}${equals}`), value, ascii('\r\n'))];
  });
  const [first = ascii(''), ...rest] = lines;
  return [join(ascii(opening), first), ...rest];
}

function fieldOf(sent: SentCallerId, key: Key): Uint8Array | null {
  const { date, time } = networkTime(sent.at);
  switch (key) {
    case 'DATE':
      return ascii(date);
    case 'YEAR-DATE':
      return ascii(String(new Date(sent.at).getFullYear() % 100).padStart(2, '0') + date);
    case 'TIME':
      return ascii(time);
    case 'NMBR':
    case 'DDN_NMBR':
      return ascii(numberOrLetter(sent));
    case 'NAME':
      return nameOf(sent);
  }
}

/** No NAME line without a name; a withheld call on a line with names repeats the reason there. */
function nameOf(sent: SentCallerId): Uint8Array | null {
  if (sent.name !== undefined) return encodeName(sent);
  return sent.number === null && sent.withheld !== undefined ? ascii(withheldLetters[sent.withheld]) : null;
}

export function join(...parts: readonly Uint8Array[]): Uint8Array {
  return Buffer.concat(parts);
}
