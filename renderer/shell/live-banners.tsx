import { Button, VisuallyHidden } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Ban, BellRing, Check, Phone, PhoneOff } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Link } from 'wouter';
import type { Call } from '../../shared/call.ts';
import { callWord } from '../../shared/call.ts';
import type { LineStatus } from '../../shared/line-status.ts';
import { callerPath } from '../caller/caller-path.ts';
import { api, ask } from '../data/client.ts';
import { useJudge, useTellProblem } from '../data/deeds.tsx';
import { useJustEnded } from '../data/just-ended.ts';
import { statusQuery } from '../data/queries.ts';
import { whyShort } from '../words/reasons.ts';
import type { Text } from '../words/text.ts';
import { useText } from '../words/text.ts';
import { VerdictBadge, verdictWords } from '../words/verdict.tsx';
import { callerDetails, callerTitle } from '../words/who.ts';
import { lineName } from './line-words.ts';
import classes from './shell.module.css';

/** How long a call stays to be seen once it has ended, ms; longer where it is pointed at. */
const lingerMs = 8000;

/** Who rings now, and how it ended, on every page, with what can be done about it. */
export function LiveBanners() {
  const { t } = useText();
  const { data: status } = useQuery(statusQuery);
  const { ended, forget } = useJustEnded();
  const ringing = status?.ringing ?? [];
  const lines = status?.lines ?? [];
  return (
    <>
      <Announcement ringing={ringing} ended={ended} />
      {ringing.length > 0 && (
        <section className={classes.banners} aria-label={t('live.now')}>
          {ringing.map(call => (
            <Banner key={call.id} call={call} lines={lines} />
          ))}
        </section>
      )}
      {ended.length > 0 && (
        <section className={classes.banners} aria-label={t('live.ended')}>
          {ended.map(call => (
            <EndedBanner key={call.id} call={call} lines={lines} forget={forget} />
          ))}
        </section>
      )}
    </>
  );
}

/** Stays for some seconds, and as long as it is pointed at or a button of it has the focus. */
function EndedBanner({
  forget,
  ...shown
}: {
  call: Call;
  lines: readonly LineStatus[];
  forget: (id: string) => void;
}) {
  const [held, setHeld] = useState(false);
  const { id } = shown.call;
  useEffect(() => {
    if (held) return;
    const timer = setTimeout(() => forget(id), lingerMs);
    return () => clearTimeout(timer);
  }, [held, id, forget]);
  return (
    <div
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <Banner {...shown} />
    </div>
  );
}

function Banner({ call, lines }: { call: Call; lines: readonly LineStatus[] }) {
  const text = useText();
  const { t } = text;
  const judge = useJudge();
  const name = callerTitle(text, call);
  const hasEnded = call.state === 'ended';
  const Icon = !hasEnded ? BellRing : call.outcome === 'refused' ? PhoneOff : Phone;
  const details = [
    ...callerDetails(text, call),
    timesWords(text, call),
    whyShort(text, call),
    onLine(call, lines),
  ];
  return (
    <article
      className={classes.banner}
      data-word={callWord(call)}
      data-ended={hasEnded || undefined}
      aria-label={name}
    >
      <Icon size={28} className={classes.bell} aria-hidden="true" />
      <div className={classes.bannerWho}>
        <div className={classes.bannerTop}>
          <Link href={callerPath(call.caller)} className={classes.bannerName ?? ''}>
            {name}
          </Link>
          {hasEnded ? <span className="strong">{t(endedKey(call))}</span> : <VerdictBadge call={call} />}
        </div>
        <span>{details.filter(part => part !== '').join(' · ')}</span>
      </div>
      <div className={classes.bannerDeeds}>
        {!hasEnded && <HangUpButton call={call} />}
        <Button
          variant="default"
          leftSection={<Ban size={18} aria-hidden="true" />}
          onClick={() => void judge(call.caller, name, 'block')}
        >
          {t('deed.block')}
        </Button>
        <Button
          variant="default"
          leftSection={<Check size={18} aria-hidden="true" />}
          onClick={() => void judge(call.caller, name, 'allow')}
        >
          {t('deed.allow')}
        </Button>
      </div>
    </article>
  );
}

/** How it ended, as the message that says so. */
function endedKey({ outcome, hangUp }: Call) {
  if (outcome === 'refused' && hangUp && hangUp.method !== 'drop')
    return `live.ended.refused.${hangUp.method}` as const;
  return `live.ended.${outcome ?? 'stopped'}` as const;
}

/** Where there are several lines: on which of them. */
function onLine(call: Call, lines: readonly LineStatus[]): string {
  const line = lines.find(one => one.line === call.line || one.path === call.line);
  return line && lines.length > 1 ? lineName(line, lines) : '';
}

function HangUpButton({ call }: { call: Call }) {
  const { t } = useText();
  const tellProblem = useTellProblem();
  const [asked, setAsked] = useState(false);
  const hangUp = async () => {
    setAsked(true);
    try {
      await ask(api.calls[':id']['hang-up'].$post({ param: { id: encodeURIComponent(call.id) } }));
    } catch (error) {
      setAsked(false);
      tellProblem(error);
    }
  };
  return (
    <Button
      color="red"
      leftSection={<PhoneOff size={18} aria-hidden="true" />}
      loading={asked || call.state === 'hanging-up'}
      onClick={() => void hangUp()}
    >
      {t('deed.hangUp')}
    </Button>
  );
}

function timesWords({ t }: Text, call: Call): string {
  return call.callsOfCaller > 1 ? t('live.times', { count: call.callsOfCaller }) : t('live.first');
}

/** Says each call once when it is known who calls, and how it ended; politely, so that nothing is cut short. */
function Announcement({ ringing, ended }: { ringing: readonly Call[]; ended: readonly Call[] }) {
  const text = useText();
  const [said, setSaid] = useState<{ about: string; words: string }>({ about: '', words: '' });
  const rings = ringing.find(one => one.verdict !== null);
  const [last] = ended;
  const call = rings ?? last;
  const about = call ? `${call.id} ${call === rings ? 'rings' : 'ended'}` : said.about;
  if (call && about !== said.about) {
    const who = callerTitle(text, call);
    const words =
      call === rings
        ? text.t('live.announce', {
            who: [who, ...callerDetails(text, call)].join(', '),
            verdict: verdictWords(text, call),
          })
        : text.t('live.ended.announce', { who, how: text.t(endedKey(call)) });
    setSaid({ about, words });
  }
  return (
    <VisuallyHidden role="status" aria-live="polite">
      {said.words}
    </VisuallyHidden>
  );
}
