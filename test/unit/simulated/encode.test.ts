import { describe, expect, test } from 'vitest';
import {
  ascii,
  checksumOf,
  encodeCall,
  encodeEucKr,
  encodeMdmf,
  encodeSdmf,
  hexOf,
} from '../../../main/line/simulated/encode.ts';

const november = new Date(2026, 10, 25, 9, 1).getTime();
const may = new Date(2026, 4, 11, 18, 52).getTime();
const hex = (bytes: Uint8Array): string => hexOf(bytes).toLowerCase();

/** Packets that independent decoders (spandsp, minimodem, multimon) read with the same fields. */
describe('packets have the bytes that independent decoders accept', () => {
  test.each([
    [
      'number and name',
      encodeCall({ number: '2125551234', name: 'SMITH JOHN', at: november }),
      '802201083131323530393031020a32313235353531323334070a534d495448204a4f484ed3',
    ],
    [
      'number only',
      encodeCall({ number: '8005551212', at: november }),
      '801601083131323530393031020a38303035353531323132c5',
    ],
    [
      'private',
      encodeCall({ number: null, withheld: 'private', at: november }),
      '80100108313132353039303104015008015026',
    ],
    [
      'private with a name',
      encodeCall({ number: null, withheld: 'private', name: 'CITY HOSPITAL', at: november }),
      '801c01083131323530393031040150070d4349545920484f53504954414ca2',
    ],
    [
      'empty name',
      encodeCall({ number: '4165550123', name: '', at: november }),
      '801801083131323530393031020a343136353535303132330700b9',
    ],
    [
      'SDMF out of area',
      encodeSdmf({ number: null, withheld: 'unavailable', at: november }),
      '040931313235303930314f11',
    ],
    [
      'no date',
      encodeMdmf([
        { type: 0x02, value: ascii('4165550123') },
        { type: 0x07, value: ascii('NO DATE') },
      ]),
      '8015020a3431363535353031323307074e4f204441544576',
    ],
    [
      'message waiting',
      encodeMdmf(
        [
          { type: 0x01, value: ascii('11250901') },
          { type: 0x0b, value: Uint8Array.of(0xff) },
        ],
        0x82,
      ),
      '820d010831313235303930310b01ffca',
    ],
  ])('%s', (_name, bytes, expected) => expect(hex(bytes)).toBe(expected));

  test.each([
    ['SDMF', encodeSdmf({ number: '4075550000', at: may }), '041230353131313835323430373535353030303059'],
    [
      'MDMF',
      encodeCall({ number: '4075550000', name: 'JOHN DOE', at: may }),
      '802001083035313131383532020a3430373535353030303007084a4f484e20444f4584',
    ],
  ])('the example of a caller-ID program: %s', (_name, bytes, expected) => expect(hex(bytes)).toBe(expected));

  test('a packet with its checksum sums to nothing', () => {
    const bytes = encodeCall({ number: '01012345678', name: 'x'.repeat(300), at: november });
    expect(checksumOf(bytes)).toBe(0);
    expect(bytes[1]).toBe(bytes.length - 3);
  });

  test('Korean names in EUC-KR read back', () => {
    const name = '동네 내과 A-1 값';
    expect(new TextDecoder('euc-kr').decode(encodeEucKr(name))).toBe(name);
    expect(hex(encodeEucKr('\u{1f600}'))).toBe('3f');
  });
});
