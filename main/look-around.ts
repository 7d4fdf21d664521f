import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { LookAround } from './api/look-around.ts';
import { furnishDemo } from './demo.ts';
import type { Ringfence, RingfenceOptions } from './ringfence.ts';
import { startRingfence } from './ringfence.ts';

/** A made-up household behind the same door, for owners without a modem yet. Its data never meets theirs. */
export function createLookAround(own: Ringfence, { dataFolder, door }: RingfenceOptions) {
  const folder = join(dataFolder, 'look-around');
  let shown: Ringfence | null = null;
  // One after the other, however often it is asked for.
  let turn: Promise<void> = Promise.resolve();

  async function enter(): Promise<void> {
    if (shown) return;
    rmSync(folder, { recursive: true, force: true });
    const made = await startRingfence({
      dataFolder: folder,
      door,
      demo: true,
      lines: ['simulated:household'],
      prepare: furnishDemo,
    });
    const { language, theme, density } = own.house.settings();
    made.house.changeSettings({ language, theme, density });
    shown = made;
  }

  async function leave(): Promise<void> {
    const leaving = shown;
    shown = null;
    await leaving?.stop();
    rmSync(folder, { recursive: true, force: true });
  }

  const lookAround: LookAround = {
    house: () => shown?.house ?? null,
    set(on) {
      turn = turn.catch(() => undefined).then(on ? enter : leave);
      return turn;
    },
  };
  return lookAround;
}
