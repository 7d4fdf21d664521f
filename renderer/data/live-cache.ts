import type { InfiniteData } from '@tanstack/react-query';
import type { Call } from '../../shared/call.ts';
import { callWord } from '../../shared/call.ts';
import type { CallPage } from '../../shared/history.ts';
import type { LineStatus } from '../../shared/line-status.ts';
import type { Trouble } from '../../shared/live.ts';
import type { Status } from '../../shared/status.ts';
import type { CallFilter } from './queries.ts';

export type CallWindows = InfiniteData<CallPage, string | null>;

/** Would this call be found by the filter? null: only the house can tell (it searches notes and other writings). */
export function fits(filter: CallFilter, call: Call): boolean | null {
  const plain =
    (filter.word === undefined || callWord(call) === filter.word) &&
    (filter.class === undefined || call.number.class === filter.class) &&
    (filter.label === undefined || call.label === filter.label) &&
    (filter.caller === undefined || call.caller === filter.caller) &&
    (filter.rule === undefined || call.verdict?.ruleId === filter.rule) &&
    (filter.line === undefined || call.line === filter.line) &&
    (filter.from === undefined || call.startedAt >= filter.from) &&
    (filter.to === undefined || call.startedAt < filter.to);
  if (!plain) return false;
  return filter.search ? null : true;
}

/** The history with a call that just began or changed: put in its place, or on top where it is new and fits. */
export function windowsWithCall(windows: CallWindows, call: Call, fitting: boolean | null): CallWindows {
  const known = windows.pages.some(page => page.calls.some(other => other.id === call.id));
  if (known) {
    // A call that no longer fits (a missed call among the blocked) leaves the list.
    const keep = fitting !== false;
    return {
      ...windows,
      pages: windows.pages.map(page => ({
        ...page,
        calls: page.calls.flatMap(other => (other.id !== call.id ? [other] : keep ? [call] : [])),
        total: keep ? page.total : page.total - 1,
      })),
    };
  }
  if (fitting !== true) return windows;
  const [first, ...rest] = windows.pages;
  if (!first) return windows;
  const at = first.calls.findIndex(other => other.startedAt <= call.startedAt);
  // Older than all of the first window: some other window's business.
  if (at === -1 && first.calls.length > 0 && first.next !== null) return windows;
  const place = at === -1 ? first.calls.length : at;
  const calls = [...first.calls.slice(0, place), call, ...first.calls.slice(place)];
  return {
    ...windows,
    pages: [{ ...first, calls }, ...rest].map(page => ({ ...page, total: page.total + 1 })),
  };
}

/** The glance with a call: in the list of ringing ones while it goes on, newest first. */
export function statusWithCall(status: Status, call: Call): Status {
  const others = status.ringing.filter(other => other.id !== call.id);
  const ringing =
    call.state === 'ended' ? others : [call, ...others].sort((one, two) => two.startedAt - one.startedAt);
  return {
    ...status,
    ringing,
    lines: status.lines.map(line =>
      line.line === call.line || line.path === call.line
        ? { ...line, lastCallAt: Math.max(line.lastCallAt ?? 0, call.startedAt) }
        : line,
    ),
  };
}

/** The glance with a line's new state; a line not seen before is added. */
export function statusWithLine(status: Status, line: LineStatus): Status {
  const known = status.lines.some(other => other.line === line.line);
  return {
    ...status,
    lines: known
      ? status.lines.map(other => (other.line === line.line ? line : other))
      : [...status.lines, line],
  };
}

/** The glance with a trouble, the same kind only once. */
export function statusWithTrouble(status: Status, trouble: Trouble): Status {
  return { ...status, troubles: [...status.troubles.filter(other => other.key !== trouble.key), trouble] };
}
