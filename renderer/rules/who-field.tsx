import { NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { labels } from '../../shared/label.ts';
import { areas } from '../../shared/number-plan/areas.ts';
import { regionName } from '../../shared/number-plan/region-name.ts';
import { numberClasses, withheldKinds } from '../../shared/number.ts';
import type { RuleWho } from '../../shared/rule.ts';
import { ruleKinds } from '../../shared/rule.ts';
import { contactsQuery } from '../data/queries.ts';
import { listsQuery } from '../lists/lists-data.ts';
import type { Text } from '../words/text.ts';
import { useText } from '../words/text.ts';
import { countries } from './countries.ts';
import type { LooseDraft } from './draft.ts';
import { firstValue } from './draft.ts';
import classes from './rule-form.module.css';

type Who = LooseDraft['who'];
type Kind = RuleWho['kind'];
interface Choice {
  value: string;
  label: string;
}

/** What people reach for first. */
const offered: readonly Kind[] = [
  'number',
  'prefix',
  'class',
  'withheld',
  'country',
  'region',
  'name',
  'label',
  'group',
  'list',
  'wildcard',
  'regex',
  'any',
];

/** Who the rule speaks of: the kind, and the value in the way that suits it. */
export function WhoField({ who, change }: { who: Who; change: (who: Who) => void }) {
  const text = useText();
  const { t } = text;
  const choices = useChoices(text, who);
  return (
    <div className={classes.who}>
      <NativeSelect
        label={t('rule.who')}
        value={who.kind}
        onChange={event => {
          const kind = ruleKinds.find(one => one === event.currentTarget.value);
          if (kind) change({ kind, value: keepValue(who, kind) });
        }}
        data={offered.map(kind => ({ value: kind, label: t(`who.${kind}`) }))}
      />
      {choices ? (
        <NativeSelect
          label={t(`who.${who.kind}.value`)}
          value={who.value}
          onChange={event => change({ ...who, value: event.currentTarget.value })}
          data={choices}
        />
      ) : (
        who.kind !== 'any' && (
          <TextInput
            label={t(`who.${who.kind}.value`)}
            description={t(`who.${textKind(who.kind)}.hint`)}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            inputMode={who.kind === 'number' || who.kind === 'prefix' ? 'tel' : 'text'}
            value={who.value}
            data-autofocus
            autoComplete="off"
            onChange={event => change({ ...who, value: event.currentTarget.value })}
          />
        )
      )}
    </div>
  );
}

const typed = ['number', 'prefix', 'wildcard', 'regex', 'name'] as const;
type TextKind = (typeof typed)[number];

function textKind(kind: Kind): TextKind {
  return typed.find(one => one === kind) ?? 'name';
}

/** Digits typed for one kind of number rule serve the next one too. */
function keepValue(who: Who, kind: Kind): string {
  const digitKinds: readonly Kind[] = ['number', 'prefix', 'wildcard', 'regex'];
  return digitKinds.includes(kind) && digitKinds.includes(who.kind) ? who.value : firstValue(kind);
}

/** What can be chosen for the kind; null where the value is typed. */
function useChoices({ word, t, intl }: Text, who: Who): Choice[] | null {
  const { data: contacts } = useQuery(contactsQuery);
  const { data: lists } = useQuery(listsQuery);
  switch (who.kind) {
    case 'class':
      return numberClasses.map(value => ({ value, label: word(`number.class.${value}`) }));
    case 'withheld':
      return [
        { value: 'any', label: t('who.withheld.any') },
        ...withheldKinds.map(value => ({ value, label: word(`number.withheld.${value}`) })),
      ];
    case 'label':
      return labels.map(({ key }) => ({ value: key, label: word(`label.${key}`) }));
    case 'country':
      return countries(intl.locale);
    case 'region':
      return [...new Set(areas.map(area => area.ko))].map(value => ({
        value,
        label: regionName(value, intl.locale),
      }));
    case 'group': {
      const groups = [...new Set((contacts ?? []).map(contact => contact.group).filter(name => name !== ''))];
      return ['', ...groups.filter(name => name !== who.value), ...(who.value === '' ? [] : [who.value])].map(
        value => ({ value, label: value === '' ? t('rule.choose') : value }),
      );
    }
    case 'list':
      return [
        { value: '', label: t('rule.choose') },
        ...(lists ?? []).map(({ id, name }) => ({ value: String(id), label: name })),
      ];
    default:
      return null;
  }
}
