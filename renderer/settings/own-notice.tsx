import { Button, FileButton } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { FileUp, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { NoticeState, NoticeVoice } from '../../shared/notice.ts';
import { NoticeRefusal, NoticeState as NoticeStateSchema } from '../../shared/notice.ts';
import { ProblemError, api, ask, problemOf } from '../data/client.ts';
import { noticeQuery, settingsQuery } from '../data/queries.ts';
import { useText } from '../words/text.ts';
import classes from './settings.module.css';

/** What a refused caller hears, as the telephone carries it. `version`: another recording under the same name. */
export function SoundPlayer({ voice, version = 0 }: { voice: NoticeVoice; version?: number }) {
  const { t } = useText();
  return (
    <audio
      controls
      controlsList="nodownload noplaybackrate"
      preload="metadata"
      src={`/api/notice/${voice}?${String(version)}`}
      aria-label={t('notice.hear', { name: t(`notice.${voice}`) })}
      className={classes.sound}
    />
  );
}

/** Why a recording was not taken; null: another problem, worded as everywhere. */
class Refused extends Error {
  readonly refusal: NoticeRefusal;
  constructor(refusal: NoticeRefusal) {
    super(refusal.why);
    this.refusal = refusal;
  }
}

/** The owner's own recording: brought in, heard, replaced and taken away. */
export function OwnNotice({ own }: { own: NoticeState['own'] }) {
  const { t, word, intl } = useText();
  const queries = useQueryClient();
  const [asked, setAsked] = useState(false);
  const keep = (state: NoticeState): void => {
    setAsked(false);
    queries.setQueryData(noticeQuery.queryKey, state);
    void queries.invalidateQueries({ queryKey: settingsQuery.queryKey });
  };
  const bring = useMutation({ mutationFn: bringIn, onSuccess: keep });
  const remove = useMutation({ mutationFn: () => ask(api.notice.$delete()), onSuccess: keep });
  const error = bring.error ?? remove.error;
  return (
    <>
      {own && <SoundPlayer voice="own" version={own.savedAt} />}
      {own && (
        <span className="quiet">
          {t('notice.seconds', { seconds: intl.formatNumber(own.seconds, { maximumFractionDigits: 0 }) })}
        </span>
      )}
      <FileButton
        accept="audio/*,.wav"
        onChange={file => {
          remove.reset();
          if (file) bring.mutate(file);
        }}
      >
        {props => (
          <Button
            {...props}
            variant="default"
            leftSection={<FileUp size={18} aria-hidden="true" />}
            loading={bring.isPending}
          >
            {t(own ? 'notice.replace' : 'notice.bring')}
          </Button>
        )}
      </FileButton>
      {own && !asked && (
        <Button
          variant="subtle"
          color="gray"
          leftSection={<Trash2 size={18} aria-hidden="true" />}
          onClick={() => setAsked(true)}
        >
          {t('notice.remove')}
        </Button>
      )}
      {own && asked && (
        <>
          <Button color="red" loading={remove.isPending} onClick={() => remove.mutate()}>
            {t('notice.remove.sure')}
          </Button>
          <Button variant="default" onClick={() => setAsked(false)}>
            {t('notice.keep')}
          </Button>
        </>
      )}
      <p role="alert" className={classes.problem} hidden={!error}>
        {error instanceof Refused && refusalWords(error.refusal)}
        {error instanceof ProblemError && word(`problem.${error.key}`)}
      </p>
    </>
  );

  function refusalWords({ why, kind }: NoticeRefusal): string {
    const what = kind === null ? t(`notice.refused.${why}`) : t('notice.refused.kind', { kind });
    const isPacked = why === 'not-wav' || why === 'unknown-format';
    return [what, isPacked ? t('notice.refused.how') : '', own ? t('notice.refused.kept') : '']
      .filter(Boolean)
      .join(' ');
  }
}

async function bringIn(file: File): Promise<NoticeState> {
  const answer = await fetch('/api/notice', { method: 'PUT', body: file }).catch((cause: unknown) => {
    throw new ProblemError('unreachable', String(cause));
  });
  if (answer.ok) return NoticeStateSchema.parse(await answer.json());
  const content: unknown = await answer
    .clone()
    .json()
    .catch(() => null);
  const refusal = NoticeRefusal.safeParse(content);
  if (refusal.success) throw new Refused(refusal.data);
  throw await problemOf(answer);
}
