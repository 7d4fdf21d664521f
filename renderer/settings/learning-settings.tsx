import { Skeleton, Switch } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { LearningRecord } from '../../shared/learning.ts';
import { readyFrom } from '../../shared/learning.ts';
import { Settings } from '../../shared/settings.ts';
import { learningQuery } from '../data/queries.ts';
import type { Text } from '../words/text.ts';
import { useText } from '../words/text.ts';
import { ChoiceList } from './choice-list.tsx';
import type { SettingsPartProps } from './settings-page.tsx';

const cautions = Settings.shape.learning.unwrap().shape.caution.options;

/** What was learned so far, told by its record; it may act only where that record is good enough. */
export function LearningSettings({ settings, change }: SettingsPartProps) {
  const { t } = useText();
  const { learning } = settings;
  const { data: record } = useQuery(learningQuery);
  return (
    <>
      <p>{t('learning.priors')}</p>
      {record ? <Record record={record} on={learning.on} /> : <Skeleton height={56} />}
      <Switch
        label={t('learning.on')}
        description={t('learning.on.about')}
        checked={learning.on}
        disabled={!learning.on && record?.ready !== true}
        onChange={event => change({ learning: { ...learning, on: event.currentTarget.checked } })}
      />
      <div>
        <p>{t('learning.caution')}</p>
        <ChoiceList
          label={t('learning.caution')}
          value={learning.caution}
          change={caution => change({ learning: { ...learning, caution } })}
          choices={cautions.map(value => ({
            value,
            label: t(`learning.caution.${value}`),
            about: t(`learning.caution.${value}.about`),
          }))}
        />
      </div>
    </>
  );
}

function Record({ record, on }: { record: LearningRecord; on: boolean }) {
  const text = useText();
  const { t, intl } = text;
  const missing = missingOf(record, text);
  return (
    <>
      <div>
        <p className="strong">{recordInWords(record, text)}</p>
        {record.calls > 0 && <p>{t('learning.record.flags', { all: record.wouldFlag.all })}</p>}
        {record.since !== null && (
          <p className="quiet">
            {t('learning.record.since', {
              day: intl.formatDate(record.since, { year: 'numeric', month: 'long', day: 'numeric' }),
            })}
          </p>
        )}
      </div>
      {missing.length > 0 && (
        <div>
          <p>{t(on ? 'learning.doubt' : 'learning.missing')}</p>
          <ul>
            {missing.map(what => (
              <li key={what}>{what}</li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}

function recordInWords({ calls, wouldBlock }: LearningRecord, { t }: Text): string {
  const { all, refused, wanted } = wouldBlock;
  if (calls === 0) return t('learning.record.none');
  if (all === 0) return t('learning.record.nothing', { calls });
  if (refused === all) return t('learning.record.allRefused', { calls, all });
  return t('learning.record.mixed', { calls, all, refused, wanted, unsaid: all - refused - wanted });
}

/** What keeps it from being turned on; empty where the record is ready. */
function missingOf({ calls, wouldBlock, ready }: LearningRecord, { t }: Text): string[] {
  if (ready) return [];
  return (
    [
      ['learning.missing.calls', readyFrom.calls - calls],
      ['learning.missing.blocked', readyFrom.wouldBlock - wouldBlock.all],
      ['learning.missing.wanted', wouldBlock.wanted],
    ] as const
  ).flatMap(([key, count]) => (count > 0 ? [t(key, { count })] : []));
}
