import { readdir, realpath } from 'node:fs/promises';
import { listPorts } from './port.ts';

/** A port on which a modem may be. */
export interface FoundPort {
  path: string;
  /** What a person may recognise: maker and model, or the by-id name. */
  name: string;
  /** Above 0: may be tried unasked; the higher, the likelier. 0 and less: only where the owner says so. */
  score: number;
  /** Another path to the same device that survives a new number (/dev/serial/by-id/…), or its USB serial number. */
  stable: string | null;
}

/** USB ids, `vendor:product` or `vendor`, most telling first. Sources: linux-usb.org id list, makers' drivers, owners' reports. */
const usbScores: readonly (readonly [string, number, string])[] = [
  ['0572:1329', 100, 'Conexant CX93010 (StarTech USB56KEMH2, Dell RD02-D400, Zoom 3095)'],
  ['0572:1340', 100, 'Conexant CX93010'],
  ['0572:1321', 95, 'Conexant CX93001'],
  ['0572:1328', 95, 'Conexant CX93010 (TRENDnet TFM-561U)'],
  ['0572', 80, 'Conexant'],
  ['0baf:0303', 100, 'U.S. Robotics USR5637'],
  ['0baf', 80, 'U.S. Robotics'],
  ['0803:3095', 95, 'Zoom 3095'],
  ['0803:3048', 70, 'Zoom 3048'],
  ['0803', 60, 'Zoom'],
  ['06e0:f101', 90, 'MultiTech MT5634ZBA-USB'],
  ['06e0', 80, 'MultiTech MT9234'],
  ['11c1', 70, 'Lucent/Agere'],
  ['22b8', 20, 'Motorola'],
  ['0586', 60, 'ZyXEL'],
  // Plain USB-to-serial cables: behind them may be a modem as well as anything else.
  ['0403', 10, 'FTDI serial cable'],
  ['067b', 10, 'Prolific serial cable'],
  ['10c4:ea60', 8, 'CP210x serial cable'],
  ['1a86', 8, 'CH340 serial cable'],
  ['0557', 10, 'ATEN serial cable'],
  ['9710', 10, 'MosChip serial cable'],
  // Known to be something else: never spoken to unasked.
  ['1546', -50, 'u-blox GPS'],
  ['2341', -50, 'Arduino'],
  ['2a03', -50, 'Arduino'],
  ['2e8a', -50, 'Raspberry Pi Pico'],
  ['303a', -50, 'Espressif board'],
  ['1366', -50, 'J-Link'],
  ['0483', -20, 'STM32 device'],
  ['12d1', -50, 'Huawei mobile modem'],
  ['2c7c', -50, 'Quectel mobile modem'],
  ['1199', -50, 'Sierra Wireless mobile modem'],
  ['1bc7', -50, 'Telit mobile modem'],
  ['1e0e', -50, 'SIMCom mobile modem'],
  ['0658:0200', -50, 'Z-Wave stick'],
  ['1cf1', -50, 'Zigbee stick'],
  ['1a6e', -50, 'Coral'],
];

/** Words in by-id and maker names, for devices whose ids are in no row. */
const nameScores: readonly (readonly [RegExp, number])[] = [
  [
    /gps|gnss|u-?blox|arduino|zigbee|z-?wave|sonoff|conbee|printer|jtag|debug|st-?link|lte|\b[45]g\b|gsm|quectel|sim\d{3}/i,
    -50,
  ],
  [
    /fax.?modem|data.?modem|voice.?modem|56k|v\.?9[02]|conexant|us.?robotics|multi-?tech|zoom|hayes|trendnet/i,
    70,
  ],
  [/modem/i, 40],
];

/** Kinds of device files by what usually stands behind them. */
const pathScores: readonly (readonly [RegExp, number])[] = [
  [/ttyACM\d+$|cu\.usbmodem/, 20],
  [/ttyUSB\d+$|cu\.usbserial|ttyXRUSB/, 5],
  // Built-in ports: most lead nowhere; opening them is harmless, writing to a console is not.
  [/ttyS[0-3]$|^COM\d+$/i, 1],
  [/ttyAMA|rfcomm|Bluetooth|debug-console|wlan/i, -50],
];

type Identity = {
  path: string;
  vendorId?: string | undefined;
  productId?: string | undefined;
  words: string;
};

/** How likely a telephone modem is behind this port. */
export function scorePort({ path, vendorId, productId, words }: Identity): {
  score: number;
  name: string | null;
} {
  const vendor = vendorId?.toLowerCase() ?? '';
  const both = `${vendor}:${productId?.toLowerCase() ?? ''}`;
  const usb = usbScores.find(([id]) => id === both) ?? usbScores.find(([id]) => id === vendor);
  const named = nameScores.find(([pattern]) => pattern.test(words))?.[1] ?? 0;
  const placed = pathScores.find(([pattern]) => pattern.test(path))?.[1] ?? 0;
  return { score: (usb?.[1] ?? 0) + named + placed, name: usb?.[2] ?? null };
}

const byIdFolder = '/dev/serial/by-id';

/** All ports that can be seen, likeliest first. Where the system cannot list them, the device files themselves are looked at. */
export async function findPorts(): Promise<FoundPort[]> {
  const [listed, byId, files] = await Promise.all([listedPorts(), byIdLinks(), deviceFiles()]);
  const found = new Map<string, FoundPort>();
  for (const port of listed) {
    const link = byId.get(port.path);
    const words = [port.manufacturer, port.pnpId, link].filter(word => word !== undefined).join(' ');
    const { score, name } = scorePort({ ...port, words });
    found.set(port.path, {
      path: port.path,
      name: name ?? port.manufacturer ?? shortName(link) ?? port.path,
      score,
      stable: link ?? (port.serialNumber ? `serial:${port.serialNumber}` : null),
    });
  }
  for (const path of [...byId.keys(), ...files]) {
    if (found.has(path)) continue;
    const link = byId.get(path);
    const { score } = scorePort({ path, words: link ?? '' });
    found.set(path, { path, name: shortName(link) ?? path, score, stable: link ?? null });
  }
  return [...found.values()].sort((a, b) => b.score - a.score || a.path.localeCompare(b.path));
}

/** All that can be told of the ports without asking each: changes when one comes or goes. null: this system has no such files. */
export async function portNames(): Promise<string | null> {
  const [files, links] = await Promise.all([namesIn('/dev'), namesIn(byIdFolder)]);
  return files.length === 0 ? null : [...files.filter(name => /^(tty|cu)/.test(name)), ...links].join(' ');
}

/** The stable name of a device file, to find it again under another number. */
export async function stableNameOf(path: string): Promise<string | null> {
  if (path.startsWith(byIdFolder)) return path;
  return (await findPorts()).find(port => port.path === path)?.stable ?? null;
}

const shortName = (link: string | undefined): string | undefined =>
  link
    ?.slice(byIdFolder.length + 1)
    .replace(/^usb-/, '')
    .replace(/-if\d+(-port\d+)?$/, '')
    .replaceAll('_', ' ');

/** Without udev (containers, some small systems) the list fails: then nothing is listed, and files are looked at. */
async function listedPorts(): Promise<Awaited<ReturnType<typeof listPorts>>> {
  try {
    return await listPorts();
  } catch {
    return [];
  }
}

async function byIdLinks(): Promise<Map<string, string>> {
  const links = new Map<string, string>();
  for (const name of await namesIn(byIdFolder)) {
    const link = `${byIdFolder}/${name}`;
    try {
      links.set(await realpath(link), link);
    } catch {
      // A link to a device that has just gone.
    }
  }
  return links;
}

const deviceFile = /^(ttyACM\d+|ttyUSB\d+|cu\..+)$/;

async function deviceFiles(): Promise<string[]> {
  return (await namesIn('/dev')).filter(name => deviceFile.test(name)).map(name => `/dev/${name}`);
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).sort();
  } catch {
    return [];
  }
}
