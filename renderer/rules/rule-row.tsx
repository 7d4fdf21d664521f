import { ActionIcon, Button, Switch, Tooltip } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { Pencil, Trash2 } from 'lucide-react';
import { Link } from 'wouter';
import type { RuleWithRecord } from '../../shared/rule.ts';
import { api, ask } from '../data/client.ts';
import { useTellDone, useTellProblem } from '../data/deeds.tsx';
import { oftenWords, whenWords, whoWords } from '../words/rule-words.ts';
import { useText } from '../words/text.ts';
import { day, moment } from '../words/times.ts';
import { useNow } from '../words/use-now.ts';
import { afterDays, draftOf, wholeDraft } from './draft.ts';
import { useNamed } from './named.ts';
import classes from './rules.module.css';

/** One rule: what it says, what it has done, and its switch. */
export function RuleRow({ rule, edit }: { rule: RuleWithRecord; edit: (rule: RuleWithRecord) => void }) {
  const text = useText();
  const { t, intl } = text;
  const now = useNow();
  const deeds = useRuleDeeds(rule);
  const name = whoWords(text, useNamed(rule.who));
  const over = rule.until !== null && rule.until <= now;
  const conditions = [
    whenWords(text, rule.when),
    oftenWords(text, rule.often),
    rule.line === null ? '' : t('rule.onLine', { line: rule.line }),
    rule.until === null ? '' : t(over ? 'rule.over' : 'rule.until', { day: day(intl, rule.until - 1, now) }),
    rule.note,
  ].filter(part => part !== '');
  return (
    <li className={classes.rule} data-off={!rule.enabled || over || undefined}>
      <Switch
        checked={rule.enabled}
        onChange={event => void deeds.turn(event.currentTarget.checked, name)}
        aria-label={t('rule.switch', { name })}
      />
      <div className={classes.ruleWords}>
        <span className={classes.ruleName}>{name}</span>
        {conditions.length > 0 && <span className="quiet">{conditions.join(' · ')}</span>}
      </div>
      {over && (
        <Button
          variant="default"
          className={classes.renew ?? ''}
          aria-label={t('rule.renew.which', { name })}
          onClick={() => void deeds.renew(name)}
        >
          {t('rule.renew')}
        </Button>
      )}
      {rule.caught > 0 ? (
        <Link href={`/?rule=${rule.id}`} className={classes.caught ?? ''}>
          {t('rule.caught', { count: rule.caught })}
          {rule.lastCaughtAt !== null && (
            <span className={classes.caughtWhen}>
              {t('rule.lastCaught', { when: moment(intl, rule.lastCaughtAt, now) })}
            </span>
          )}
        </Link>
      ) : (
        <span className={classes.notCaught}>{t('rule.caughtNone')}</span>
      )}
      <div className={classes.ruleDeeds}>
        <Tooltip label={t('page.edit')}>
          <ActionIcon aria-label={t('rule.edit', { name })} onClick={() => edit(rule)}>
            <Pencil size={18} aria-hidden="true" />
          </ActionIcon>
        </Tooltip>
        <Tooltip label={t('page.delete')}>
          <ActionIcon aria-label={t('rule.delete', { name })} onClick={() => void deeds.remove(name)}>
            <Trash2 size={18} aria-hidden="true" />
          </ActionIcon>
        </Tooltip>
      </div>
    </li>
  );
}

/** A rule that is over goes on for so many days at one click. */
const renewedForDays = 30;

function useRuleDeeds(rule: RuleWithRecord) {
  const { t, intl } = useText();
  const queries = useQueryClient();
  const tellDone = useTellDone();
  const tellProblem = useTellProblem();
  const param = { id: String(rule.id) };
  const settle = () => {
    for (const key of ['rules', 'changes', 'caller']) void queries.invalidateQueries({ queryKey: [key] });
  };
  return {
    turn: async (enabled: boolean, name: string) => {
      const draft = wholeDraft({ ...draftOf(rule), enabled });
      if (!draft) return;
      try {
        const { changeId } = await ask(api.rules[':id'].$put({ param, json: draft }));
        tellDone(t(enabled ? 'rule.turnedOn' : 'rule.turnedOff', { name }), changeId);
      } catch (error) {
        tellProblem(error);
      }
      settle();
    },
    renew: async (name: string) => {
      const until = afterDays(renewedForDays, Date.now());
      const draft = wholeDraft({ ...draftOf(rule), enabled: true, until });
      if (!draft) return;
      try {
        const { changeId } = await ask(api.rules[':id'].$put({ param, json: draft }));
        tellDone(t('rule.renewed', { name, day: day(intl, until - 1, Date.now()) }), changeId);
      } catch (error) {
        tellProblem(error);
      }
      settle();
    },
    remove: async (name: string) => {
      try {
        const { changeId } = await ask(api.rules[':id'].$delete({ param }));
        tellDone(t('rule.deleted', { name }), changeId);
      } catch (error) {
        tellProblem(error);
      }
      settle();
    },
  };
}
