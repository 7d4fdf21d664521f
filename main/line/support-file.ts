import { homedir, platform, release, arch } from 'node:os';
import type { Finding } from '../../shared/doctor.ts';
import type { LineStatus } from '../../shared/line-status.ts';
import type { LineFacts } from './line.ts';
import { maskLongNumbers } from './mask-line.ts';
import type { Transcript } from './transcript.ts';

export interface SupportCase {
  /** Ringfence's own. */
  version: string;
  /** Epoch ms. */
  at: number;
  country: string;
  holdMs: number;
  status: LineStatus;
  facts: LineFacts;
  /** Of the last examination. */
  findings: readonly Finding[];
  transcript: Transcript;
  /** Numbers, names and addresses of this home are made unreadable. */
  masked: boolean;
}

/**
 * All that helps to understand a line from afar, in one file: JSON lines, of which those with `kind` tell of the system, the
 * line and what was found, and the others are the bytes of the wire, which `simulated:FILE` plays back.
 */
export function* supportFile(about: SupportCase): Generator<string> {
  const { version, at, country, holdMs, status, facts, findings, transcript, masked } = about;
  const { lastCallerId, modem, ...more } = facts;
  const { chip, ...known } = modem ?? { chip: null };
  const told: Record<string, unknown>[] = [
    { kind: 'ringfence', format: 1, version, at: new Date(at).toISOString(), masked },
    {
      kind: 'system',
      platform: platform(),
      release: release(),
      arch: arch(),
      node: process.versions.node,
      electron: electron ?? null,
    },
    {
      kind: 'line',
      ...status,
      modem: modem && { ...known, chip: chip?.key },
      country,
      holdMs,
      ...more,
      lastCallerId: masked ? shapeOf(lastCallerId) : lastCallerId,
    },
    ...findings.map(finding => ({ kind: 'finding', ...finding })),
  ];
  for (const line of told) yield `${JSON.stringify(line, masked ? hidePersonal : undefined)}\n`;
  yield* transcript.jsonLines(masked);
}

const { electron }: Record<string, string | undefined> = process.versions;

/** Which parts of a caller ID came, without what they said. */
function shapeOf(callerId: LineFacts['lastCallerId']): Record<string, boolean> | null {
  return (
    callerId && Object.fromEntries(Object.entries(callerId).map(([key, value]) => [key, value !== null]))
  );
}

const home = homedir();
const personal: readonly [RegExp, string][] = [
  [/((?:\/home|\/Users)\/|[A-Z]:\\Users\\)[^/\\\s]+/g, '$1…'],
  [/(tcp:\/\/)[^\s/:]+/g, '$1…'],
  [/\b\d{1,3}(?:\.\d{1,3}){3}\b/g, '…'],
];

/** For JSON.stringify: takes numbers of callers, folders and addresses out of a text; times stay. */
function hidePersonal(key: string, value: unknown): unknown {
  if (typeof value !== 'string' || key === 'at' || key === 'version' || key === 'release') return value;
  const away = home.length > 1 ? value.replaceAll(home, '~') : value;
  return maskLongNumbers(personal.reduce((text, [pattern, instead]) => text.replace(pattern, instead), away));
}
