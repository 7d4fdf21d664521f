import { ActionIcon, Menu, Tooltip } from '@mantine/core';
import {
  Ban,
  Check,
  ChevronDown,
  ChevronRight,
  Copy,
  Ellipsis,
  ShieldPlus,
  Tag,
  UserRound,
} from 'lucide-react';
import { memo } from 'react';
import { Link, useLocation } from 'wouter';
import type { Call } from '../../shared/call.ts';
import { callerPath } from '../caller/caller-path.ts';
import { useStory } from '../caller/use-story.ts';
import { useJudge } from '../data/deeds.tsx';
import { ruleFor } from '../rules/rule-for.ts';
import { whyShort } from '../words/reasons.ts';
import { useText } from '../words/text.ts';
import { clock } from '../words/times.ts';
import { VerdictBadge } from '../words/verdict.tsx';
import { callerDetails, callerTitle } from '../words/who.ts';
import type { HistoryRow } from './fold.ts';
import { useCopy } from './use-copy.ts';
import classes from './history.module.css';

interface CallRowProps {
  row: Exclude<HistoryRow, { kind: 'day' }>;
  tabbable: boolean;
  toggle: (key: string) => void;
}

/** One row: when, who, what happened, why, and what to do about the caller from now on. */
export const CallRow = memo(function CallRow({ row, tabbable, toggle }: CallRowProps) {
  const text = useText();
  const { t } = text;
  const { open } = useStory();
  const call = row.kind === 'fold' ? row.fold.newest : row.call;
  const name = callerTitle(text, call);
  const details = callerDetails(text, call);
  const count = row.kind === 'fold' ? row.fold.earlier.length + 1 : 1;
  const unfolded = row.kind === 'fold' && row.open;
  const why = whyShort(text, call);
  return (
    <div className={classes.row} data-kind={row.kind} data-live={call.state !== 'ended' || undefined}>
      <time className={classes.time} dateTime={new Date(call.startedAt).toISOString()}>
        {clock(text.intl, call.startedAt)}
      </time>
      <div className={classes.who}>
        <Link
          href={callerPath(call.caller)}
          className={classes.name ?? ''}
          data-row-link=""
          tabIndex={tabbable ? 0 : -1}
          onClick={event => {
            if (event.ctrlKey || event.metaKey || event.shiftKey) return;
            event.preventDefault();
            open(call.caller);
          }}
        >
          {name}
        </Link>
        <span className={classes.details}>{details.join(' · ')}</span>
      </div>
      <div className={classes.count}>
        {count > 1 && (
          <button
            type="button"
            className={classes.fold}
            aria-expanded={unfolded}
            aria-label={t('history.fold', { count, name })}
            tabIndex={tabbable ? 0 : -1}
            onClick={() => toggle(row.key)}
          >
            {unfolded ? (
              <ChevronDown size={16} aria-hidden="true" />
            ) : (
              <ChevronRight size={16} aria-hidden="true" />
            )}
            {t('history.times', { count })}
          </button>
        )}
      </div>
      <div className={classes.verdict}>
        <VerdictBadge call={call} />
      </div>
      <div className={classes.why}>{why}</div>
      <Deeds call={call} name={name} tabbable={tabbable} />
    </div>
  );
});

function Deeds({ call, name, tabbable }: { call: Call; name: string; tabbable: boolean }) {
  const { t } = useText();
  const judge = useJudge();
  const copy = useCopy();
  const { open } = useStory();
  const [, navigate] = useLocation();
  const tabIndex = tabbable ? 0 : -1;
  return (
    <div className={classes.deeds}>
      <Tooltip label={`${t('deed.block')} (B)`}>
        <ActionIcon
          className={classes.quick ?? ''}
          tabIndex={tabIndex}
          aria-label={t('deed.block.who', { name })}
          onClick={() => void judge(call.caller, name, 'block')}
        >
          <Ban size={18} aria-hidden="true" />
        </ActionIcon>
      </Tooltip>
      <Tooltip label={`${t('deed.allow')} (A)`}>
        <ActionIcon
          className={classes.quick ?? ''}
          tabIndex={tabIndex}
          aria-label={t('deed.allow.who', { name })}
          onClick={() => void judge(call.caller, name, 'allow')}
        >
          <Check size={18} aria-hidden="true" />
        </ActionIcon>
      </Tooltip>
      <Menu position="bottom-end" withInitialFocusPlaceholder={false} portalProps={{ target: '#place' }}>
        <Menu.Target>
          <ActionIcon tabIndex={tabIndex} aria-label={t('deed.more', { name })}>
            <Ellipsis size={20} aria-hidden="true" />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<Ban size={18} />} onClick={() => void judge(call.caller, name, 'block')}>
            {t('deed.block.always')}
          </Menu.Item>
          <Menu.Item leftSection={<Check size={18} />} onClick={() => void judge(call.caller, name, 'allow')}>
            {t('deed.allow.always')}
          </Menu.Item>
          <Menu.Divider />
          <Menu.Item leftSection={<UserRound size={18} />} onClick={() => open(call.caller)}>
            {t('deed.story')}
          </Menu.Item>
          <Menu.Item leftSection={<Tag size={18} />} onClick={() => open(call.caller, 'label')}>
            {t('deed.label')}
          </Menu.Item>
          {call.number.digits !== '' && (
            <Menu.Item leftSection={<Copy size={18} />} onClick={() => void copy(call.number.digits)}>
              {t('deed.copy')}
            </Menu.Item>
          )}
          <Menu.Item leftSection={<ShieldPlus size={18} />} onClick={() => navigate(ruleFor(call.number))}>
            {t('deed.rule')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </div>
  );
}
