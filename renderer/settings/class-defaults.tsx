import { Button, Collapse, SegmentedControl } from '@mantine/core';
import { ChevronDown, ChevronRight } from 'lucide-react';
import { useState } from 'react';
import type { Action } from '../../shared/call.ts';
import type { NumberClass } from '../../shared/number.ts';
import { numberClasses } from '../../shared/number.ts';
import { useText } from '../words/text.ts';
import type { SettingsPartProps } from './settings-page.tsx';
import classes from './settings.module.css';

/** The classes that a household thinks of; the others are below. */
const usual: readonly NumberClass[] = [
  'representative',
  'voip',
  'toll_free',
  'premium',
  'personal050',
  'international',
  'international_kr',
  'withheld',
  'unavailable',
  'invalid',
];
/** Nothing but public lines, which always ring. */
const alwaysRinging: readonly NumberClass[] = ['special', 'carrier_desk'];
const rare = numberClasses.filter(key => !usual.includes(key) && !alwaysRinging.includes(key));
const actions = ['allow', 'flag', 'block'] as const;

/** What happens to a class of number that nothing else speaks of. */
export function ClassDefaults(props: SettingsPartProps) {
  const { t } = useText();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Classes {...props} shown={usual} />
      <Button
        variant="subtle"
        px="xs"
        style={{ alignSelf: 'flex-start' }}
        leftSection={
          open ? <ChevronDown size={18} aria-hidden="true" /> : <ChevronRight size={18} aria-hidden="true" />
        }
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        {t('settings.classes.more')}
      </Button>
      <Collapse expanded={open} transitionDuration={120}>
        <Classes {...props} shown={rare} />
      </Collapse>
    </>
  );
}

function Classes({ settings, change, shown }: SettingsPartProps & { shown: readonly NumberClass[] }) {
  const { t, word } = useText();
  const set = (key: NumberClass, action: Action) =>
    change({ classDefaults: { ...settings.classDefaults, [key]: action } });
  return (
    <div className={classes.rows}>
      {shown.map(key => (
        <div key={key} className={classes.row}>
          <span>{word(`number.class.${key}`)}</span>
          <SegmentedControl
            aria-label={word(`number.class.${key}`)}
            value={settings.classDefaults[key] ?? 'allow'}
            onChange={action => set(key, action)}
            data={actions.map(value => ({ value, label: t(`classes.${value}`) }))}
          />
        </div>
      ))}
    </div>
  );
}
