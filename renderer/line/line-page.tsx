import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { LineStatus } from '../../shared/line-status.ts';
import { statusQuery } from '../data/queries.ts';
import { useSettings } from '../settings/use-settings.ts';
import { lineName } from '../shell/line-words.ts';
import { useText } from '../words/text.ts';
import { DoctorCard } from './doctor-card.tsx';
import { LineCard } from './line-card.tsx';
import { LineChoice } from './line-choice.tsx';
import classes from './line.module.css';
import { WireCard } from './wire-card.tsx';

/** The phone line in plain words: how it is, what to do, which modem is used, and whether it works. */
export function LinePage() {
  const { t } = useText();
  const { data: status } = useQuery(statusQuery);
  const { settings, change } = useSettings();
  return (
    <div className="sheet">
      <h1 className={classes.title}>{t('place.line')}</h1>
      <div className={classes.lines}>
        {status?.lines.map(line => (
          <LineCard key={line.line} line={line} />
        ))}
        {status?.lines.length === 0 && <p className={classes.card}>{t('status.noLine')}</p>}
      </div>
      <section className={classes.card}>
        <h2>{t('settings.line')}</h2>
        {settings && <LineChoice settings={settings} change={change} />}
      </section>
      {status && status.lines.length > 0 && <Examined lines={status.lines} />}
      <section className={classes.card}>
        <h2>{t('line.help')}</h2>
        <ol className={classes.steps}>
          <li>{t('line.help.plug')}</li>
          <li>{t('line.help.callerId')}</li>
          <li>{t('line.help.try')}</li>
        </ol>
      </section>
    </div>
  );
}

/** The doctor and the wire are about one line; where there are several, it is chosen here. */
function Examined({ lines }: { lines: readonly LineStatus[] }) {
  const { t } = useText();
  const [wanted, setWanted] = useState('');
  const line = lines.find(one => one.line === wanted) ?? lines[0];
  if (!line) return null;
  return (
    <>
      {lines.length > 1 && (
        <section className={classes.card}>
          <NativeSelect
            label={t('doctor.line')}
            value={line.line}
            onChange={event => setWanted(event.currentTarget.value)}
            data={lines.map(one => ({
              value: one.line,
              label: lineName(one, lines),
            }))}
          />
        </section>
      )}
      <DoctorCard line={line.line} />
      <WireCard key={line.line} line={line.line} />
    </>
  );
}
