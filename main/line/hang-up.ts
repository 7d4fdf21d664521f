import type { HangUpMethod } from '../../shared/call.ts';
import type { Chip } from './chips.ts';
import type { Result, Session } from './modem.ts';
import type { Timers } from './timers.ts';
import { playNotice } from './voice.ts';
import type { Notice } from './voice.ts';

/** How this very modem is made to answer; found out once, kept for as long as the guard runs. */
export interface HangUpMemory {
  offHook: 'ATH1' | 'ATA';
}

export interface HangUpTools {
  session: Session;
  timers: Timers;
  memory: HangUpMemory;
  chip: Chip;
  /** How long a refused call is held off-hook, ms. */
  holdMs: number;
  /** How long a fax tone is sent, ms. */
  faxToneMs: number;
  /** How long one command may take, ms. */
  commandMs: number;
  /** The spoken notice, ready for this modem; null: there is none. */
  notice: Notice | null;
}

/** `ok`: the modem took the commands. `method`: what was really done, where the wished one could not be. */
export interface HangUpResult {
  ok: boolean;
  method: HangUpMethod;
}

const anyEnd: readonly Result[] = ['ok', 'error', 'connect', 'no-carrier'];
const lineFree: readonly Result[] = ['ok', 'no-carrier'];

/** Ends the call that rings. The first command is written before this returns: nothing is awaited before it. */
export function hangUp(method: HangUpMethod, tools: HangUpTools): Promise<HangUpResult> {
  switch (method) {
    case 'drop':
      return drop(tools);
    case 'fax':
      return fax(tools);
    case 'notice':
      return notice(tools);
  }
}

async function drop(tools: HangUpTools): Promise<HangUpResult> {
  const { session, memory, commandMs } = tools;
  if (memory.offHook === 'ATH1') {
    const reply = await session.urge('ATH1', { limitMs: commandMs, ends: anyEnd });
    if (reply.result === 'gone') return { ok: false, method: 'drop' };
    if (reply.result !== 'error') {
      // No answer at all is no refusal: slow modems go off-hook first and say so later.
      await hold(tools, tools.holdMs);
      return { ok: await release(tools), method: 'drop' };
    }
    memory.offHook = 'ATA';
  }
  // ATA only ends by itself when a handshake succeeds or fails; it is not waited for.
  const answer = session.urge('ATA', { limitMs: 60_000, ends: anyEnd });
  await hold(tools, tools.holdMs);
  session.abandon();
  const { result } = await answer;
  return { ok: (await release(tools)) && result !== 'error', method: 'drop' };
}

/** Answers as a fax would (T.31 class 1): robots that hear the tone strike the number off. */
async function fax(tools: HangUpTools): Promise<HangUpResult> {
  const { session, commandMs } = tools;
  const entered = await session.urge('AT+FCLASS=1', { limitMs: commandMs });
  if (entered.result !== 'ok') return drop(tools);
  const answer = session.urge('ATA', { limitMs: 60_000, ends: anyEnd });
  await hold(tools, Math.max(tools.holdMs, tools.faxToneMs));
  session.abandon();
  const { result } = await answer;
  // In class 1 the first ATH0 only ends the tone.
  await session.urge('ATH0', { limitMs: commandMs, ends: lineFree });
  const ok = await release(tools);
  await session.urge('AT+FCLASS=0', { limitMs: commandMs });
  return { ok: ok && result !== 'error', method: 'fax' };
}

/** Says that such calls are refused, then hangs up (정보통신망법 제50조: an expressed refusal binds the caller). */
async function notice(tools: HangUpTools): Promise<HangUpResult> {
  const { session, commandMs } = tools;
  if (!tools.notice) return drop(tools);
  const entered = await session.urge('AT+FCLASS=8', { limitMs: commandMs });
  if (entered.result !== 'ok') return drop(tools);
  const startedAt = tools.timers.now();
  const played = await playNotice(session, tools.timers, tools.notice, commandMs);
  if (played === 'not-answered') {
    await session.urge('AT+FCLASS=0', { limitMs: commandMs });
    return drop(tools);
  }
  // Even where the caller left at the first word, the exchange wants to see the whole hold.
  await hold(tools, Math.max(0, tools.holdMs - (tools.timers.now() - startedAt)));
  const ok = await release(tools);
  await session.urge('AT+FCLASS=0', { limitMs: commandMs });
  return { ok, method: 'notice' };
}

const hold = (tools: HangUpTools, ms: number): Promise<boolean> =>
  tools.timers.sleep(ms === 0 ? 0 : Math.max(ms, tools.chip.minHoldMs));

/** On-hook, until the modem says so: some swallow the first ATH0 and even the escape while they still shake hands. */
async function release(tools: HangUpTools): Promise<boolean> {
  const { session, timers, commandMs } = tools;
  for (let attempt = 0; attempt < 4; attempt++) {
    const { result } = await session.urge('ATH0', {
      limitMs: commandMs,
      ends: ['ok', 'error', 'no-carrier'],
    });
    if (result === 'ok') return true;
    if (result === 'gone') return false;
    if (attempt === 1) {
      // Perhaps it took the caller for a modem and is in data mode: the escape needs its silence round it.
      await timers.sleep(1100);
      session.raw(Buffer.from('+++', 'latin1'));
      await timers.sleep(1100);
    }
  }
  return false;
}
