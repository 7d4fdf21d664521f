import { SegmentedControl, Slider } from '@mantine/core';
import { useState } from 'react';
import { HangUpMethod } from '../../shared/call.ts';
import { useText } from '../words/text.ts';
import { ChoiceList } from './choice-list.tsx';
import type { SettingsPartProps } from './settings-page.tsx';
import classes from './settings.module.css';

const holdMs = { least: 1000, most: 4000, step: 100 } as const;

/** How a refused call is ended, and how long the line is held for it. */
export function HangUpSettings({ settings, change }: SettingsPartProps) {
  const { t, intl } = useText();
  const [hold, setHold] = useState(settings.holdMs);
  const seconds = (ms: number) =>
    t('settings.seconds', { seconds: intl.formatNumber(ms / 1000, { minimumFractionDigits: 1 }) });
  return (
    <>
      <ChoiceList
        label={t('settings.hangUp')}
        value={settings.hangUp}
        change={hangUp => change({ hangUp })}
        choices={HangUpMethod.options.map(value => ({
          value,
          label: t(`hangUp.${value}`),
          about: t(`hangUp.${value}.about`),
        }))}
      />
      {settings.hangUp === 'notice' && (
        <div className={classes.row}>
          <span>{t('settings.notice')}</span>
          <SegmentedControl
            aria-label={t('settings.notice')}
            value={settings.notice}
            onChange={notice => change({ notice })}
            data={[
              { value: 'ko', label: '한국어' },
              { value: 'en', label: 'English' },
              { value: 'own', label: t('settings.notice.own') },
            ]}
          />
        </div>
      )}
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
