import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Notice } from '../../main/api/notice.ts';
import { createNoticeDesk } from '../../main/notice-file.ts';
import type { NoticeAbility } from '../../shared/notice.ts';

const folders: string[] = [];
process.on('exit', () => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** The real desk on a folder of its own; whether the modem can speak is the test's to say. */
export function createFakeNotice(ability: () => NoticeAbility, name: string) {
  const dataFolder = mkdtempSync(join(tmpdir(), 'ringfence-notice-'));
  folders.push(dataFolder);
  const desk = createNoticeDesk({
    dataFolder,
    lines: () => [],
    settings: () => ({ notice: 'ko' }),
    replaced: () => undefined,
    chooseBuiltIn: () => undefined,
  });
  const notice: Notice = {
    ...desk,
    state: async () => ({
      ...(await desk.state()),
      lines: [{ line: '/dev/ttyACM0', name, ability: ability() }],
    }),
  };
  return notice;
}
