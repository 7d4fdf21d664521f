import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test as base } from '@playwright/test';
import { pcmWav } from '../unit/line/wav-maker.ts';
import { findings } from './axe.ts';
import { createFakeHouse } from './fake-house.ts';
import { serveHouse } from './serve-house.ts';

/** What an owner does about the line itself: is my modem well, what does it say, what does a refused caller hear. */
const pageFolder = join(resolve(import.meta.dirname, '..', '..'), 'dist', 'renderer');

type Fake = ReturnType<typeof createFakeHouse> & { url: string };

const test = base.extend<{ fake: Fake }>({
  locale: 'ko-KR',
  fake: async ({}, use) => {
    const fake = createFakeHouse({ calls: 40 });
    const served = await serveHouse(fake.house, pageFolder);
    await use({ ...fake, url: served.url });
    await served.stop();
  },
});

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

/** The text of the file behind a link. */
async function downloaded(page: Page, name: string): Promise<string> {
  const waiting = page.waitForEvent('download');
  await page.getByRole('link', { name, exact: true }).click();
  return readFile(await (await waiting).path(), 'utf8');
}

test('the modem is walked through step by step, with a call that is waited for, and a file for whoever helps', async ({
  page,
  fake,
}) => {
  await page.goto(`${fake.url}/line`);
  await button(page, '끊기까지 시험하기').click();
  const step = (name: string) => page.getByRole('listitem').filter({ hasText: name });
  await expect(step('발신번호 표시').first()).toContainText('좋음');
  await expect(page.getByText('지금 휴대전화로 이 집 번호에 전화를 걸어 주세요')).toBeVisible();
  await expect(page.getByRole('timer')).toHaveText(/^(60|5\d)초 남았어요$/);
  expect(await findings(page)).toEqual([]);
  await button(page, '그만두기').click();
  await expect(page.getByText('그만뒀어요.')).toBeVisible();

  await button(page, '끊기까지 시험하기').click();
  await expect(page.getByRole('timer')).toBeVisible();
  fake.drive.doctor.calls('01087654321');
  await expect(step('시험 전화')).toContainText('번호가 왔어요: 010-8765-4321');
  await expect(page.getByText('다 괜찮아요.')).toBeVisible();

  const masked = await downloaded(page, '도움 파일 받기');
  expect(masked).toContain('"step":"hang-up","ok":true');
  expect(masked).not.toContain('87654321');
  await page.getByRole('switch', { name: '전화번호와 이름 가리기' }).click();
  await expect(page.getByText(/믿을 수 있는 사람에게만/)).toBeVisible();
  expect(await downloaded(page, '도움 파일 받기')).toContain('01087654321');
});

test('the wire is watched as it speaks, masked unless the owner wants otherwise, and can be paused', async ({
  page,
  fake,
}) => {
  const { says } = fake.drive.doctor;
  await page.goto(`${fake.url}/line`);
  await button(page, '지금 보기').click();
  const log = page.getByRole('log', { name: '모뎀과 주고받은 말' });
  says('out', 'AT+VCID=1\r');
  says('in', '\r\nNMBR=0212');
  says('in', '345678\r\nNAME=HONG\r\n');
  await expect(log).toContainText('AT+VCID=1<CR>');
  await expect(log).toContainText('000000<CR><LF>NAME=XXXX<CR><LF>');
  await expect(log).not.toContainText('345678');
  expect(await findings(page)).toEqual([]);

  await button(page, '잠시 멈추기').click();
  says('in', '\r\nRING\r\n');
  // Nothing can be waited for here: long enough for the news to have come if it did.
  await page.waitForTimeout(500);
  await expect(log).not.toContainText('RING');
  await button(page, '이어서 보기').click();
  await expect(log).toContainText('RING');
  await expect(log.getByText('AT+VCID=1')).toHaveCount(1);

  await page.getByRole('switch', { name: '전화번호와 이름 가리기' }).click();
  await expect(log).toContainText('345678<CR><LF>NAME=HONG');
  expect(await downloaded(page, '글로 받기')).toContain('< <CR><LF>NMBR=0212');
});

test('a recording is brought in, heard as it will sound, chosen, and taken away again', async ({
  page,
  fake,
}) => {
  const tone = Array.from({ length: 2 * 44_100 }, (_, at) => 0.5 * Math.sin(at / 16));
  await page.goto(`${fake.url}/settings`);
  const choose = page.locator('input[type=file]');
  const own = page.getByRole('radio', { name: /내 녹음을 들려주고 끊기/ });
  await expect(own).toBeDisabled();
  const mp3 = { name: 'voice.mp3', mimeType: 'audio/mpeg', buffer: Buffer.from('ID3\x03 and so on') };
  await choose.setInputFiles(mp3);
  await expect(page.getByRole('alert')).toContainText('MP3 파일은 쓸 수 없어요.');

  const buffer = Buffer.from(pcmWav(tone, { rate: 44_100, bits: 24, channels: 2 }));
  await choose.setInputFiles({ name: 'voice.wav', mimeType: 'audio/wav', buffer });
  await expect(page.getByText('2초', { exact: true })).toBeVisible();
  await expect(page.getByRole('alert')).toBeHidden();
  for (const name of ['한국어로', '영어로', '내 녹음을'])
    await expect
      .poll(() =>
        page.locator(`audio[aria-label^="${name}"]`).evaluate(node => (node as HTMLAudioElement).duration),
      )
      .toBeGreaterThan(1.9);
  expect(await findings(page)).toEqual([]);
  await own.click();
  await expect.poll(() => fake.house.settings()).toMatchObject({ hangUp: 'notice', notice: 'own' });

  fake.drive.notice('no-voice');
  fake.drive.settings({ language: 'ko' });
  await expect(page.getByText(/소리를 낼 수 없는 모뎀이에요. 안내 없이 바로 끊어요/)).toBeVisible();
  await button(page, '지우기').click();
  await button(page, '녹음을 지울게요').click();
  await expect(own).toBeDisabled();
});

test('a call that ended says how for some seconds, longer where it is pointed at, while another rings on', async ({
  page,
  fake,
}) => {
  await page.clock.install();
  await page.goto(fake.url);
  await expect(page.locator('[data-row-link]').first()).toBeVisible();
  const refused = fake.drive.rings('15882391');
  fake.drive.rings('0519998877');
  const rings = page.getByRole('region', { name: '지금 울리는 전화' });
  const ended = page.getByRole('region', { name: '방금 끝난 전화' });
  await expect(rings.getByRole('article')).toHaveCount(2);
  fake.drive.ends({
    ...refused,
    outcome: 'refused',
    hangUp: { method: 'drop', attempts: 1, verified: true, asked: 'guard' },
  });
  await expect(ended).toContainText('1588-2391');
  await expect(ended).toContainText('끊었어요');
  await expect(ended.getByRole('button', { name: '끊기' })).toHaveCount(0);
  await ended.hover();
  await expect(rings.getByRole('article')).toHaveCount(1);
  expect(await findings(page)).toEqual([]);
  await page.clock.fastForward(20_000);
  await expect(ended).toBeVisible();
  await page.mouse.move(0, 0);
  await page.clock.fastForward(9000);
  await expect(ended).toBeHidden();
  await expect(rings).toContainText('051-999-8877');
});

test('a box that only shows numbers, and calls without numbers, are said for what they are', async ({
  page,
  fake,
}) => {
  await page.goto(`${fake.url}/line`);
  fake.drive.line({ state: 'read-only', canHangUp: false, modem: null });
  const main = page.getByRole('main');
  await expect(main.getByRole('heading', { name: '번호만 볼 수 있는 장치예요' })).toBeVisible();
  await expect(main.getByText('할 수 없어요. 기록만 해요')).toBeVisible();
  fake.drive.line({ state: 'deaf', values: { calls: 3 } });
  await expect(main.getByRole('heading', { name: '전화는 오는데 번호가 오지 않아요' })).toBeVisible();
  await expect(main.getByText(/최근 3통이 번호 없이 울렸어요/)).toBeVisible();
});
