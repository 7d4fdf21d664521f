import { Button, Collapse } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { ChevronDown, ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { builtInQuery } from '../data/queries.ts';
import { useText } from '../words/text.ts';
import classes from './rules.module.css';

/** The lines that can never be blocked, each with where that was read and when. */
export function AlwaysRinging() {
  const { t, intl } = useText();
  const [open, setOpen] = useState(false);
  const { data: lines } = useQuery(builtInQuery);
  return (
    <li className={classes.group} data-action="always">
      <h2 className={classes.groupTitle}>{t('rules.always')}</h2>
      <p className={classes.note}>{t('rules.always.about')}</p>
      <Button
        variant="subtle"
        px="xs"
        leftSection={
          open ? <ChevronDown size={18} aria-hidden="true" /> : <ChevronRight size={18} aria-hidden="true" />
        }
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        {t('rules.always.show', { count: lines?.length ?? 0 })}
      </Button>
      <Collapse expanded={open} transitionDuration={120}>
        <ul className={classes.builtIn}>
          {lines?.map(line => (
            <li key={line.digits}>
              <span className="strong">{line.display}</span>
              <span>{intl.locale === 'ko' ? line.nameKo : line.nameEn}</span>
              <span className="quiet">
                {t('rules.always.source', { source: line.source, day: line.checkedOn })}
              </span>
            </li>
          ))}
        </ul>
      </Collapse>
    </li>
  );
}
