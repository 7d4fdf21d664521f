import type { ListSource, NumberList } from '../../shared/history.ts';
import type { Text } from '../words/text.ts';
import { when } from '../words/times.ts';

/** Where a list comes from, in few words. */
export function sourceWords({ t }: Text, source: ListSource): string {
  switch (source.kind) {
    case 'own':
      return t('lists.from.own');
    case 'url':
      return t('lists.from.url', { place: hostOf(source.url) });
    case 'file':
      return t('lists.from.file', { place: source.path.split(/[/\\]/).at(-1) ?? source.path });
  }
}

/** How fresh a list from elsewhere is; '' for the owner's own. */
export function freshWords({ t, intl }: Text, list: NumberList, now: number): string {
  if (list.source.kind === 'own') return '';
  if (list.refreshedAt !== null) return t('lists.refreshed', { when: when(intl, list.refreshedAt, now) });
  return list.problem === null ? t('lists.refreshing') : t('lists.notYet');
}

const advice = {
  'not-reached': 'lists.failed.not-reached',
  refused: 'lists.failed.refused',
  'too-large': 'lists.failed.too-large',
  'no-file': 'lists.failed.no-file',
} as const;

/** A failed refresh: what happened, what still holds, what to do. null: nothing failed. */
export function failureWords({ t, word }: Text, { problem, count, source }: NumberList): string[] | null {
  if (problem === null) return null;
  const key = source.kind === 'file' && problem === 'not-reached' ? 'no-file' : problem;
  const known = Object.entries(advice).find(([one]) => one === key);
  return [
    t('lists.failed', { why: key === 'no-file' ? t('lists.noFile') : word(`import.problem.${problem}`) }),
    t('lists.failed.kept', { count }),
    t(known ? known[1] : 'lists.failed.other'),
  ];
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : url;
}
