import type { LineCountry } from './country.ts';

/** Samples as the modem wants them: 8000 a second, 8 bits each. */
export type VoiceEncoding = 'unsigned' | 'mulaw' | 'alaw';

export interface VoiceWay {
  /** What follows `AT+VSM=`. */
  vsm: string;
  encoding: VoiceEncoding;
}

/** How one family of modems is spoken to. A row is data; what it says is done by set-up.ts, hang-up.ts and voice.ts. */
export interface Chip {
  key: string;
  /** As a person may know it. */
  name: string;
  /** Matched over the lines that the modem answers to ATI0, ATI3, +GMI, +GMM, +FMI and +FMM. */
  identity: RegExp | null;
  /** Commands after the base set-up; an ERROR is passed over. */
  init: readonly string[];
  /**
   * Caller ID on: tried in this order until one is taken. `8:` first enters voice class, and leaves it again;
   * `8!` stays in it, for chips that report nowhere else.
   */
  callerId: readonly string[];
  country: (country: LineCountry) => readonly string[];
  /** Answers to `ATH1` with ERROR are found out at the first refusal; this is for chips where it is known. */
  offHook: 'ATH1' | 'ATA';
  /** Shorter than this is no answer for the exchange, ms. */
  minHoldMs: number;
  /** Voice parameters where known; null: asked for by `+VSM=?`. */
  voice: VoiceWay | null;
  /** Where the row comes from. */
  source: string;
}

const gci = (country: LineCountry): readonly string[] => [`AT+GCI=${country.t35}`];

/** V.250 and V.253, for every modem that is in no other row. */
export const genericChip: Chip = {
  key: 'generic',
  name: 'V.250',
  identity: null,
  init: [],
  callerId: ['+VCID=1', '#CID=1', '8:+VCID=1', '%CCID=1', '*ID1', '#CC1', '+VDR=1,0', '8!+VCID=1'],
  country: gci,
  offHook: 'ATH1',
  minHoldMs: 1000,
  voice: null,
  source: 'ITU-T V.250, V.253',
};

/** First match wins: makers before families, families before their ancestors. */
export const chips: readonly Chip[] = [
  {
    ...genericChip,
    key: 'usr',
    name: 'U.S. Robotics',
    identity: /U\.?\s?S\.?\s?Robotics|\bUSR\b|^5601$|^5610$|3453|5637|5639|Courier|Sportster/im,
    callerId: ['#CID=1', '+VCID=1', '#CID=2', '8:+VCID=1'],
    voice: { vsm: '128,8000', encoding: 'unsigned' },
    source: 'U.S. Robotics 56K USB Modem (5637) AT command reference; ATI0 answers 5601',
  },
  {
    ...genericChip,
    key: 'zyxel',
    name: 'ZyXEL',
    identity: /zyxel|omni\.?net|U-?1496|U-?336|^2864$|^1496$/im,
    callerId: ['S40.2=1', '+VCID=1', '#CID=1', '*ID1'],
    source: 'ZyXEL U-1496 and Omni user manuals: S40.2=1 reports caller ID',
  },
  {
    ...genericChip,
    key: 'multitech',
    name: 'MultiTech',
    identity: /multi-?\s?tech|MT9234|MT5634|MT2834/i,
    callerId: ['#CID=3', '+VCID=1', '#CID=1'],
    source: 'MultiTech MT9234 AT command reference: #CID=3 formatted, named',
  },
  {
    ...genericChip,
    key: 'silicon-labs',
    name: 'Silicon Labs Si24xx',
    identity: /silicon lab|\bSi24\d\d|\bSi3\d\d\d|^Si24/im,
    init: [],
    callerId: ['+VCID=1', '+VCID=2'],
    country: country => [`AT+GCI=${country.t35}`, `AT+VCDT=${country.siliconLabsTiming}`],
    source: 'Silicon Labs AN93, Modem Designer’s Guide: +VCDT, +VCID, +VCIDR?',
  },
  {
    ...genericChip,
    key: 'agere',
    name: 'Lucent/Agere',
    identity: /lucent|agere|\bLT ?V\.?9[02]|\bLSI\b|Venus|Mars/i,
    callerId: ['+VCID=1', '8:+VCID=1', '+VDR=1,0', '#CID=1'],
    source: 'Agere Systems AT command set for Venus and Mars controllers: +VDR, +VCID',
  },
  {
    ...genericChip,
    key: 'motorola',
    name: 'Motorola SM56',
    identity: /motorola|\bSM56/i,
    callerId: ['8!+VCID=1', '8:+VCID=1', '+VCID=1', '#CID=1'],
    source: 'Motorola SM56 AT command reference: caller ID is set, and told, in voice class',
  },
  {
    ...genericChip,
    key: 'rockwell',
    name: 'Rockwell',
    identity: /rockwell|\bRC(56|336|288|144)|\bACF\b|\bK56|_DLS\b/i,
    callerId: ['#CID=1', '+VCID=1', '#CID=2'],
    source: 'Rockwell RC56 and ACF modem designer’s guide: #CID',
  },
  {
    ...genericChip,
    key: 'conexant',
    name: 'Conexant CX930xx',
    identity:
      /conexant|CX93\d\d\d|CX8\d\d\d\d|\bCX\d|USB56KEMH|RD02-?D400|\bD400\b|synaptics|^56000$|Zoom.*3095/im,
    callerId: ['-SCID=1;+VCID=1', '+VCID=1', '#CID=1', '8:+VCID=1'],
    // Only Conexant and its neighbours above answer 56000 to ATI0; who is none of them is one.
    country: country => [`AT+GCI=${country.t35}`, `AT!4886=${country.conexantStandard}`],
    voice: { vsm: '1', encoding: 'unsigned' },
    source: 'Conexant commands for host-controlled modems; CX93001 and CX93010 (USB 0572:1329, 0572:1340)',
  },
];

/** The row for what a modem said of itself. */
export function chipOf(identity: readonly string[]): Chip {
  const text = identity.join('\n');
  return chips.find(chip => chip.identity?.test(text)) ?? genericChip;
}

/** What answers on the port if it is no modem: said by name. First match wins. */
const strangers: readonly { name: string; pattern: RegExp }[] = [
  { name: 'GPS', pattern: /\$G[PNLAB][A-Z]{3},|\$PMTK|u-?blox/ },
  { name: '3D printer (Marlin)', pattern: /echo:\s?(Unknown|Marlin)|FIRMWARE_NAME|\bok T:\d/ },
  { name: 'printer', pattern: /@PJL|%!PS/ },
  { name: 'Arduino', pattern: /Arduino|Grbl \d/i },
  {
    name: 'mobile modem',
    pattern:
      /\b(Quectel|SIMCOM|SIM800|SIM900|SIM7\d\d\d|Huawei|Sierra Wireless|Telit|Fibocom|ESP8266|ESP32)\b|\+CPIN/i,
  },
  { name: 'login console', pattern: /\blogin:\s*$|U-Boot \d|Password:\s*$/i },
];

/** The name of the device that speaks like this, if it is known to be no telephone modem. */
export function strangerOf(text: string): string | null {
  return strangers.find(({ pattern }) => pattern.test(text))?.name ?? null;
}
