import { Button } from '@mantine/core';
import { CircleAlert } from 'lucide-react';
import { useState } from 'react';
import type { ImportEntry, ImportPreview as Preview } from '../../shared/history.ts';
import type { ImportWish } from '../../shared/import.ts';
import { exportTables } from '../../shared/export-tables.ts';
import { writtenNumber } from '../../shared/messages/number-words.ts';
import type { Text } from '../words/text.ts';
import { useText } from '../words/text.ts';
import type { ImportAim } from './import-dialog.tsx';
import { ImportTarget } from './import-target.tsx';
import { firstWish } from './wish.ts';
import classes from './imports.module.css';

const shownEntries = 6;
const shownLines = 50;

interface ImportPreviewProps {
  aim: ImportAim;
  name: string;
  preview: Preview;
  start: (wish: ImportWish) => Promise<void>;
  other: () => void;
}

/** What was understood of a file and what was not, and where it is to go. Nothing has changed yet. */
export function ImportPreview({ aim, name, preview, start, other }: ImportPreviewProps) {
  const text = useText();
  const { t } = text;
  const [wish, setWish] = useState(() => firstWish(aim, preview, name));
  const [busy, setBusy] = useState(false);
  const { own, count } = preview;
  const nothing = own === null && count === 0;
  const begin = async () => {
    setBusy(true);
    await start(wish);
    setBusy(false);
  };
  return (
    <div className={classes.column}>
      <div role="status">
        <h3 className={classes.found}>{own ? t('imports.found.own') : t('imports.found', { count })}</h3>
        <p className="quiet">
          {name} · {t(`imports.format.${preview.format}`)}
        </p>
        {own && <p>{tableWords(text, own)}</p>}
        {preview.duplicates > 0 && <p>{t('imports.duplicates', { count: preview.duplicates })}</p>}
        {preview.known > 0 && <p>{t('imports.known', { count: preview.known })}</p>}
      </div>
      {own === null && preview.sample.length > 0 && <Sample entries={preview.sample} count={count} />}
      <NotUnderstood preview={preview} />
      {nothing && <p>{t('imports.nothing.advice')}</p>}
      {own ? (
        <p>{t('imports.own.about')}</p>
      ) : (
        !nothing && <ImportTarget wish={wish} change={part => setWish(old => ({ ...old, ...part }))} />
      )}
      <div className={`${classes.end ?? ''} ${classes.below ?? ''}`}>
        <Button variant="default" onClick={other}>
          {t('imports.other')}
        </Button>
        {!nothing && (
          <Button
            loading={busy}
            disabled={wish.as === 'list' && wish.listId === null && wish.listName === ''}
            onClick={() => void begin()}
          >
            {t(`imports.start.${wish.as}`)}
          </Button>
        )}
      </div>
    </div>
  );
}

/** Records of an export of Ringfence, table by table. */
export function tableWords({ t }: Text, own: NonNullable<Preview['own']>): string {
  return exportTables
    .filter(table => (own[table] ?? 0) > 0)
    .map(table => t(`imports.own.${table}`, { count: own[table] ?? 0 }))
    .join(' · ');
}

function Sample({ entries, count }: { entries: readonly ImportEntry[]; count: number }) {
  const { t } = useText();
  const first = entries.slice(0, shownEntries);
  return (
    <table className={classes.sample}>
      <caption>
        {first.length < count ? t('imports.sample.first', { count: first.length }) : t('imports.sample')}
      </caption>
      <thead>
        <tr>
          <th scope="col">{t('imports.column.number')}</th>
          <th scope="col">{t('imports.column.name')}</th>
        </tr>
      </thead>
      <tbody>
        {first.map(entry => (
          <SampleRow key={`${entry.number} ${entry.name}`} entry={entry} />
        ))}
      </tbody>
    </table>
  );
}

function SampleRow({ entry }: { entry: ImportEntry }) {
  const { t, word } = useText();
  const facts = new Set([
    entry.name,
    entry.group,
    entry.note,
    entry.category === null ? '' : word(`label.${entry.category}`),
  ]);
  facts.delete('');
  return (
    <tr>
      <td>{entry.prefix ? t('numbers.prefix', { digits: entry.number }) : writtenNumber(entry.number)}</td>
      <td>{[...facts].join(' · ')}</td>
    </tr>
  );
}

/** What was left out and why; the troubles of the file as a whole (line 0) first. */
function NotUnderstood({ preview }: { preview: Preview }) {
  const { word } = useText();
  const whole = preview.notUnderstood.filter(({ line }) => line === 0);
  return (
    <>
      {whole.map(({ problem }) => (
        <p key={problem} className={classes.problem}>
          <CircleAlert size={18} aria-hidden="true" />
          <span>{word(`import.problem.${problem}`)}</span>
        </p>
      ))}
      <LinesLeftOut preview={preview} count={preview.notUnderstoodCount - whole.length} />
    </>
  );
}

function LinesLeftOut({ preview, count }: { preview: Preview; count: number }) {
  const { t, word } = useText();
  if (count === 0) return null;
  const shown = preview.notUnderstood.filter(({ line }) => line > 0).slice(0, shownLines);
  return (
    <details className={classes.left} open={preview.count === 0}>
      <summary>
        <CircleAlert size={18} aria-hidden="true" />
        <span>{t('imports.notUnderstood', { count })}</span>
      </summary>
      {preview.count > 0 && <p>{t('imports.notUnderstood.about')}</p>}
      <ul>
        {shown.map(({ line, text, problem }) => (
          <li key={line}>
            <span className="quiet">{t('imports.line', { line })}</span>
            <span className={classes.lineText}>{text}</span>
            <span>{word(`import.problem.${problem}`)}</span>
          </li>
        ))}
        {count > shown.length && <li>{t('imports.moreLines', { count: count - shown.length })}</li>}
      </ul>
    </details>
  );
}
