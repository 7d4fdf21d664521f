import { Button, VisuallyHidden } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Ban, BellRing, Check, PhoneOff } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'wouter';
import type { Call } from '../../shared/call.ts';
import { callWord } from '../../shared/call.ts';
import { callerPath } from '../caller/caller-path.ts';
import { api, ask } from '../data/client.ts';
import { useJudge, useTellProblem } from '../data/deeds.tsx';
import { statusQuery } from '../data/queries.ts';
import { whyShort } from '../words/reasons.ts';
import type { Text } from '../words/text.ts';
import { useText } from '../words/text.ts';
import { VerdictBadge, verdictWords } from '../words/verdict.tsx';
import { callerDetails, callerTitle } from '../words/who.ts';
import classes from './shell.module.css';

/** Who rings now, on every page, with what can be done about it. */
export function LiveBanners() {
  const text = useText();
  const { data: status } = useQuery(statusQuery);
  const ringing = status?.ringing ?? [];
  return (
    <>
      <Announcement ringing={ringing} />
      {ringing.length > 0 && (
        <section className={classes.banners} aria-label={text.t('live.now')}>
          {ringing.map(call => (
            <Banner key={call.id} call={call} />
          ))}
        </section>
      )}
    </>
  );
}

function Banner({ call }: { call: Call }) {
  const text = useText();
  const { t } = text;
  const judge = useJudge();
  const name = callerTitle(text, call);
  const why = whyShort(text, call);
  return (
    <article className={classes.banner} data-word={callWord(call)} aria-label={name}>
      <BellRing size={28} className={classes.bell} aria-hidden="true" />
      <div className={classes.bannerWho}>
        <div className={classes.bannerTop}>
          <Link href={callerPath(call.caller)} className={classes.bannerName ?? ''}>
            {name}
          </Link>
          <VerdictBadge call={call} />
        </div>
        <span>
          {[...callerDetails(text, call), timesWords(text, call), why]
            .filter(part => part !== '')
            .join(' · ')}
        </span>
      </div>
      <div className={classes.bannerDeeds}>
        <HangUpButton call={call} />
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

/** Says each call once, when it is known who calls and what is done about it; politely, so that nothing is cut short. */
function Announcement({ ringing }: { ringing: readonly Call[] }) {
  const text = useText();
  const [said, setSaid] = useState<{ id: string; words: string }>({ id: '', words: '' });
  const call = ringing.find(one => one.verdict !== null);
  if (call && call.id !== said.id) {
    const words = text.t('live.announce', {
      who: [callerTitle(text, call), ...callerDetails(text, call)].join(', '),
      verdict: verdictWords(text, call),
    });
    setSaid({ id: call.id, words });
  }
  return (
    <VisuallyHidden role="status" aria-live="polite">
      {said.words}
    </VisuallyHidden>
  );
}
