import { Anchor, Button, Loader } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { CircleCheck, CircleMinus, TriangleAlert } from 'lucide-react';
import type { Finding } from '../../shared/doctor.ts';
import { ExaminationKind } from '../../shared/doctor.ts';
import { api, ask } from '../data/client.ts';
import { useText } from '../words/text.ts';
import classes from './line.module.css';

/** The modem doctor: steps with plain results, a test call, and what was said on the wire. */
export function DoctorCard() {
  const { t } = useText();
  const examination = useMutation({
    mutationFn: (kind: ExaminationKind) => ask(api.doctor.$post({ json: { kind } })),
  });
  const waiting = examination.variables === 'modem' ? 'doctor.waiting' : 'doctor.waiting.call';
  return (
    <section className={classes.card}>
      <h2>{t('doctor.title')}</h2>
      <p className="quiet prose">{t('doctor.about')}</p>
      <div className={classes.choices}>
        {ExaminationKind.options.map(kind => (
          <Button
            key={kind}
            variant="default"
            disabled={examination.isPending}
            onClick={() => examination.mutate(kind)}
          >
            {t(`doctor.run.${kind}`)}
          </Button>
        ))}
      </div>
      <div role="status">
        {examination.isPending && (
          <p className={classes.step}>
            <Loader size={20} aria-hidden="true" /> {t(waiting)}
          </p>
        )}
        {examination.isError && <p>{t('doctor.failed')}</p>}
        {examination.data && (
          <ol className={classes.steps}>
            {examination.data.map((finding, index) => (
              <Step key={index} finding={finding} />
            ))}
          </ol>
        )}
      </div>
      <p className={classes.choices}>
        <Anchor href="/api/doctor/wire" target="_blank" rel="noreferrer">
          {t('doctor.wire')}
        </Anchor>
        <Anchor href="/api/doctor/transcript.jsonl" download>
          {t('doctor.transcript')}
        </Anchor>
      </p>
    </section>
  );
}

function Step({ finding }: { finding: Finding }) {
  const { t, word } = useText();
  const mark = finding.ok === null ? 'none' : finding.ok ? 'ok' : 'bad';
  const Icon = { ok: CircleCheck, bad: TriangleAlert, none: CircleMinus }[mark];
  return (
    <li className={classes.step} data-mark={mark}>
      <Icon size={20} aria-hidden="true" />
      <span>
        <strong>{t(`doctor.${mark}`)}</strong> ·{' '}
        {word(`doctor.${finding.step}.${finding.key}`, finding.values)}
      </span>
    </li>
  );
}
