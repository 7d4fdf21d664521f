import type { CallerFields } from './caller-id.ts';
import { readMoment, readName, readNumber } from './values.ts';
import { withheldFrom } from './withheld.ts';

/** A whole call on one line, or something on one line that is no call. */
export type Dump = { kind: 'call'; fields: CallerFields; rings?: number } | { kind: 'other'; what: string };

type Groups = Record<string, string | undefined>;
type Shape = { box: string; pattern: RegExp; read: (groups: Groups) => Dump | null };

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
function clip(text: string): Dump | null {
  const parts = (text.match(/"[^"]*"|[^,]+|(?<=,)(?=,)/g) ?? []).map(part => part.trim().replaceAll('"', ''));
  const [number = '', type = ''] = parts;
  const digits = readNumber(number);
  // "+CLIP: 1,1" answers a question about the setting.
  if (!text.includes('"') && (digits.number?.length ?? 0) < 3) return null;
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

/** A unit on the network puts its numbers, in any bytes, before a dollar sign; on a wire there may be one too. */
const whozz = String.raw`^(?:.*\$)?`;
const whozzState = String.raw`(?<way>[IO]) [SE] \d{1,5} (?<sum>[GB]) \S{1,3}`;

const outgoing: Dump = { kind: 'other', what: 'outgoing' };

function whozzCall({ way = '', sum = '', date = '', time = '', rest = '' }: Groups): Dump {
  if (way.toUpperCase() === 'O') return outgoing;
  const dump = columns(date, time, rest);
  return dump.kind === 'call'
    ? { kind: 'call', fields: { ...dump.fields, checksum: sum.toUpperCase() === 'G' } }
    : dump;
}

/** One-line shapes of caller-ID boxes and of modems that have their own way. */
const shapes: readonly Shape[] = [
  {
    box: 'NetCallerID, Dock-N-Talk, and the gateways of the NCID server',
    pattern:
      /^(?:CALL:\s*)?#*DATE(?<date>\d{4})?(?<time>\d{4})?\.{3}(?:CALL(?<way>[A-Z]*)\.{3})?(?:LINE.*?\.{3})?NMBR(?<number>.*?)\.{3}NAME(?<name>.*?)\+*$/i,
    read: ({ date = '', time = '', way = '', number = '', name = '' }) => {
      if (notCall(name)) return { kind: 'other', what: 'message-waiting' };
      if (way.toUpperCase() === 'OUT') return outgoing;
      return call(date, time, number, name.replace(/^-|-$/g, '').replace(/^(?:Dock-N-Talk|NONAME)$/i, ''));
    },
  },
  {
    box: 'Whozz Calling, detailed: line, In/Out, Start/End, seconds, Good/Bad checksum, rings, then the call',
    pattern: new RegExp(String.raw`${whozz}\d{1,2} ${whozzState} ${date} ${time}\s*(?<rest>.*)$`, 'i'),
    read: whozzCall,
  },
  {
    box: 'Whozz Calling, from its memory: the record number first, date and time moved ahead',
    pattern: new RegExp(String.raw`${whozz}\d{4} \d{1,2} ${date} ${time} ${whozzState}\s*(?<rest>.*)$`, 'i'),
    read: whozzCall,
  },
  {
    box: 'Whozz Calling, limited: blocks of five blanks, In/Out behind the number',
    pattern: new RegExp(
      String.raw`${whozz}\d{1,2}\s+${date}\s+${time}\s+(?<number>\S.*?)\s{5,}(?<way>[IO])(?:\s{5,}(?<name>\S.*))?$`,
      'i',
    ),
    read: ({ date = '', time = '', number = '', way = '', name = '' }) =>
      way.toUpperCase() === 'O' ? outgoing : call(date, time, number, name),
  },
  {
    box: 'Whozz Calling, hook and flash events',
    pattern: new RegExp(String.raw`${whozz}\d{1,2} [FNRV]\b.* ${date} ${time}\s*$`, 'i'),
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
      way.toUpperCase() === 'O' ? outgoing : columns(date, time, rest),
  },
  {
    box: 'NCID server line; OUT is a call made here, …LOG an old one, …INFO how often it rings',
    pattern: /^(?<kind>CID|HUP|BLK|PID|WID|OUT)(?<old>LOG|INFO)?:?\s*(?<all>\*.*\*[A-Z]+\*.*)$/i,
    read: ({ kind = '', old, all = '' }) =>
      old !== undefined || kind.toUpperCase() === 'OUT' ? { kind: 'other', what: 'record' } : starred(all),
  },
  {
    box: 'FRITZ!Box call monitor: day.month.year time;RING;connection;caller;called;line;',
    pattern:
      /^(?<day>\d\d)\.(?<month>\d\d)\.(?:\d\d){1,2} (?<time>\d\d:\d\d)(?::\d\d)?;(?<what>[A-Z]+);\d+;(?<number>[^;]*);/,
    read: ({ day = '', month = '', time = '', what, number = '' }) =>
      what === 'RING' ? call(month + day, time, number, '') : { kind: 'other', what: 'hook' },
  },
  {
    box: 'YAC, a program that hands calls on',
    pattern: /^@CALL(?<name>[^~]*)~(?<number>.*)$/i,
    read: ({ name = '', number = '' }) => call('', '', number, name),
  },
  {
    box: 'ELSA MicroLink: RING;caller;called, in place of each RING; other ISDN adapters: RING/caller, RING caller',
    pattern: /^RING(?:;|[,/: ]\s*(?=\+?\d{5}))(?<number>[^;,/]*)(?:[;,/].*)?$/i,
    read: ({ number = '' }) => ({ kind: 'call', fields: { number: readNumber(number) }, rings: 1 }),
  },
  {
    box: 'ZyXEL 2864: FM:caller TO:called',
    pattern: /^FM:\s*(?<number>.*?)(?:\s+(?:TO|\/TO):.*)?$/i,
    read: ({ number = '' }) => ({ kind: 'call', fields: { number: readNumber(number) } }),
  },
  {
    box: 'a number, or why there is none, behind the name of the caller-ID command',
    pattern:
      /^[+#*$]?(?:V?CID|CLID?|CIDNUM|CNUM)[ \t]*[:=][ \t]*"?(?<number>\+?\d[\d() -]{3,}\d|[POC]|PRIVATE|UNAVAILABLE|WITHHELD|ANONYMOUS)"?(?:[ \t]*,[ \t]*"?(?<name>[^",]*)"?.*)?$/i,
    read: ({ number = '', name = '' }) => ({
      kind: 'call',
      fields: { number: readNumber(number), ...(/[^\d\s]/.test(name) ? { name: readName(name) } : {}) },
    }),
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
    const dump = match && shape.read(match.groups ?? {});
    if (dump) return dump;
  }
  return null;
}
