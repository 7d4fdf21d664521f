import { ActionIcon, Button, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Plus, Trash2 } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import { useState } from 'react';
import { portsQuery } from '../data/queries.ts';
import { ChoiceList } from '../settings/choice-list.tsx';
import type { SettingsPartProps } from '../settings/settings-page.tsx';
import { useText } from '../words/text.ts';
import classes from './line.module.css';

const mostLines = 8;
/** A device path, COM port, network modem or simulated line. */
const address = /^(\/\S+|COM\d+|tcp:\/\/[^\s:/]+:\d{1,5}|simulated:\S+)$/i;

/** Which lines are watched: whatever modem is found, or those that are named. */
export function LineChoice({ settings, change }: SettingsPartProps) {
  const { t } = useText();
  const { lines } = settings;
  const [own, setOwn] = useState(lines.length > 0);
  const { data: ports } = useQuery({ ...portsQuery, staleTime: 5000, enabled: own });
  const offered = (ports ?? []).filter(port => !lines.includes(port.path));
  const add = (line: string) => change({ lines: [...lines, line] });
  return (
    <>
      <ChoiceList
        label={t('settings.line')}
        value={own ? 'own' : 'auto'}
        change={value => {
          setOwn(value === 'own');
          if (value === 'auto' && lines.length > 0) change({ lines: [] });
        }}
        choices={[
          { value: 'auto', label: t('line.choice.auto'), about: t('line.choice.auto.about') },
          { value: 'own', label: t('line.choice.own'), about: t('line.choice.own.about') },
        ]}
      />
      {own && (
        <div className={classes.own}>
          {lines.map(line => (
            <div key={line} className={classes.chosen}>
              <span>{nameOf(line)}</span>
              <ActionIcon
                aria-label={t('line.choice.remove', { line })}
                onClick={() => change({ lines: lines.filter(other => other !== line) })}
              >
                <Trash2 size={18} aria-hidden="true" />
              </ActionIcon>
            </div>
          ))}
          {lines.length < mostLines && (
            <>
              {offered.map(port => (
                <Button
                  key={port.path}
                  variant="default"
                  leftSection={<Plus size={18} aria-hidden="true" />}
                  onClick={() => add(port.path)}
                >
                  {port.name} · {port.path}
                </Button>
              ))}
              <AddressField taken={lines} add={add} />
            </>
          )}
        </div>
      )}
    </>
  );

  function nameOf(line: string): string {
    if (line.startsWith('simulated:')) return t('line.choice.simulated.name');
    const port = ports?.find(one => one.path === line);
    return port ? `${port.name} · ${port.path}` : line;
  }
}

function AddressField({ taken, add }: { taken: readonly string[]; add: (line: string) => void }) {
  const { t } = useText();
  const [line, setLine] = useState('');
  const [wrong, setWrong] = useState(false);
  const submit = () => {
    const wanted = line.trim();
    if (!address.test(wanted) || taken.includes(wanted)) {
      setWrong(true);
      return;
    }
    add(wanted);
    setLine('');
  };
  return (
    <div className={classes.address}>
      <TextInput
        label={t('line.choice.address')}
        placeholder="tcp://192.168.0.10:7000"
        value={line}
        error={wrong ? t('line.choice.wrong') : null}
        onChange={event => {
          setLine(event.currentTarget.value);
          setWrong(false);
        }}
        onKeyDown={(event: KeyboardEvent) => {
          if (event.key !== 'Enter') return;
          event.preventDefault();
          submit();
        }}
      />
      <Button variant="default" onClick={submit} disabled={line.trim() === ''}>
        {t('line.choice.use')}
      </Button>
    </div>
  );
}
