import type { LineState, LineStatus } from '../../shared/line-status.ts';
import type { CallTrack } from './call-track.ts';
import type { Modem } from './set-up.ts';

/** What is seen of a line that has a wire. */
export interface LineSight {
  path: string;
  track: CallTrack;
  modem: Modem | null;
  /** A caller-ID box: it reports and cannot hang up. */
  isBox: boolean;
  /** The modem is set up and answers. */
  isReady: boolean;
  noNumberCalls: number;
  /** So many calls without a number make the line deaf. */
  deafCalls: number;
}

/** The state of a line and what is said with it; null: nothing new to say. */
export function viewOf(sight: LineSight): { state: LineState; change: Partial<LineStatus> } | null {
  const { path, track, modem } = sight;
  const { call, phase, inUse } = track;
  const seen = { path, ...(call ? { lastCallAt: call.startedAt } : {}) };
  const rings = phase !== 'idle';
  if (sight.isBox) {
    const box = { name: 'CID box', chip: 'cid-box', identity: [] };
    return { state: rings ? 'ringing' : 'read-only', change: { ...seen, canHangUp: false, modem: box } };
  }
  const values = { device: path, ...(modem ? { modem: modem.name } : {}) };
  if (rings) return { state: 'ringing', change: { ...seen, canHangUp: true, values } };
  if (!sight.isReady) return null;
  const isDeaf = sight.noNumberCalls >= sight.deafCalls;
  return {
    state: inUse ? 'in-use' : isDeaf ? 'deaf' : 'watching',
    change: {
      ...seen,
      canHangUp: true,
      modem: modem && { name: modem.name, chip: modem.chip.key, identity: [...modem.identity] },
      values: { ...values, ...(isDeaf ? { calls: sight.noNumberCalls } : {}) },
    },
  };
}
