import type { WithheldKind } from '../../../shared/number.ts';

/** What an exchange sends about a caller: the number, or why there is none, and perhaps a name. */
export interface SentCallerId {
  /** As the exchange sends it; null when withheld. */
  readonly number: string | null;
  readonly withheld?: WithheldKind | undefined;
  readonly name?: string | undefined;
  /** Epoch ms; becomes the network's DATE and TIME, in local time. */
  readonly at: number;
  /** Korean names came in EUC-KR long before UTF-8. */
  readonly nameEncoding?: 'utf-8' | 'euc-kr' | undefined;
}

/** Reason letters of GR-31 parameters 4 and 8; C (pay phone) is Korean use. */
export const withheldLetters: Readonly<Record<WithheldKind, string>> = {
  private: 'P',
  unavailable: 'O',
  payphone: 'C',
};

const twoDigits = (value: number): string => String(value).padStart(2, '0');

/** MMDD and HHMM of a moment, local time. */
export function networkTime(at: number): { date: string; time: string } {
  const moment = new Date(at);
  return {
    date: twoDigits(moment.getMonth() + 1) + twoDigits(moment.getDate()),
    time: twoDigits(moment.getHours()) + twoDigits(moment.getMinutes()),
  };
}

/** The byte that makes a packet sum to 0 modulo 256 (GR-30: two's complement of the sum of all before it). */
export function checksumOf(bytes: Uint8Array): number {
  return -bytes.reduce((sum, byte) => sum + byte, 0) & 0xff;
}

/** Closes a packet: type, length, body (at most 255 bytes), checksum. */
export function packet(type: number, body: Uint8Array): Uint8Array {
  const kept = body.subarray(0, 255);
  const open = Uint8Array.of(type, kept.length, ...kept);
  return Uint8Array.of(...open, checksumOf(open));
}

/** One MDMF parameter; `type` per GR-31 and ETSI EN 300 659-3. */
export interface Parameter {
  readonly type: number;
  readonly value: Uint8Array;
}

/** Multiple data message format (0x80 call set-up unless told otherwise). */
export function encodeMdmf(parameters: readonly Parameter[], type = 0x80): Uint8Array {
  return packet(
    type,
    Uint8Array.from(
      parameters.flatMap(({ type: key, value }) => [
        key,
        Math.min(value.length, 255),
        ...value.subarray(0, 255),
      ]),
    ),
  );
}

/** Single data message format: MMDDHHMM and the number or its reason letter. */
export function encodeSdmf(sent: SentCallerId): Uint8Array {
  const { date, time } = networkTime(sent.at);
  return packet(0x04, ascii(date + time + numberOrLetter(sent)));
}

/** The MDMF packet of a call: time (1), number (2) or its absence (4), name (7) or its absence (8) where a name is spoken of. */
export function encodeCall(sent: SentCallerId): Uint8Array {
  const { date, time } = networkTime(sent.at);
  const letter = withheldLetters[sent.withheld ?? 'unavailable'];
  const parameters: Parameter[] = [{ type: 0x01, value: ascii(date + time) }];
  parameters.push(
    sent.number === null ? { type: 0x04, value: ascii(letter) } : { type: 0x02, value: ascii(sent.number) },
  );
  if (sent.name !== undefined) parameters.push({ type: 0x07, value: encodeName(sent) });
  else if (sent.number === null) parameters.push({ type: 0x08, value: ascii(letter) });
  return encodeMdmf(parameters);
}

export function numberOrLetter(sent: SentCallerId): string {
  return sent.number ?? withheldLetters[sent.withheld ?? 'unavailable'];
}

export function ascii(text: string): Uint8Array {
  return Buffer.from(text, 'latin1');
}

/** The name's bytes in the encoding that the exchange uses. */
export function encodeName(sent: SentCallerId): Uint8Array {
  const name = sent.name ?? '';
  return sent.nameEncoding === 'euc-kr' ? encodeEucKr(name) : Buffer.from(name, 'utf8');
}

/** Upper-case hex, as modems print unformatted packets. */
export function hexOf(bytes: Uint8Array, between = ''): string {
  return [...bytes].map(byte => byte.toString(16).padStart(2, '0').toUpperCase()).join(between);
}

let eucKrOf: Map<string, readonly [number, number]> | undefined;

/** EUC-KR (KS X 1001) by turning the platform's decoder round; what it does not have becomes "?". */
export function encodeEucKr(text: string): Uint8Array {
  eucKrOf ??= reverseEucKr();
  const table = eucKrOf;
  return Uint8Array.from(
    Array.from(text).flatMap(character => {
      if (character < '\u0080') return [character.charCodeAt(0)];
      return table.get(character) ?? [0x3f];
    }),
  );
}

function reverseEucKr(): Map<string, readonly [number, number]> {
  const decoder = new TextDecoder('euc-kr');
  const table = new Map<string, readonly [number, number]>();
  for (let lead = 0x81; lead <= 0xfe; lead++)
    for (let trail = 0x41; trail <= 0xfe; trail++) {
      const character = decoder.decode(Uint8Array.of(lead, trail));
      if (character.length === 1 && character !== '\ufffd') table.set(character, [lead, trail]);
    }
  return table;
}
