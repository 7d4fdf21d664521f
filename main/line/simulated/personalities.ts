import type { Faults } from './faults.ts';
import type { CallerIdShape } from './shapes.ts';

export type CallerIdMode = 'off' | 'formatted' | 'raw';

/** A command that arms caller ID: the mode per value. `inClass`: refused elsewhere. `inert`: answered OK, does nothing. */
export interface CallerIdCommand {
  readonly values: Readonly<Record<string, CallerIdMode>>;
  readonly inClass?: string;
  readonly inert?: boolean;
}

/** How one kind of modem speaks. */
export interface Personality {
  readonly name: string;
  /** Answers by command as written after AT, without the final OK. */
  readonly answers: Readonly<Record<string, readonly string[]>>;
  /** Service classes that +FCLASS (or #CLS) takes. */
  readonly classes: readonly string[];
  readonly classCommand: '+FCLASS' | '#CLS';
  readonly callerId: Readonly<Record<string, CallerIdCommand>>;
  /** Its report in formatted and in raw mode, and in voice class. */
  readonly shapes: {
    readonly formatted: CallerIdShape;
    readonly raw: CallerIdShape;
    readonly voice: CallerIdShape;
  };
  /** Country at the start, T.35; null: the modem knows no +GCI. */
  readonly country: string | null;
  /** `B5` or `+GCI: B5`. */
  readonly countryPrefix: string;
  /** Extended commands taken besides the ones above, by beginning. */
  readonly takes: readonly string[];
  /** Said by DLE when +VLS takes the line (USR echoes its own off-hook as H). */
  readonly seizeEvent?: string;
  readonly quirks?: Partial<Faults>;
}

const countries = [
  '00,07,09,0A,0F,16,1B,20,25,26,27,2D,2E,31,36,3C,3D,42,46,50,51,52,53,54,57,58,59,61,62,64,69,6C,73,77,7B,7E,82,84,89,8A,8B,',
  '8E,98,99,9C,9F,A0,A1,A5,A6,A9,AD,AE,B3,B4,B5,B7,B8,C1,F9,FA,FB,FC,FD,FE',
].join('');

const offFormattedRaw: CallerIdCommand = { values: { 0: 'off', 1: 'formatted', 2: 'raw' } };
const offFormatted: CallerIdCommand = { values: { 0: 'off', 1: 'formatted' } };
const american = { formatted: 'us', raw: 'hex-mdmf', voice: 'us' } as const;
const dataAndFax = ['+MS', '+ES', '+DS', '+IFC', '+ICF', '+IPR', '+ER', '+DR', '+F', '&', '-'];

/** The kinds of modem, by key. Identity answers as published for real pieces where a source is named. */
export const personalities = {
  /** CX93010 on USB 0572:1340 (StarTech, Zoom 3095, Dell RD02-D400); answers as read from a CX93001-EIS_V0.2013-V92. */
  conexant: {
    name: 'Conexant CX93010',
    answers: {
      I0: ['56000'],
      I1: ['255'],
      I2: [],
      I3: ['CX93001-EIS_V0.2013-V92'],
      I6: ['RCV56DPF', 'L8773A Rev 47.24/34.00'],
      '+GMI': ['CONEXANT'],
      '+GMM': ['V90'],
      '+GMR': ['CX93001-EIS_V0.2013-V92'],
      '+GCAP': ['+FCLASS,+MS,+ES,+DS'],
      '+FMI': ['CONEXANT'],
      '+FMM': ['V90'],
      '+FMR': ['CX93001-EIS_V0.2013-V92'],
      '+FCLASS=?': ['0,1,1.0,2,8'],
      '+VCID=?': ['(0-2)'],
      '+GCI=?': [`(${countries})`],
      '+VLS=?': [
        '0,"",0000000000,B084008000',
        '1,"T",0BC01C0000,0B00100300',
        '4,"S",0000000000,0000000000',
        '5,"ST",0BC01C0000,0B00100300',
        '6,"M",0000000000,0000000000',
      ],
      '+VSM=?': [
        '0,"SIGNED PCM",8,0,8000,0,0',
        '1,"UNSIGNED PCM",8,0,8000,0,0',
        '129,"IMA ADPCM",4,0,8000,0,0',
        '130,"UNSIGNED PCM",8,0,8000,0,0',
        '131,"Mu-Law",8,0,8000,0,0',
        '132,"A-Law",8,0,8000,0,0',
        '133,"14 bit PCM",14,0,8000,0,0',
      ],
    },
    classes: ['0', '1', '1.0', '2', '8'],
    classCommand: '+FCLASS',
    callerId: { '+VCID': offFormattedRaw },
    shapes: american,
    country: 'B5',
    countryPrefix: '',
    takes: [...dataAndFax, '+V', '+P', '!4886', '-SCID', '-SDR', '-STE'],
  },
  /** USR5637, firmware 1.2.23. */
  usr: {
    name: 'U.S. Robotics USR5637',
    answers: {
      I0: ['5601'],
      I1: ['C4A8'],
      I2: [],
      I3: ['U.S. Robotics 56K FAX USB V1.2.23'],
      I7: [
        'Configuration Profile...',
        '',
        'Product Type           US/Canada USB',
        'Product ID:            USR5637',
        'Options                V32bis,V.80,V.34+,V.90,V.92',
        'Error Correction       MNP,V.42',
        'Data Compression       MNP5,V.42bis,V.44',
        'Fax Options            Class 1',
        'Line Options           Caller ID',
        '',
        'Flash Date             06/04/2012',
        'Flash Rev              1.2.23',
      ],
      '+GMI': ['U.S. Robotics'],
      '+GMM': ['56K FAX USB'],
      '+GMR': ['V1.2.23'],
      '+FMI': ['U.S. Robotics'],
      '+FMM': ['56K FAX USB'],
      '+FMR': ['V1.2.23'],
      '+FCLASS=?': ['0,1,8'],
      '#CID=?': ['0,1,2'],
      '+VCID=?': ['(0,1,2)'],
      '+GCI=?': ['+GCI: (00,16,26,3D,42,59,61,9C,B4,B5,F6)'],
      '+VLS=?': ['(0-15)'],
      '+VSM=?': [
        '128,"8-BIT LINEAR",(7200,8000,11025)',
        '129,"16-BIT LINEAR",(7200,8000,11025)',
        '131,"IMA ADPCM",(7200,8000,11025)',
      ],
    },
    classes: ['0', '1', '8'],
    classCommand: '+FCLASS',
    callerId: { '+VCID': offFormattedRaw, '#CID': offFormattedRaw },
    shapes: { formatted: 'us', raw: 'mesg-hex', voice: 'us-tight' },
    country: 'F6',
    countryPrefix: '+GCI: ',
    takes: [...dataAndFax, '+V'],
    seizeEvent: 'H',
  },
  /** Si2457: I0 is a revision letter, I6 the model. */
  silabs: {
    name: 'Silicon Labs Si2457',
    answers: {
      I0: ['C'],
      I1: ['3.02'],
      I3: ['3018 F'],
      I6: ['2457'],
      '+GMI': ['Silicon Labs'],
      '+GMM': ['2457'],
      '+GMR': ['C'],
      '+FCLASS=?': ['0,1,1.0,8'],
      '+VCID=?': ['+VCID: (0-2)'],
      '+VCDT=?': ['+VCDT: (0-6)'],
      '+GCI=?': [`+GCI: (${countries})`],
      '+VSM=?': [
        '0,"SIGNED PCM",8,0,8000,0,0',
        '1,"UNSIGNED PCM",8,0,8000,0,0',
        '129,"IMA ADPCM",4,0,8000,0,0',
        '131,"MU-LAW",8,0,8000,0,0',
      ],
    },
    classes: ['0', '1', '1.0', '8'],
    classCommand: '+FCLASS',
    callerId: { '+VCID': offFormattedRaw },
    shapes: american,
    country: 'B5',
    countryPrefix: '+GCI: ',
    takes: [...dataAndFax, '+V', '+ITF', '+PCW', ':'],
  },
  /** Lucent/Agere LT: distinctive ring as cadence after +VDR=1,0. */
  lucent: {
    name: 'Lucent/Agere LT',
    answers: {
      I0: ['56000'],
      I3: ['LT V.92 Data+Fax Modem Version 8.31'],
      I5: ['LT V.92 Data+Fax Modem'],
      '+GMI': ['LUCENT TECHNOLOGIES'],
      '+GMM': ['LT V.92'],
      '+FMI': ['LUCENT TECHNOLOGIES'],
      '+FMM': ['LT V.92'],
      '+FCLASS=?': ['0,1,8'],
      '+VCID=?': ['(0-2)'],
      '+VDR=?': ['(0-1),(0-255)'],
      '+GCI=?': [`+GCI: (${countries})`],
      '+VSM=?': [
        '0,"LINEAR",8,0,7200,(0),(0)',
        '129,"IMA ADPCM",4,0,(7200,8000),(0),(0)',
        '131,"LINEAR",16,0,(7200,8000),(0),(0)',
      ],
    },
    classes: ['0', '1', '8'],
    classCommand: '+FCLASS',
    callerId: { '+VCID': offFormattedRaw },
    shapes: { formatted: 'us-tight', raw: 'hex-mdmf', voice: 'us-tight' },
    country: 'B5',
    countryPrefix: '+GCI: ',
    takes: [...dataAndFax, '+V'],
  },
  /** Motorola SM56: caller ID only in voice class, shielded by DLE. */
  motorola: {
    name: 'Motorola SM56',
    answers: {
      I0: ['56000'],
      I3: ['Motorola SM56 Data Fax Modem'],
      '+GMI': ['Motorola'],
      '+GMM': ['SM56'],
      '+FMI': ['Motorola'],
      '+FMM': ['SM56'],
      '+FCLASS=?': ['0,1,8'],
      '+VCID=?': ['(0-2)'],
      '+VSM=?': ['128,"8-BIT LINEAR",(8000)', '130,"A-LAW",(8000)'],
    },
    classes: ['0', '1', '8'],
    classCommand: '+FCLASS',
    callerId: { '+VCID': { ...offFormattedRaw, inClass: '8' } },
    shapes: { formatted: 'us-tight', raw: 'hex-mdmf', voice: 'shielded' },
    country: null,
    countryPrefix: '',
    takes: [...dataAndFax, '+V', '*'],
  },
  /** Rockwell RCV56: the # command set, no +VCID. */
  rockwell: {
    name: 'Rockwell RCV56',
    answers: {
      I0: ['56000'],
      I1: ['255'],
      I2: [],
      I3: ['V2.210-V90_2M_DLS'],
      I6: ['RCV56DPF-PLL L8571A Rev 49.00/49.00'],
      '#CLS=?': ['0,1,2,8'],
      '+FCLASS=?': ['0,1,2,8'],
      '#CID=?': ['0,1,2'],
      '#VSM=?': ['2,"ROCKWELL ADPCM",2,1,7200,0,0'],
    },
    classes: ['0', '1', '2', '8'],
    classCommand: '#CLS',
    callerId: { '#CID': offFormattedRaw },
    shapes: { formatted: 'us', raw: 'hex-sdmf', voice: 'us' },
    country: null,
    countryPrefix: '',
    takes: [...dataAndFax, '#V', '#B', '+FCLASS'],
  },
  /** ZyXEL U-1496/Omni: caller ID by a bit of S40. */
  zyxel: {
    name: 'ZyXEL U-1496',
    answers: {
      I0: ['1496'],
      I1: ['U1496E  V 6.13 P'],
      I3: [],
      '+FMI': ['ZyXEL'],
      '+FMM': ['U1496E'],
      '+FCLASS=?': ['0,2,6,8'],
    },
    classes: ['0', '2', '6', '8'],
    classCommand: '+FCLASS',
    callerId: { 'S40.2': offFormatted },
    shapes: { formatted: 'zyxel', raw: 'zyxel', voice: 'zyxel' },
    country: null,
    countryPrefix: '',
    takes: ['+F', '+V', '&', '*'],
  },
  /** MultiTech MT9234MU. */
  multitech: {
    name: 'MultiTech MT9234MU',
    answers: {
      I0: ['MT9234MU'],
      I1: ['1.43'],
      I2: ['MT9234MU'],
      '+GMI': ['Multi-Tech Systems Inc'],
      '+GMM': ['MT9234MU'],
      '+FMI': ['Multi-Tech Systems Inc'],
      '+FMM': ['MT9234MU'],
      '+FCLASS=?': ['0,1,1.0,2,2.0,2.1,8'],
      '#CID=?': ['0,1,2,3'],
      '+VCID=?': ['(0-2)'],
      '+GCI=?': [`+GCI: (${countries})`],
      '+VSM=?': [
        '2,"ADPCM",2,0,(7200),0,0',
        '140,"2 bit ADPCM",2,0,(7200),0,0',
        '141,"4 bit ADPCM",4,0,(7200),0,0',
      ],
    },
    classes: ['0', '1', '1.0', '2', '2.0', '2.1', '8'],
    classCommand: '+FCLASS',
    callerId: {
      '+VCID': { ...offFormattedRaw, inert: true },
      '#CID': { values: { 0: 'off', 1: 'formatted', 2: 'raw', 3: 'formatted' } },
    },
    shapes: american,
    country: 'B5',
    countryPrefix: '+GCI: ',
    takes: [...dataAndFax, '+V'],
  },
  /** A modem of no known make that keeps to V.250 and V.253. */
  generic: {
    name: 'V.250 modem',
    answers: {
      I0: ['33600'],
      I3: ['V1.00'],
      '+GMI': ['GENERIC'],
      '+GMM': ['MODEM'],
      '+GMR': ['1.00'],
      '+FCLASS=?': ['(0,1,8)'],
      '+VCID=?': ['+VCID: (0,1)'],
      '+VSM=?': ['128,"8-BIT LINEAR",(8000)'],
    },
    classes: ['0', '1', '8'],
    classCommand: '+FCLASS',
    callerId: { '+VCID': offFormatted },
    shapes: american,
    country: 'B5',
    countryPrefix: '+GCI: ',
    takes: [...dataAndFax, '+V'],
  },
} as const satisfies Record<string, Personality>;

export type PersonalityKey = keyof typeof personalities;

export const personalityKeys = Object.keys(personalities).filter(isPersonality);

export function isPersonality(key: string): key is PersonalityKey {
  return Object.hasOwn(personalities, key);
}
