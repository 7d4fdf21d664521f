import { Button, Center, Loader, PasswordInput, Stack, Text, Title } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { SyntheticEvent } from 'react';
import { useState } from 'react';
import { ProblemError } from '../data/client.ts';
import { sessionQuery, signIn } from '../data/session.ts';
import { useText } from '../words/text.ts';
import { Frame } from './frame.tsx';
import { Mark } from './mark.tsx';
import { Trouble } from './trouble.tsx';
import classes from './shell.module.css';

/** Lets in whoever may come in; asks for the password where the door has one. */
export function Entrance() {
  const { t } = useText();
  const session = useQuery(sessionQuery);
  if (session.data?.needed === false) return <Frame />;
  return (
    <main className={classes.entrance}>
      {session.isPending ? (
        <Center role="status" aria-label={t('page.loading')}>
          <Loader />
        </Center>
      ) : session.data?.needed ? (
        <SignIn />
      ) : (
        <div className={classes.door}>
          <Trouble error={session.error} again={() => void session.refetch()} />
        </div>
      )}
    </main>
  );
}

function SignIn() {
  const { t, word } = useText();
  const queries = useQueryClient();
  const [password, setPassword] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const submit = async (event: SyntheticEvent) => {
    event.preventDefault();
    setBusy(true);
    setProblem(null);
    try {
      queries.setQueryData(sessionQuery.queryKey, await signIn(password));
    } catch (error) {
      setProblem(error instanceof ProblemError ? error.key : 'unexpected');
    } finally {
      setBusy(false);
    }
  };
  return (
    <form className={classes.door} onSubmit={event => void submit(event)}>
      <Stack gap="md">
        <Mark />
        <div>
          <Title order={1}>{t('signIn.title')}</Title>
          <Text className="quiet">{t('signIn.why')}</Text>
        </div>
        <PasswordInput
          label={t('signIn.password')}
          value={password}
          onChange={event => setPassword(event.currentTarget.value)}
          error={problem === null ? null : word(`problem.${problem}`)}
          autoComplete="current-password"
          autoFocus
          required
          withAsterisk={false}
          visibilityToggleButtonProps={{ 'aria-label': t('signIn.show') }}
        />
        <Button type="submit" loading={busy} size="lg" fullWidth>
          {t('signIn.enter')}
        </Button>
      </Stack>
    </form>
  );
}
