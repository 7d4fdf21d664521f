import type { CallerFields } from './caller-id.ts';
import { readMoment, readName, readNumber } from './values.ts';
import { withheldFrom } from './withheld.ts';

/** A whole call on one line, or something on one line that is no call. */
export type Dump = { kind: 'call'; fields: CallerFields; rings?: number } | { kind: 'other'; what: string };

type Shape = { box: string; pattern: RegExp; read: (groups: Record<string, string | undefined>) => Dump };

function call(date: string, time: string, number: string, name: string): Dump {
  const dated = readMoment(date, 'date').date;
  const timed = readMoment(time, 'time').time;
  const digits = readNumber(number);
  const named = readName(name);
  // Boxes put the reason into the number's column, the name's, or both.
  const withheld = digits.number === null ? (digits.withheld ?? withheldFrom(name)) : null;
  return {
    kind: 'call',
    fields: {
      date: dated,
      time: timed,
      number: { ...digits, withheld },
      name: withheld !== null ? { ...named, name: withheldFrom(name) ? null : named.name } : named,
    },
  };
}

/** Columns after date and time: number, two blanks or more (or one, behind digits), name. */
function columns(date: string, time: string, rest: string): Dump {
  const text = rest.trim();
  const byDigits = /^([+\d][\d().\-/ ]*\d)(?:\s+(.*))?$/.exec(text);
  const parts = byDigits ?? /^(.*?)(?:\s{2,}(.*))?$/.exec(text);
  return call(date, time, parts?.[1] ?? '', parts?.[2] ?? '');
}

function notCall(name: string): boolean {
  return /MSG O(?:FF|N)|MESSAGE WAITING|NO MESSAGES?/i.test(name);
}

/** `*KEY*value*KEY*value*`, as the NCID server and its gateways print calls. */
function starred(text: string): Dump {
  const parts = text.split('*');
  const value = (key: string) => {
    const at = parts.findIndex(part => part.toUpperCase() === key);
    return at < 0 ? '' : (parts[at + 1] ?? '').trim();
  };
  return call(value('DATE'), value('TIME'), value('NMBR') || value('NU'), value('NAME'));
}

/** +CLIP (3GPP TS 27.007 §7.11): number, type, subaddress, satype, name, validity (1 withheld, 2 not available). */
function clip(text: string): Dump {
  const parts = (text.match(/"[^"]*"|[^,]+|(?<=,)(?=,)/g) ?? []).map(part => part.trim().replaceAll('"', ''));
  const [number = '', type = ''] = parts;
  const digits = readNumber(number);
  const international = type === '145' && digits.number !== null && !digits.number.startsWith('+');
  const validity = parts[5];
  const withheld =
    validity === '1'
      ? ({ kind: 'private', soft: false } as const)
      : validity === '2'
        ? ({ kind: 'unavailable', soft: false } as const)
        : digits.withheld;
  return {
    kind: 'call',
    fields: {
      number: {
        number: international ? `+${digits.number ?? ''}` : digits.number,
        withheld: digits.number === null ? withheld : null,
      },
      name: readName(parts[4] ?? ''),
    },
  };
}

const date = String.raw`(?<date>\d{1,2}[/-]\d{1,2}(?:[/-]\d{2,4})?)`;
const time = String.raw`(?<time>\d{1,2}:\d{2}(?::\d{2})?(?:\s*[AP]M)?)`;

/** One-line shapes of caller-ID boxes and of modems that have their own way. */
const shapes: readonly Shape[] = [
  {
    box: 'NetCallerID, Dock-N-Talk',
    pattern: /^#*DATE(?<date>\d{4})?(?<time>\d{4})?\.{3}NMBR(?<number>.*?)\.{3}NAME(?<name>.*?)\+*$/i,
    read: ({ date = '', time = '', number = '', name = '' }) =>
      notCall(name)
        ? { kind: 'other', what: 'message-waiting' }
        : call(date, time, number, name.replace(/^-|-$/g, '').replace(/^Dock-N-Talk$/i, '')),
  },
  {
    box: 'Whozz Calling, detailed: line, In/Out, Start/End, seconds, Good/Bad checksum, rings, then the call',
    pattern: new RegExp(
      String.raw`^\d{1,2} (?<way>[IO]) [SE] \d{1,5} (?<sum>[GB]) \S{1,3} ${date} ${time}\s*(?<rest>.*)$`,
      'i',
    ),
    read: ({ way = '', sum = '', date = '', time = '', rest = '' }) => {
      if (way.toUpperCase() === 'O') return { kind: 'other', what: 'outgoing' };
      const dump = columns(date, time, rest);
      return dump.kind === 'call'
        ? { kind: 'call', fields: { ...dump.fields, checksum: sum.toUpperCase() === 'G' } }
        : dump;
    },
  },
  {
    box: 'Whozz Calling, hook and flash events',
    pattern: new RegExp(String.raw`^\d{1,2} [FNRV]\b.* ${date} ${time}\s*$`, 'i'),
    read: () => ({ kind: 'other', what: 'hook' }),
  },
  {
    box: 'TCI, 70 columns, line number first',
    pattern: new RegExp(String.raw`^\d{1,2}\s+${date}\s+${time}(?:\s+(?<rest>.*))?$`, 'i'),
    read: ({ date = '', time = '', rest = '' }) => columns(date, time, rest),
  },
  {
    box: 'Weeder: I for incoming, columns of 13, 13 and 15',
    pattern: new RegExp(String.raw`^(?<way>[IO])${date}\s+${time}(?:\s+(?<rest>.*))?$`, 'i'),
    read: ({ way = '', date = '', time = '', rest = '' }) =>
      way.toUpperCase() === 'O' ? { kind: 'other', what: 'outgoing' } : columns(date, time, rest),
  },
  {
    box: 'NCID server line',
    pattern: /^CID(?:INFO)?:?\s*(?<all>\*.*\*[A-Z]+\*.*)$/i,
    read: ({ all = '' }) => starred(all),
  },
  {
    box: 'ELSA MicroLink: RING;caller;called, in place of each RING',
    pattern: /^RING;(?<number>[^;]*)(?:;.*)?$/i,
    read: ({ number = '' }) => ({ kind: 'call', fields: { number: readNumber(number) }, rings: 1 }),
  },
  {
    box: 'ZyXEL 2864: FM:caller TO:called',
    pattern: /^FM:\s*(?<number>.*?)(?:\s+(?:TO|\/TO):.*)?$/i,
    read: ({ number = '' }) => ({ kind: 'call', fields: { number: readNumber(number) } }),
  },
  {
    box: 'GSM modems: +CLIP',
    pattern: /^\+CLIP:\s*(?<all>.*)$/i,
    read: ({ all = '' }) => clip(all),
  },
];

/** Reads a line that holds a whole call; null: it has none of the shapes. */
export function readDump(text: string): Dump | null {
  for (const shape of shapes) {
    const match = shape.pattern.exec(text);
    if (match) return shape.read(match.groups ?? {});
  }
  return null;
}
