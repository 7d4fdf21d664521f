import { Button, Skeleton } from '@mantine/core';
import { PhoneIncoming, Plug, SearchX } from 'lucide-react';
import { Link } from 'wouter';
import type { LineStatus } from '../../shared/line-status.ts';
import { isGuarded } from '../../shared/line-status.ts';
import { Empty } from '../shell/empty.tsx';
import { LookAroundButton } from '../shell/look-around.tsx';
import { lineWords } from '../shell/line-words.ts';
import { useText } from '../words/text.ts';
import classes from './history.module.css';

/** While the first window is on its way: the shape of what comes. */
export function LoadingRows() {
  const { t } = useText();
  return (
    <div className={classes.loading} role="status" aria-label={t('page.loading')}>
      {Array.from({ length: 9 }, (_, index) => (
        <Skeleton key={index} height={40} radius="md" />
      ))}
    </div>
  );
}

export function NothingFound({ clear }: { clear: () => void }) {
  const { t } = useText();
  return (
    <Empty icon={<SearchX />} title={t('history.nothingFound')} role="status">
      <p>{t('history.nothingFound.advice')}</p>
      <Button variant="default" onClick={clear}>
        {t('history.clear')}
      </Button>
    </Empty>
  );
}

/** No calls yet: how to try it, or what to plug in first. */
export function NoCalls({ lines }: { lines: readonly LineStatus[] }) {
  const text = useText();
  const { t } = text;
  const [line] = lines;
  if (lines.some(one => isGuarded(one.state)))
    return (
      <Empty icon={<PhoneIncoming />} title={t('history.noCalls')}>
        <p>{t('history.noCalls.advice')}</p>
        <LookAroundButton />
      </Empty>
    );
  return (
    <Empty icon={<Plug />} title={line ? lineWords(text, line).sentence : t('history.noLine')}>
      <p>{t('history.noLine.advice')}</p>
      <Button component={Link} href="/line">
        {t('status.toLine')}
      </Button>
      <LookAroundButton />
    </Empty>
  );
}
