import { inflateRawSync } from 'node:zlib';

const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
const endLength = 22;
const longestComment = 65_535;
/** One file of a spreadsheet unpacked; a small file that unpacks to more than this is an attack. */
const mostUnpacked = 512 * 1024 * 1024;

/** Files of a ZIP archive by name, unpacked on demand (PKWARE APPNOTE §4.3). null: not an archive that can be read. */
export function openZip(bytes: Uint8Array): Map<string, () => Uint8Array> | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - endLength;
  const furthest = Math.max(0, end - longestComment);
  while (end >= furthest && view.getUint32(end, true) !== endSignature) end--;
  if (end < furthest || end < 0) return null;
  const files = new Map<string, () => Uint8Array>();
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== entrySignature) return null;
    const method = view.getUint16(at + 10, true);
    const packed = view.getUint32(at + 20, true);
    const nameLength = view.getUint16(at + 28, true);
    const local = view.getUint32(at + 42, true);
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
    files.set(name, () => {
      const from = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
      const data = bytes.subarray(from, from + packed);
      return method === 0 ? data : inflateRawSync(data, { maxOutputLength: mostUnpacked });
    });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return files;
}
