import type { HangUpMethod } from '../../shared/call.ts';
import type { Chip } from './chips.ts';
import { hangUp } from './hang-up.ts';
import type { HangUpMemory, HangUpResult } from './hang-up.ts';
import type { Session } from './modem.ts';
import type { Timers } from './timers.ts';
import type { LineTimings } from './timings.ts';
import type { NoticeReading } from './voice.ts';

export interface RefusingTools {
  session: Session;
  timers: Timers;
  timings: LineTimings;
  memory: () => HangUpMemory;
  chip: () => Chip;
  holdMs: () => number;
  notice: () => NoticeReading;
  done: (result: HangUpResult) => void;
}

/** Hangs up, one call at a time, with everything else kept from the modem meanwhile. */
export interface Refusing {
  /** Its first command is written before this returns. */
  start: (method: HangUpMethod) => void;
  isUnderWay: () => boolean;
}

export function createRefusing(tools: RefusingTools): Refusing {
  const { session, timers } = tools;
  let underWay = false;
  return {
    isUnderWay: () => underWay,
    start(method) {
      underWay = true;
      session.pause(true);
      const notice = tools.notice();
      const { faxToneMs, commandMs } = tools.timings;
      void hangUp(method, {
        session,
        timers,
        memory: tools.memory(),
        chip: tools.chip(),
        holdMs: tools.holdMs(),
        faxToneMs,
        commandMs,
        notice: notice.ok ? notice.notice : null,
      }).then(result => {
        underWay = false;
        session.pause(false);
        tools.done(result);
      });
    },
  };
}
