import { Button, Loader } from '@mantine/core';
import { Circle, CircleCheck, CircleMinus, PhoneCall, Stethoscope, TriangleAlert } from 'lucide-react';
import type { DoctorStep, Finding } from '../../shared/doctor.ts';
import { stepsOf } from '../../shared/doctor.ts';
import { countryName } from '../../shared/messages/number-words.ts';
import { understand } from '../../shared/number-plan/understand.ts';
import type { Text } from '../words/text.ts';
import { useText } from '../words/text.ts';
import { useNow } from '../words/use-now.ts';
import classes from './line.module.css';
import type { Walk } from './use-walk.ts';
import { useWalk } from './use-walk.ts';

/** The modem doctor: a walk through the steps, each result as it comes, and a test call where the owner wants one. */
export function DoctorCard({ line }: { line: string }) {
  const { t } = useText();
  const { walk, start, cancel } = useWalk(line);
  const running = walk?.state === 'running';
  return (
    <section className={classes.card}>
      <h2>{t('doctor.title')}</h2>
      <p className="quiet prose">{t('doctor.about')}</p>
      {walk && <Steps walk={walk} />}
      {walk?.waiting && <Waiting waiting={walk.waiting} />}
      <p role="status" className={classes.end}>
        {walk && !running && t(endWords(walk))}
      </p>
      {walk?.kind === 'modem' && isSound(walk) && <p className="prose">{t('doctor.next')}</p>}
      <div className={classes.choices}>
        {running ? (
          <Button variant="default" onClick={cancel}>
            {t('doctor.cancel')}
          </Button>
        ) : (
          <>
            <Button
              variant={walk ? 'default' : 'filled'}
              leftSection={<Stethoscope size={18} aria-hidden="true" />}
              onClick={() => void start('modem')}
            >
              {t(walk ? 'doctor.again' : 'doctor.run.modem')}
            </Button>
            {(['call', 'hang-up'] as const).map(kind => (
              <Button
                key={kind}
                variant="default"
                leftSection={<PhoneCall size={18} aria-hidden="true" />}
                onClick={() => void start(kind)}
              >
                {t(`doctor.run.${kind}`)}
              </Button>
            ))}
          </>
        )}
      </div>
    </section>
  );
}

const isSound = (walk: Walk): boolean =>
  walk.state === 'done' && walk.found.every(finding => finding.ok !== false);

function endWords(walk: Walk) {
  if (walk.state === 'cancelled') return 'doctor.cancelled';
  if (walk.state === 'failed') return 'doctor.failed';
  return isSound(walk) ? 'doctor.done.good' : 'doctor.done.bad';
}

function Steps({ walk }: { walk: Walk }) {
  const { kind, state, found, waiting } = walk;
  const steps = stepsOf(kind);
  const seen = found.map(({ step }) => step);
  const reached = Math.max(
    ...[...seen, ...(waiting ? [waiting.step] : [])].map(step => steps.indexOf(step)),
    -1,
  );
  // A box that only shows numbers has no name and no settings: those steps are passed over.
  const shown = steps.filter((step, index) => seen.includes(step) || index >= reached);
  const now = state === 'running' ? (waiting?.step ?? shown.find(step => !seen.includes(step))) : undefined;
  return (
    <ol className={classes.walk} aria-live="polite">
      {shown.map(step => (
        <Step
          key={step}
          step={step}
          finding={found.find(finding => finding.step === step)}
          isNow={step === now}
          isOver={state !== 'running'}
        />
      ))}
    </ol>
  );
}

const icons = { ok: CircleCheck, bad: TriangleAlert, none: CircleMinus, open: Circle } as const;

interface StepProps {
  step: DoctorStep;
  finding: Finding | undefined;
  isNow: boolean;
  isOver: boolean;
}

function Step({ step, finding, isNow, isOver }: StepProps) {
  const text = useText();
  const { t, word } = text;
  const mark = !finding ? 'open' : finding.ok === null ? 'none' : finding.ok ? 'ok' : 'bad';
  const Icon = icons[mark];
  return (
    <li className={classes.step} data-mark={mark} aria-current={isNow ? 'step' : undefined}>
      {isNow ? <Loader size={20} aria-hidden="true" /> : <Icon size={20} aria-hidden="true" />}
      <div>
        <p>
          <span className="strong">{t(`doctor.step.${step}`)}</span>
          {finding && <span className={classes.mark}>{t(`doctor.${mark === 'open' ? 'none' : mark}`)}</span>}
        </p>
        {finding && <p>{word(`doctor.${step}.${finding.key}`, shown(text, finding))}</p>}
        {finding?.ok === false && adviceFor(text, finding) !== '' && (
          <p className="quiet prose">{adviceFor(text, finding)}</p>
        )}
        {!finding && (isNow || isOver) && (
          <p className="quiet">{t(isNow ? 'doctor.looking' : 'doctor.unreached')}</p>
        )}
      </div>
    </li>
  );
}

/** What to do: the step's own advice, or the one of the state that the line is in. */
function adviceFor({ word }: Text, { step, key, values }: Finding): string {
  const own = word(`doctor.${step}.${key}.advice`, values, '');
  return own !== '' || (step !== 'port' && step !== 'answer')
    ? own
    : word(`line.${key}.advice`, { program: 'none', ...values }, '');
}

/** Numbers as people write them, countries by name. */
function shown({ intl }: Text, { values: found }: Finding): Finding['values'] {
  const { number, country } = found;
  const values =
    typeof country === 'string' ? { ...found, country: countryName(country, intl.locale) } : found;
  return typeof number === 'string' ? { ...values, number: understand(number).display || number } : values;
}

function Waiting({ waiting }: { waiting: NonNullable<Walk['waiting']> }) {
  const { t } = useText();
  const now = useNow(500);
  const seconds = Math.max(0, Math.ceil((waiting.until - now) / 1000));
  return (
    <div className={classes.waiting}>
      <p role="status" className={classes.ask}>
        {t(waiting.step === 'hang-up' ? 'doctor.hang-up.waiting' : 'doctor.call.waiting')}
      </p>
      <p role="timer" className={classes.countdown}>
        {t('doctor.left', { seconds })}
      </p>
    </div>
  );
}
