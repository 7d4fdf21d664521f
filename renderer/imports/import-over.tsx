import { Button } from '@mantine/core';
import { CircleCheck, CircleSlash, CircleX, Undo2 } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'wouter';
import type { ImportJob, ImportResult, ImportWish } from '../../shared/import.ts';
import { useUndo } from '../data/deeds.tsx';
import { Empty } from '../shell/empty.tsx';
import { useText } from '../words/text.ts';
import { tableWords } from './import-preview.tsx';
import classes from './imports.module.css';

interface ImportOverProps {
  job: ImportJob;
  wish: ImportWish;
  again: () => void;
  close: () => void;
}

/** What came of it, in words; what was done can be undone here, and later in the change log. */
export function ImportOver({ job, wish, again, close }: ImportOverProps) {
  const { t, word } = useText();
  if (job.result) return <Done result={job.result} as={wish.as} close={close} />;
  const cancelled = job.state === 'cancelled';
  return (
    <Empty
      icon={cancelled ? <CircleSlash /> : <CircleX />}
      title={t(cancelled ? 'imports.cancelled' : 'imports.failed')}
      role={cancelled ? 'status' : 'alert'}
    >
      {job.problem !== null && (
        <p>{word(`import.problem.${job.problem}`, {}, word(`problem.${job.problem}`))}</p>
      )}
      <p>{t(cancelled ? 'imports.cancelled.about' : 'imports.failed.about')}</p>
      <div className={classes.end}>
        <Button variant="default" onClick={again}>
          {t('imports.other')}
        </Button>
        <Button onClick={close}>{t('page.close')}</Button>
      </div>
    </Empty>
  );
}

function Done({ result, as, close }: { result: ImportResult; as: ImportWish['as']; close: () => void }) {
  const text = useText();
  const { t } = text;
  const undo = useUndo();
  const [undoing, setUndoing] = useState(false);
  const { added, merged, skipped, changeId, listId, tables } = result;
  const takeBack = async (id: number) => {
    setUndoing(true);
    await undo(id);
    close();
  };
  return (
    <Empty
      icon={<CircleCheck />}
      title={t(added > 0 ? 'imports.done' : 'imports.done.nothing')}
      role="status"
    >
      <div>
        {added > 0 && <p className={classes.sum}>{t(`imports.done.${as}`, { added })}</p>}
        {tables && <p>{tableWords(text, tables)}</p>}
        {merged > 0 && <p>{t('imports.done.same', { count: merged })}</p>}
        {skipped > 0 && <p>{t('imports.done.left', { count: skipped })}</p>}
      </div>
      <div className={classes.end}>
        {changeId !== null && (
          <Button
            variant="default"
            loading={undoing}
            leftSection={<Undo2 size={18} aria-hidden="true" />}
            onClick={() => void takeBack(changeId)}
          >
            {t('deed.undo')}
          </Button>
        )}
        <Button component={Link} href={placeOf(as, listId)} variant="default" onClick={close}>
          {t(`imports.see.${as}`)}
        </Button>
        <Button onClick={close}>{t('page.close')}</Button>
      </div>
    </Empty>
  );
}

function placeOf(as: ImportWish['as'], listId: number | null): string {
  switch (as) {
    case 'contacts':
      return '/contacts';
    case 'rules':
      return '/rules';
    case 'list':
      return listId === null ? '/lists' : `/lists/${listId}`;
    case 'own':
      return '/';
  }
}
