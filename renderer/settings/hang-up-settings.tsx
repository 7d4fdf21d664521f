import { Slider } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { NoticeState } from '../../shared/notice.ts';
import { noticeVoices } from '../../shared/notice.ts';
import type { Settings } from '../../shared/settings.ts';
import { noticeQuery } from '../data/queries.ts';
import { useText } from '../words/text.ts';
import { ChoiceList } from './choice-list.tsx';
import { OwnNotice, SoundPlayer } from './own-notice.tsx';
import type { SettingsPartProps } from './settings-page.tsx';
import classes from './settings.module.css';

const holdMs = { least: 1000, most: 4000, step: 100 } as const;

/** How a refused call is ended: without a word, or with one of the notices, which can be heard before they are chosen. */
export function HangUpSettings({ settings, change }: SettingsPartProps) {
  const { t, intl } = useText();
  const [hold, setHold] = useState(settings.holdMs);
  const { data: notice } = useQuery(noticeQuery);
  const seconds = (ms: number) =>
    t('settings.seconds', { seconds: intl.formatNumber(ms / 1000, { minimumFractionDigits: 1 }) });
  const withoutWords = (['drop', 'fax'] as const).map(value => ({
    value,
    label: t(`hangUp.${value}`),
    about: t(`hangUp.${value}.about`),
  }));
  const withWords = noticeVoices.map(value => ({
    value,
    label: t(`notice.${value}`),
    about: t(`notice.${value}.about`),
    disabled: value === 'own' && !notice?.own,
    beside: value === 'own' ? <OwnNotice own={notice?.own ?? null} /> : <SoundPlayer voice={value} />,
  }));
  return (
    <>
      <ChoiceList
        label={t('settings.hangUp')}
        value={settings.hangUp === 'notice' ? settings.notice : settings.hangUp}
        change={value =>
          change(
            value === 'drop' || value === 'fax' ? { hangUp: value } : { hangUp: 'notice', notice: value },
          )
        }
        choices={[...withoutWords, ...withWords]}
      />
      {notice && <Unable settings={settings} notice={notice} />}
      <div>
        <div className={classes.row}>
          <span id="hold">{t('settings.hold')}</span>
          <span className="strong">{seconds(hold)}</span>
        </div>
        <Slider
          thumbProps={{ 'aria-labelledby': 'hold' }}
          min={holdMs.least}
          max={holdMs.most}
          step={holdMs.step}
          value={hold}
          label={seconds}
          thumbSize={28}
          size="lg"
          onChange={setHold}
          onChangeEnd={wanted => change({ holdMs: wanted })}
        />
        <p className="quiet">{t('settings.hold.about')}</p>
      </div>
    </>
  );
}

/** Which lines cannot play the chosen notice, why, and what they do instead. */
function Unable({ settings, notice }: { settings: Settings; notice: NoticeState }) {
  const { t, word } = useText();
  const unable = notice.lines.filter(line => line.ability !== 'ready' && line.ability !== 'unknown');
  const missing = settings.hangUp === 'notice' && settings.notice === 'own' && !notice.own;
  if (unable.length === 0 && !missing) return null;
  return (
    <div role="status" className={classes.warning}>
      {missing && <p>{t('notice.missing')}</p>}
      {unable.map(({ line, name, ability }) => (
        <p key={line}>{word(`notice.unable.${ability}`, { name })}</p>
      ))}
    </div>
  );
}
