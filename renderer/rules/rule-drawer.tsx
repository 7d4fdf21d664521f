import { Button, Textarea } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQueryClient } from '@tanstack/react-query';
import type { SyntheticEvent } from 'react';
import { useState } from 'react';
import { api, ask } from '../data/client.ts';
import { useTellDone, useTellProblem } from '../data/deeds.tsx';
import { whoWords } from '../words/rule-words.ts';
import { SideSheet } from '../shell/side-sheet.tsx';
import { useText } from '../words/text.ts';
import type { LooseDraft } from './draft.ts';
import { wholeDraft } from './draft.ts';
import { MoreConditions } from './more-conditions.tsx';
import { RuleTrial } from './rule-trial.tsx';
import type { Writing } from './rules-page.tsx';
import { WhoField } from './who-field.tsx';
import classes from './rule-form.module.css';

/** Where a rule is written, and tried against past calls while it is written. */
export function RuleDrawer({ writing, close }: { writing: Writing | null; close: () => void }) {
  const { t } = useText();
  return (
    <SideSheet
      opened={writing !== null}
      close={close}
      title={t(writing?.id === null ? 'rules.add' : 'rules.edit')}
      width={600}
    >
      {writing && <RuleForm writing={writing} close={close} />}
    </SideSheet>
  );
}

const actions = ['block', 'flag', 'allow'] as const;

function RuleForm({ writing, close }: { writing: Writing; close: () => void }) {
  const text = useText();
  const { t } = text;
  const queries = useQueryClient();
  const tellDone = useTellDone();
  const tellProblem = useTellProblem();
  const [draft, setDraft] = useState(writing.draft);
  const [busy, setBusy] = useState(false);
  const [settled] = useDebouncedValue(draft, 350);
  const change = (part: Partial<LooseDraft>) => setDraft(old => ({ ...old, ...part }));
  const whole = wholeDraft(draft);

  const save = async (event: SyntheticEvent) => {
    event.preventDefault();
    if (!whole) return;
    setBusy(true);
    try {
      const { changeId } =
        writing.id === null
          ? await ask(api.rules.$post({ json: whole }))
          : await ask(api.rules[':id'].$put({ param: { id: String(writing.id) }, json: whole }));
      tellDone(t('rule.saved', { name: whoWords(text, whole.who) }), changeId);
      for (const key of ['rules', 'changes', 'caller']) void queries.invalidateQueries({ queryKey: [key] });
      close();
    } catch (error) {
      tellProblem(error);
    } finally {
      setBusy(false);
    }
  };

  return (
    <form className={classes.form} onSubmit={event => void save(event)}>
      <WhoField who={draft.who} change={who => change({ who })} />
      <fieldset className={classes.choices}>
        <legend>{t('rule.action')}</legend>
        {actions.map(action => (
          <label key={action} className={classes.choice} data-action={action}>
            <input
              type="radio"
              name="action"
              checked={draft.action === action}
              onChange={() => change({ action })}
            />
            <span className="strong">{t(`rule.action.${action}`)}</span>
            <span>{t(`rule.action.${action}.about`)}</span>
          </label>
        ))}
      </fieldset>
      <MoreConditions draft={draft} change={change} />
      <Textarea
        label={t('rule.note')}
        autosize
        minRows={1}
        maxLength={500}
        value={draft.note}
        onChange={event => change({ note: event.currentTarget.value })}
      />
      <RuleTrial draft={wholeDraft(settled)} replaces={writing.id} />
      <div className={classes.formEnd}>
        <Button variant="default" onClick={close}>
          {t('page.cancel')}
        </Button>
        <Button type="submit" loading={busy} disabled={!whole}>
          {t('page.save')}
        </Button>
      </div>
    </form>
  );
}
