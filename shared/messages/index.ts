import { desktop as desktopEn } from './en/desktop.ts';
import { guard as guardEn } from './en/guard.ts';
import { house as houseEn } from './en/house.ts';
import { line as lineEn } from './en/line.ts';
import { book as bookEn } from './en/book.ts';
import { number as numberEn } from './en/number.ts';
import { page as pageEn } from './en/page.ts';
import { pageLists as pageListsEn } from './en/page-lists.ts';
import { desktop as desktopKo } from './ko/desktop.ts';
import { guard as guardKo } from './ko/guard.ts';
import { house as houseKo } from './ko/house.ts';
import { line as lineKo } from './ko/line.ts';
import { book as bookKo } from './ko/book.ts';
import { number as numberKo } from './ko/number.ts';
import { page as pageKo } from './ko/page.ts';
import { pageLists as pageListsKo } from './ko/page-lists.ts';

export type Language = 'ko' | 'en';

const ko = {
  ...houseKo,
  ...numberKo,
  ...guardKo,
  ...desktopKo,
  ...lineKo,
  ...bookKo,
  ...pageKo,
  ...pageListsKo,
};
const en = {
  ...houseEn,
  ...numberEn,
  ...guardEn,
  ...desktopEn,
  ...lineEn,
  ...bookEn,
  ...pageEn,
  ...pageListsEn,
};

export type MessageKey = keyof typeof ko;

/** Every text a person sees, by key (ICU MessageFormat), in both languages. */
export const messages: Record<Language, Record<string, string>> = {
  ko,
  en: en satisfies Record<MessageKey, string>,
};
