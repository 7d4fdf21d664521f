import { expect, test } from 'vitest';
import { parseTranscript, bytesOf } from '../../../main/line/simulated/playback.ts';
import { createTranscript } from '../../../main/line/transcript.ts';
import { createWireReader } from '../../../main/line/wire-reader.ts';

const record = (pieces: string[]) => {
  const transcript = createTranscript();
  pieces.forEach((piece, index) => transcript.add('in', Buffer.from(piece, 'latin1'), index));
  return transcript;
};
const read = (jsonLines: Iterable<string>): string =>
  parseTranscript([...jsonLines].join(''))
    .map(entry => Buffer.from(bytesOf(entry)).toString('latin1'))
    .join('');

test('what went over the wire can be played back as it was', () => {
  const transcript = record(['\r\nRING\r\n', '\r\nNMBR=0212345678\r\n']);
  transcript.add('out', Buffer.from('ATH1\r'), 5);
  expect(parseTranscript([...transcript.jsonLines(false)].join('')).map(entry => entry.dir)).toEqual([
    'in',
    'in',
    'out',
  ]);
  expect(read(transcript.jsonLines(false))).toBe('\r\nRING\r\n\r\nNMBR=0212345678\r\nATH1\r');
});

test.each([
  [
    'a number',
    ['NMBR=0212345678\r\nDATE=1125\r\nTIME=1030\r\n'],
    'NMBR=0210000000\r\nDATE=1125\r\nTIME=1030\r\n',
  ],
  ['a number torn in two', ['NMBR = 021', '2345678\r\n'], 'NMBR = 0210000000\r\n'],
  ['a name', ['NAME = KIM 77\r\nOK\r\n'], 'NAME = XXX 00\r\nOK\r\n'],
  ['a CID box', ['\x021I0212345678  \x03'], '\x021I0210000000  \x03'],
  ['any long run of digits', ['0212345678\r\n'], '0212340000\r\n'],
])('%s is masked on request, and its shape stays', (_name, pieces, masked) => {
  const said = read(record(pieces).jsonLines(true));
  expect(said).toHaveLength(pieces.join('').length);
  if (_name !== 'any long run of digits' && _name !== 'a CID box') expect(said).toBe(masked);
  expect(said).not.toContain('345678');
});

test('a packet in hexadecimal gives no number away', () => {
  const packet = 'MESG = 801001083131323531303330020A30323132333435363738D4\r\n';
  const said = read(record([packet]).jsonLines(true));
  expect(said).toHaveLength(packet.length);
  expect(said).not.toContain('3132333435');
  expect(said.startsWith('MESG = 80')).toBe(true);
});

test('identity and codes stay readable', () => {
  const identity = '\r\n56000\r\n\r\nCX93001-EIS_V0.2013-V92\r\n\r\nOK\r\n';
  expect(read(record([identity]).jsonLines(true))).toBe(identity);
});

test('control characters have names for a person’s eyes', () => {
  expect([...record(['\x10R\r\n\x80']).textLines(false)]).toEqual([
    '1970-01-01T00:00:00.000Z < <DLE>R<CR><LF><80>\n',
  ]);
});

test('the oldest is forgotten, so that months of calls keep their size', () => {
  const transcript = createTranscript(1000);
  for (let index = 0; index < 500; index++) transcript.add('in', new Uint8Array(10), index);
  expect(parseTranscript([...transcript.jsonLines(false)].join(''))).toHaveLength(100);
});

test('speech to a caller is told of, and not kept', () => {
  const transcript = createTranscript();
  const speech = new Uint8Array(400).fill(0x55);
  const pieces: ['in' | 'out', Uint8Array][] = [
    ['out', Buffer.from('AT+VTX\r')],
    ['in', Buffer.from('CONNECT\r\n')],
    ['out', speech],
    ['out', speech.subarray(0, 9)],
    ['out', Uint8Array.of(0x10, 0x03)],
    ['out', Buffer.from('ATH0\r')],
  ];
  pieces.forEach(([dir, bytes], index) => transcript.add(dir, bytes, index));
  expect(transcript.after(0).map(({ sound }) => sound)).toEqual([0, 0, 400, 9, 0, 0]);
  expect(read(transcript.jsonLines(true))).toBe('AT+VTX\rCONNECT\r\n\x10\x03ATH0\r');
  expect([...transcript.textLines(true)][2]).toContain('[400 bytes of sound]');
});

test('half a line is shown, masked, when its rest does not come', () => {
  const transcript = record(['\r\nNMBR=0212345']);
  const reader = createWireReader(transcript, { after: 0, masked: true });
  expect(reader.read(0).lines).toEqual([]);
  expect(reader.read(5000).lines.map(({ text }) => text)).toEqual(['<CR><LF>NMBR=0210000']);
});

test('of an open wire every piece is told at once, and never twice', () => {
  const transcript = record(['\r\nNMBR=0212345']);
  const reader = createWireReader(transcript, { after: 0, masked: false });
  expect(reader.read(0).lines).toHaveLength(1);
  expect(reader.read(1).lines).toEqual([]);
});
