import { join, resolve } from 'node:path';
import type { Page } from '@playwright/test';
import { test as base, expect } from '@playwright/test';
import { hashPassword } from '../../main/api/sign-in.ts';
import { NewRule } from '../../shared/rule.ts';
import { findings } from './axe.ts';
import { createFakeHouse } from './fake-house.ts';
import { serveHouse } from './serve-house.ts';

/** The page by itself, against a household in memory whose every moment the test decides. */
const pageFolder = join(resolve(import.meta.dirname, '..', '..'), 'dist', 'renderer');

type Fake = ReturnType<typeof createFakeHouse> & { url: string; stop: () => Promise<void> };

const test = base.extend<{ fake: Fake; calls: number; password: string | null }>({
  calls: [300, { option: true }],
  password: [null, { option: true }],
  locale: 'ko-KR',
  fake: async ({ calls, password }, use) => {
    const fake = createFakeHouse({ calls });
    const served = await serveHouse(
      fake.house,
      pageFolder,
      password === null ? null : hashPassword(password),
    );
    await use({ ...fake, ...served });
    await served.stop();
  },
});

const list = (page: Page) => page.getByRole('list', { name: /새것부터/ });
const firstRow = (page: Page) => page.locator('[data-row-link]').first();

test.describe('a ringing call', () => {
  test('is on the screen at once, with who, what, why and what can be done', async ({ page, fake }) => {
    await page.goto(fake.url);
    await expect(firstRow(page)).toBeVisible();
    const call = fake.drive.rings('15882391');
    const banner = page.getByRole('region', { name: '지금 울리는 전화' });
    await expect(banner).toContainText('1588-2391');
    await expect(banner).toContainText('대표번호');
    await expect(banner).toContainText('차단 규칙');
    await expect(firstRow(page)).toHaveText('1588-2391');
    await banner.getByRole('button', { name: '끊기' }).click();
    await expect(banner).toBeHidden();
    expect(fake.house.call(call.id)?.outcome).toBe('refused');
  });

  test('is told once to those who listen, politely', async ({ page, fake }) => {
    await page.goto(fake.url);
    await expect(firstRow(page)).toBeVisible();
    fake.drive.rings('0519998877');
    const told = page.getByRole('status').filter({ hasText: '전화가 왔어요' });
    await expect(told).toHaveText(/051-999-8877/);
    await expect(told).toHaveAttribute('aria-live', 'polite');
    await expect(told).toHaveCount(1);
  });

  test('shows on every place', async ({ page, fake }) => {
    await page.goto(`${fake.url}/settings`);
    await expect(page.getByRole('heading', { name: '설정' })).toBeVisible();
    fake.drive.rings('07043215501');
    await expect(page.getByRole('region', { name: '지금 울리는 전화' })).toContainText('070-4321-5501');
  });
});

test.describe('the history', () => {
  test('one click blocks a caller, and one more takes it back', async ({ page, fake }) => {
    await page.goto(fake.url);
    const row = page.getByRole('listitem').filter({ hasText: '051-999-8877' }).first();
    await row.hover();
    await row.getByRole('button', { name: '051-999-8877 · 앞으로 차단' }).click();
    await expect(page.getByText('051-999-8877 · 앞으로 차단해요')).toBeVisible();
    expect(fake.house.rules().some(rule => rule.who.value === '0519998877')).toBe(true);
    await page.getByRole('button', { name: '실행 취소' }).click();
    await expect(page.getByText('되돌렸어요')).toBeVisible();
    expect(fake.house.rules().some(rule => rule.who.value === '0519998877')).toBe(false);
  });

  test('is worked by the keyboard alone', async ({ page, fake }) => {
    await page.goto(fake.url);
    await firstRow(page).focus();
    await page.keyboard.press('ArrowDown');
    const second = page.locator('[data-row-link]').nth(1);
    await expect(second).toBeFocused();
    const name = await second.innerText();
    await page.keyboard.press('b');
    await expect(page.getByText(`${name} · 앞으로 차단해요`)).toBeVisible();
    await page.keyboard.press('a');
    await expect(page.getByText(`${name} · 앞으로 언제나 울려요`)).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog')).toContainText(name);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
    await page.keyboard.press('/');
    await expect(page.getByRole('searchbox')).toBeFocused();
  });

  test('letters typed into the search are letters', async ({ page, fake }) => {
    await page.goto(fake.url);
    await firstRow(page).waitFor();
    await page.keyboard.press('/');
    await page.keyboard.type('ba?/');
    await expect(page.getByRole('searchbox')).toHaveValue('ba?/');
    expect(fake.house.changes(10)).toEqual([]);
  });

  test('folds repeats of a day and opens them in place', async ({ page, fake }) => {
    await page.goto(fake.url);
    const fold = list(page)
      .getByRole('button', { expanded: false, name: /모두 펼치기/ })
      .first();
    await fold.click();
    await expect(list(page).getByRole('button', { expanded: true })).toBeVisible();
    await expect(page.locator('[data-kind="earlier"]').first()).toBeVisible();
  });

  test('is narrowed by what happened, by class, and by search, and says how many are left', async ({
    page,
    fake,
  }) => {
    await page.goto(fake.url);
    await page.getByRole('button', { name: '차단', exact: true }).first().click();
    const blocked = fake.house.calls({ word: 'blocked', limit: 1 }).total;
    await expect(page.getByText(`${blocked}건`, { exact: true })).toBeVisible();
    await page.getByRole('searchbox').fill('없는 사람');
    await expect(page.getByText('찾는 전화가 없어요')).toBeVisible();
    await page.getByRole('button', { name: '모두 보기' }).first().click();
    await page.getByRole('button', { name: '걸러 보기' }).click();
    await page.getByLabel('번호 종류').selectOption('voip');
    const voip = fake.house.calls({ class: 'voip', limit: 1 }).total;
    await expect(page.getByText(`${voip}건`, { exact: true })).toBeVisible();
  });

  test('a public line cannot be blocked, and the page says why', async ({ page, fake }) => {
    await page.goto(fake.url);
    fake.drive.ends(fake.drive.rings('15661188'));
    const row = page.getByRole('listitem').filter({ hasText: '1566-1188' }).first();
    await row.hover();
    await row.getByRole('button', { name: /앞으로 차단/ }).click();
    await expect(page.getByText('긴급전화와 공공기관 번호는 차단할 수 없어요')).toBeVisible();
  });

  test.describe('of any size', () => {
    test.use({ calls: 6000 });
    test('scrolls on and on, with only the rows in sight in the document', async ({ page, fake }) => {
      await page.goto(fake.url);
      await firstRow(page).waitFor();
      const scroller = list(page).locator('..');
      for (let step = 0; step < 8; step++) {
        const before = await scroller.evaluate(one => one.scrollHeight);
        await scroller.evaluate(one => one.scrollTo(0, one.scrollHeight));
        await expect.poll(() => scroller.evaluate(one => one.scrollHeight)).toBeGreaterThan(before);
      }
      expect(await page.locator('[data-row]').count()).toBeLessThan(80);
    });
  });

  test.describe('without calls', () => {
    test.use({ calls: 0 });
    test('tells how to try it', async ({ page, fake }) => {
      await page.goto(fake.url);
      await expect(page.getByText('휴대전화로 이 집 전화에 걸어 보세요')).toBeVisible();
    });
  });
});

test.describe('a caller’s story', () => {
  test('tells every call and why, and keeps label, name and note', async ({ page, fake }) => {
    await page.goto(`${fake.url}/caller/15882391`);
    const story = page.getByRole('dialog');
    await expect(story.getByRole('heading', { name: '1588-2391' })).toBeVisible();
    await story.getByRole('listitem').getByRole('button', { expanded: false }).first().click();
    await expect(story).toContainText('내 차단 규칙');
    await story.getByRole('button', { name: '대출 권유' }).click();
    await expect(page.getByText('표시: 대출 권유')).toBeVisible();
    await story.getByLabel('내가 붙인 이름').fill('대출 아저씨');
    await story.getByLabel('메모').fill('점심마다 와요');
    await story.getByRole('button', { name: '저장' }).click();
    await expect(story.getByRole('heading', { name: '대출 아저씨' })).toBeVisible();
    expect(fake.house.caller('15882391')).toMatchObject({ label: 'loan', note: '점심마다 와요' });
  });

  test('guesses what the calls are about, and one click agrees; one click refuses the whole range', async ({
    page,
    fake,
  }) => {
    await page.goto(`${fake.url}/caller/07043215501`);
    const story = page.getByRole('dialog');
    const guess = story.getByRole('region', { name: '이런 전화로 보여요' });
    await expect(guess).toContainText('주식·투자·리딩방');
    await expect(guess).toContainText('끝자리만 다른 번호에서 온 전화 3건이 원치 않는 전화였어요.');
    await guess.getByRole('button', { name: '맞아요, 이렇게 표시' }).click();
    await expect(guess).toBeHidden();
    expect(fake.house.caller('07043215501')).toMatchObject({ label: 'invest' });
    await expect(story).toContainText(/지난 전화 \d+통 가운데 \d+통이 차단됐을 거예요/);
    await story.getByRole('button', { name: '070-4321-55xx 모두 차단' }).click();
    await expect(story).toContainText('끝 두 자리가 무엇이든 차단해요');
    await page.getByText('차단해요').locator('..').getByRole('button', { name: '실행 취소' }).first().click();
    await expect(story.getByRole('button', { name: '070-4321-55xx 모두 차단' })).toBeVisible();
  });

  test('is begun right after the call, with a question that one click answers', async ({ page, fake }) => {
    await page.goto(fake.url);
    await firstRow(page).waitFor();
    fake.drive.ends(fake.drive.rings('0519998877'));
    const question = page.getByRole('region', { name: '방금 온 전화, 무엇이었나요?' });
    await question.getByRole('button', { name: '택배·배달' }).click();
    await expect(question).toBeHidden();
    expect(fake.house.caller('0519998877')).toMatchObject({ label: 'delivery' });
  });

  test('says of an unknown caller that there is none', async ({ page, fake }) => {
    await page.goto(`${fake.url}/caller/999`);
    await expect(page.getByRole('dialog')).toContainText('찾을 수 없어요');
  });
});

test.describe('rules', () => {
  test('a rule is tried before it is saved, saved, switched off, deleted and brought back', async ({
    page,
    fake,
  }) => {
    await page.goto(`${fake.url}/rules`);
    await page.getByRole('button', { name: '규칙 더하기' }).click();
    const form = page.getByRole('dialog');
    await form.getByLabel('누구의 전화인가요?').selectOption('class');
    await form.getByLabel('번호 종류', { exact: true }).selectOption('mobile');
    await expect(form).toContainText('필요한 전화');
    await form.getByRole('button', { name: '저장' }).click();
    await expect(page.getByRole('switch', { name: '휴대전화 모두 · 규칙 켜기' })).toBeChecked();
    await page.getByRole('switch', { name: '휴대전화 모두 · 규칙 켜기' }).press('Space');
    await expect
      .poll(() => fake.house.rules().find(rule => rule.who.value === 'mobile')?.enabled)
      .toBe(false);
    await page.getByRole('button', { name: '휴대전화 모두 · 규칙 지우기' }).click();
    await expect(page.getByRole('switch', { name: '휴대전화 모두 · 규칙 켜기' })).toBeHidden();
    await page
      .getByText('휴대전화 모두 · 규칙을 지웠어요')
      .locator('..')
      .getByRole('button', { name: '실행 취소' })
      .click();
    await expect(page.getByRole('switch', { name: '휴대전화 모두 · 규칙 켜기' })).toBeVisible();
  });

  test('a rule on a 050 number ends by itself, and one that is over goes on at one click', async ({
    page,
    fake,
  }) => {
    const over = { who: { kind: 'number', value: '0504-1234-5678' }, action: 'block', until: 1 };
    fake.house.addRule(NewRule.parse(over));
    await page.goto(`${fake.url}/rules?new=number&value=0507-1234-5678`);
    const form = page.getByRole('dialog');
    await expect(form).toContainText('050 번호는 주인이 자주 바뀌어서');
    await form.getByRole('button', { name: '저장' }).click();
    const until = (value: string) => fake.house.rules().find(rule => rule.who.value === value)?.until ?? 0;
    await expect.poll(() => until('0507-1234-5678')).toBeGreaterThan(Date.now());
    await page.getByRole('button', { name: '0504-1234-5678 · 30일 더 쓰기' }).click();
    await expect.poll(() => until('0504-1234-5678')).toBeGreaterThan(Date.now());
  });

  test('what a rule has caught leads to those calls', async ({ page, fake }) => {
    await page.goto(`${fake.url}/rules`);
    await page
      .getByRole('link', { name: /통 해당/ })
      .first()
      .click();
    await expect(page).toHaveURL(/rule=/);
    await expect(firstRow(page)).toBeVisible();
  });
});

test.describe('the line', () => {
  test('an unplugged modem is said on every place, with what to do, and the history stays', async ({
    page,
    fake,
  }) => {
    await page.goto(fake.url);
    await firstRow(page).waitFor();
    fake.drive.line({ state: 'unplugged', values: { device: '/dev/ttyACM0' } });
    await expect(page.getByText('모뎀이 빠졌어요')).toBeVisible();
    await expect(page.getByText('다시 꽂으면 바로 이어서 지켜봐요')).toBeVisible();
    await expect(firstRow(page)).toBeVisible();
  });

  test('a pause is one click, says until when, and ends with one click', async ({ page, fake }) => {
    await page.goto(fake.url);
    await page.getByRole('button', { name: '30분 쉬기' }).click();
    await expect(page.getByText(/쉬고 있어요/)).toBeVisible();
    expect(fake.house.settings().pausedUntil).not.toBeNull();
    await page.getByRole('button', { name: '다시 지키기' }).click();
    await expect(page.getByRole('button', { name: '30분 쉬기' })).toBeVisible();
  });

  test('when the house goes away the page says so and keeps what it knew', async ({ page, fake }) => {
    await page.goto(fake.url);
    await firstRow(page).waitFor();
    await fake.stop();
    await expect(page.getByText('화면이 Ringfence와 끊겼어요')).toBeVisible();
    await expect(firstRow(page)).toBeVisible();
    const port = Number(new URL(fake.url).port);
    const again = await serveHouse(fake.house, pageFolder, null, port);
    fake.drive.ends(fake.drive.rings('0519998877'));
    await expect(page.getByText('전화를 지켜보고 있어요')).toBeVisible({ timeout: 20_000 });
    await expect(firstRow(page)).toHaveText('051-999-8877');
    await again.stop();
  });

  test('what happens between the page’s first questions and the first word of its stream is shown', async ({
    page,
    fake,
  }) => {
    let begin = (): void => undefined;
    const held = new Promise<void>(resolve => {
      begin = resolve;
    });
    await page.route('**/api/live', async route => {
      await held;
      await route.continue();
    });
    await page.goto(fake.url);
    await firstRow(page).waitFor();
    fake.drive.line({ state: 'unplugged', values: { device: '/dev/ttyACM0' } });
    begin();
    await expect(page.getByText('모뎀이 빠졌어요')).toBeVisible();
  });

  test('a call missed before the page was ever told anything is shown once the house answers', async ({
    page,
    fake,
  }) => {
    await page.route('**/api/live', route => route.abort());
    await page.goto(fake.url);
    await firstRow(page).waitFor();
    await expect(page.getByText('화면이 Ringfence와 끊겼어요')).toBeVisible();
    fake.drive.ends(fake.drive.rings('0519998877'));
    await page.unroute('**/api/live');
    await expect(firstRow(page)).toHaveText('051-999-8877', { timeout: 20_000 });
  });
});

test.describe('settings', () => {
  test('language and theme change at once and hold after a reload', async ({ page, fake }) => {
    await page.goto(`${fake.url}/settings`);
    await page.getByText('English', { exact: true }).click();
    await expect(page.getByRole('heading', { name: 'Settings' })).toBeVisible();
    await page.getByText('Dark', { exact: true }).click();
    await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');
    await page.reload();
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
    await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');
  });

  test('a class of number is refused from now on', async ({ page, fake }) => {
    await page.goto(`${fake.url}/settings`);
    await page.getByRole('radiogroup', { name: '유료 정보전화(060)' }).getByText('차단').click();
    await expect.poll(() => fake.house.settings().classDefaults.premium).toBe('block');
  });

  test('compact rows are 32 px high, comfortable ones 56', async ({ page, fake }) => {
    await page.goto(fake.url);
    const slot = page.locator('[data-row]').nth(1);
    expect((await slot.boundingBox())?.height).toBe(56);
    fake.drive.settings({ density: 'compact' });
    await expect.poll(async () => (await slot.boundingBox())?.height).toBe(32);
  });
});

test.describe('a door with a password', () => {
  test.use({ password: '전화기' });
  test('lets in whoever knows it', async ({ page, fake }) => {
    await page.goto(fake.url);
    await page.getByLabel('비밀번호', { exact: true }).fill('틀림');
    await page.getByRole('button', { name: '들어가기' }).click();
    await expect(page.getByText('비밀번호가 맞지 않아요')).toBeVisible();
    await page.getByLabel('비밀번호', { exact: true }).fill('전화기');
    await page.getByRole('button', { name: '들어가기' }).click();
    await expect(firstRow(page)).toBeVisible();
  });
});

const places = [
  '/',
  '/rules',
  '/insight',
  '/contacts',
  '/lists',
  '/line',
  '/settings',
  '/caller/15882391',
  '/rules?new=number&value=1',
];
for (const language of ['ko', 'en'] as const)
  for (const theme of ['light', 'dark'] as const)
    for (const width of [1280, 400])
      test(`axe finds nothing on any place (${language}, ${theme}, ${width} px)`, async ({ page, fake }) => {
        test.slow();
        await page.setViewportSize({ width, height: 900 });
        await page.emulateMedia({ reducedMotion: 'reduce' });
        fake.drive.settings({ language, theme });
        fake.drive.rings('07043215501');
        for (const place of places) {
          await page.goto(fake.url + place);
          await expect(page.locator('html')).toHaveAttribute('lang', language);
          await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', theme);
          await expect(page.getByRole('heading').first()).toBeAttached();
          await expect(page.locator('[aria-label="Loading"], [aria-label="불러오는 중이에요"]')).toHaveCount(
            0,
          );
          expect({ place, findings: await findings(page) }).toEqual({ place, findings: [] });
          const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
          expect(wide, `${place} fits its window`).toBeLessThanOrEqual(0);
        }
      });
