import type { WithheldKind } from '../../../shared/number.ts';

/** One way of saying that there is no number. A `soft` word gives way when the name field says another reason. */
export type Withheld = { kind: WithheldKind; soft: boolean };

const words: Record<WithheldKind, readonly string[]> = {
  private: [
    'P',
    'PRIVATE',
    'PRIVATE NUMBER',
    'PRIVATE NAME',
    'PRIVATE CALL',
    'PRIVATE CALLER',
    'PRIVATE CALLER ID',
    'BLOCKED',
    'BLOCKED NUMBER',
    'BLOCKED CALL',
    'WITHHELD',
    'NUMBER WITHHELD',
    'NAME WITHHELD',
    'SECRET',
    'ANONYMOUS',
    'CONFIDENTIAL',
    'CLIR',
    'UNTERDRUECKT',
    'UNTERDRÜCKT',
    'NUMERO MASQUE',
    'NUMERO PRIVE',
    '발신번호표시제한',
    '발신번호제한',
    '발신자표시제한',
    '표시제한',
    '번호표시제한',
    '발신자번호표시제한',
    '발신번호표시제한번호',
    '발신표시제한',
    '발신제한',
    '번호비공개',
    '발신번호표시금지',
    '발신번호비공개',
    '비공개',
    '익명',
  ],
  unavailable: [
    'O',
    'UNAVAILABLE',
    'NOT AVAILABLE',
    'NUMBER UNAVAILABLE',
    'NAME UNAVAILABLE',
    'UNAVAIL',
    'OUT OF AREA',
    'OUTOFAREA',
    'OUT OF SERVICE',
    'UNKNOWN',
    'UNKNOWN CALLER',
    'UNKNOWN NUMBER',
    'UNKNOWN NAME',
    'NO NUMBER',
    'NO CALLER ID',
    'NO CALLERID',
    'NO ID',
    'NOT PROVIDED',
    'UNIDENTIFIED',
    'N/A',
    '발신번호없음',
    '발신번호수집불가',
    '번호없음',
    '발신정보없음',
    '발신자없음',
    '번호미제공',
    '수집불가',
    '알수없음',
    '발신자정보없음',
  ],
  payphone: [
    'C',
    'PAYPHONE',
    'PAY PHONE',
    'PAY',
    'PUBLIC PHONE',
    'COIN',
    'COIN LINE',
    'TEL PUBLIC BELL',
    '공중전화',
  ],
};

/** Withheld for sure, but hardly by which hand: exchanges use these for both reasons. */
const softWords = new Set(['RESTRICTED', 'NUMBER RESTRICTED', 'NAME RESTRICTED']);

const kindByWord = new Map<string, WithheldKind>(
  (['private', 'unavailable', 'payphone'] as const).flatMap(kind =>
    words[kind].map((word): [string, WithheldKind] => [word, kind]),
  ),
);

/** Why no number is shown, if that is what the text says; null: it says something else. */
export function withheldFrom(text: string): Withheld | null {
  const word = text
    .toUpperCase()
    .replace(/[-_*<>()[\]."']+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^(.+) \1$/, '$1');
  const kind = kindByWord.get(/[가-힣]/.test(word) ? word.replaceAll(' ', '') : word);
  if (kind !== undefined) return { kind, soft: false };
  return softWords.has(word) ? { kind: 'private', soft: true } : null;
}
