import type { WithheldKind } from '../number.ts';

/**
 * What networks, modems and gateways send instead of a number, in the form of `wordKey` (upper case, letters only).
 * P and O: Bellcore GR-30 reasons for absence; C: Korean boxes for a public telephone.
 */
const words: Readonly<Record<WithheldKind, string>> = {
  private: `
    P PRIV PRIVATE PRIVATENUMBER PRIVATECALLER PRIVATECALL PRIVATENAME PRIVACY ANON ANONYMOUS ANONYMOUSCALL
    ANONYMOUSCALLER WITHHELD NUMBERWITHHELD CALLERWITHHELD CALLERIDWITHHELD WITHHELDNUMBER RESTRICTED RESTRICT RESTRICTEDNUMBER
    NUMBERRESTRICTED BLOCKED BLOCKEDNUMBER BLOCKEDCALL BLOCKEDCALLER HIDDEN HIDDENNUMBER SECRET CONFIDENTIAL SUPPRESSED NOCALLERID
    CLIR NAMEWITHHELD NAMERESTRICTED PRIVATECALLERID UNTERDRUECKT NUMEROMASQUE NUMEROPRIVE
    발신번호표시제한 발신번호표시제한전화 발신번호표시제한번호 발신번호표시금지 발신번호미표시 발신번호제한 발신정보표시금지 발신정보표시제한
    발신자표시제한 발신자번호표시제한 발신표시제한 발신제한 발신번호보호 발신번호비공개 번호비공개 번호표시제한 번호제한 제한된번호 표시제한 표시금지
    미표시 비공개 비공개번호 익명 익명전화 익명호
    非通知 非通知設定 非通知发 隐藏号码 私人号码 匿名 UNTERDRÜCKT ANONYM PRIVÉ NUMÉROPRIVÉ MASQUÉ NUMÉROMASQUÉ APPELMASQUÉ ANONYME
    PRIVADO NÚMEROPRIVADO NÚMEROOCULTO OCULTO ANÓNIMO DESCONHECIDOPRIVADO PRIVATO ANONIMO RISERVATO SKRYTÉ`,
  unavailable: `
    O OUTOFAREA OUTAREA OOA OUTOFSERVICEAREA UNAVAILABLE UNAVAIL NUMBERUNAVAILABLE UNAVAILABLENUMBER CALLERUNAVAILABLE NOTAVAILABLE
    NUMBERNOTAVAILABLE NAMEUNAVAILABLE UNKNOWNNAME OUTOFSERVICE OUTOFORDER NOID NA NONE NONUMBER NONUM NODATA NOTPROVIDED NOTIDENTIFIED UNIDENTIFIED UNKNOWN UNKNOWNNUMBER UNKNOWNCALLER
    UNKNOWNCALL NUMBERUNKNOWN NOCID NOCLI NOCALLERIDSENT NULL ABSENT
    발신번호없음 발신자번호없음 발신번호수집불가 발신번호확인불가 발신번호알수없음 발신번호미제공 발신번호를알수없음 번호없음 번호확인불가 번호미제공 수집불가
    확인불가 표시불가 통지불가 발신정보없음 발신자정보없음 발신자없음 알수없음 알수없는번호 표시지역아님 표시권외
    表示圏外 通知不可 未知号码 未知 UNBEKANNT INCONNU NUMÉROINCONNU DESCONOCIDO NÚMERODESCONOCIDO SCONOSCIUTO DESCONHECIDO`,
  payphone: `
    C COIN COINPHONE COINLINE COINCALL PAY TELPUBLICBELL PAYPHONE PAYTELEPHONE PUBLICPHONE PUBLICTELEPHONE PHONEBOOTH
    공중전화 공중전화기 公衆電話 公用电话 CABINE ÖFFENTLICH CABINA`,
};

const kinds = new Map<string, WithheldKind>();
for (const kind of ['private', 'unavailable', 'payphone'] as const)
  for (const word of words[kind].trim().split(/\s+/)) kinds.set(word, kind);

const longestWord = 48;

/** Letters of a text in upper case, without spaces, signs and the host of a SIP address: 'Out-of-area' → 'OUTOFAREA'. */
function wordKey(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/@[\w.-]+$/, '')
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .toUpperCase();
}

/** Does this text say that no number is shown, and why? undefined: it does not. */
export function withheldKindOf(text: string): WithheldKind | undefined {
  if (text.length > longestWord) return undefined;
  const key = wordKey(text);
  // A lone dash or question mark stands for "none"; a service code (`*`, `#`) does not.
  if (key === '') return /^[-–—?_. ]+$/.test(text) ? 'unavailable' : undefined;
  return kinds.get(key);
}

/** What a row shows instead of a number. Data, as `display` is; the screen words it by class. */
export const withheldDisplay: Readonly<Record<WithheldKind, string>> = {
  private: '발신번호 표시제한',
  unavailable: '발신번호 없음',
  payphone: '공중전화',
};
