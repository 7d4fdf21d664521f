import { Button, Switch } from '@mantine/core';
import { Download, Eye, LifeBuoy, Pause, Play } from 'lucide-react';
import { useLayoutEffect, useRef, useState } from 'react';
import type { WireLine } from '../../shared/doctor.ts';
import { useText } from '../words/text.ts';
import classes from './line.module.css';
import { useWire } from './use-wire.ts';

/** What was said on the wire: to look at as it happens, to keep, and in one file to send to whoever helps. */
export function WireCard({ line }: { line: string }) {
  const { t } = useText();
  const [masked, setMasked] = useState(true);
  const [open, setOpen] = useState(false);
  const file = (name: string) =>
    `/api/doctor/${name}?${new URLSearchParams({ line, masked: masked ? 'yes' : 'no' }).toString()}`;
  return (
    <section className={classes.card}>
      <h2>{t('wire.title')}</h2>
      <p className="quiet prose">{t('wire.about')}</p>
      <div>
        <Switch
          label={t('wire.masked')}
          checked={masked}
          onChange={event => setMasked(event.currentTarget.checked)}
        />
        <p role="status" className={classes.warning}>
          {masked ? '' : t('wire.unmasked')}
        </p>
      </div>
      {open && <WireView line={line} masked={masked} />}
      <div className={classes.choices}>
        {!open && (
          <Button
            variant="default"
            leftSection={<Eye size={18} aria-hidden="true" />}
            onClick={() => setOpen(true)}
          >
            {t('wire.open')}
          </Button>
        )}
        <Button
          component="a"
          href={file('transcript.txt')}
          download
          variant="default"
          leftSection={<Download size={18} aria-hidden="true" />}
        >
          {t('wire.text')}
        </Button>
        <Button
          component="a"
          href={file('transcript.jsonl')}
          download
          variant="default"
          leftSection={<Download size={18} aria-hidden="true" />}
        >
          {t('wire.file')}
        </Button>
      </div>
      <div className={classes.support}>
        <h3>{t('support.title')}</h3>
        <p className="quiet prose">{t('support.about')}</p>
        <Button
          component="a"
          href={file('support.jsonl')}
          download
          leftSection={<LifeBuoy size={18} aria-hidden="true" />}
        >
          {t('support.get')}
        </Button>
      </div>
    </section>
  );
}

function WireView({ line, masked }: { line: string; masked: boolean }) {
  const { t } = useText();
  const [paused, setPaused] = useState(false);
  const { lines, lost } = useWire({ line, masked, paused });
  const log = useRef<HTMLDivElement>(null);
  const atEnd = useRef(true);
  // Follows what comes, unless the reader has gone back to look at something.
  useLayoutEffect(() => {
    if (atEnd.current && log.current) log.current.scrollTop = log.current.scrollHeight;
  }, [lines]);
  return (
    <>
      <div
        ref={log}
        role="log"
        aria-live="off"
        aria-label={t('wire.title')}
        tabIndex={0}
        className={classes.wire}
        onScroll={event => {
          const { scrollTop, scrollHeight, clientHeight } = event.currentTarget;
          atEnd.current = scrollHeight - scrollTop - clientHeight < 24;
        }}
      >
        {lines.map(one => (
          <Piece key={one.id} piece={one} />
        ))}
        {lines.length === 0 && <p className="quiet">{t('wire.quiet')}</p>}
      </div>
      <div className={classes.choices}>
        <Button
          variant="default"
          leftSection={
            paused ? <Play size={18} aria-hidden="true" /> : <Pause size={18} aria-hidden="true" />
          }
          onClick={() => setPaused(!paused)}
        >
          {t(paused ? 'wire.resume' : 'wire.pause')}
        </Button>
        {lost && !paused && <p role="status">{t('wire.lost')}</p>}
      </div>
    </>
  );
}

/** Control characters by name, as the house wrote them: <CR>, <LF>, <DLE>, <ff>. */
const control = /(<(?:[A-Z]{2,4}|[0-9a-f]{2})>)/;

function Piece({ piece: { t: at, dir, text, size, sound } }: { piece: WireLine }) {
  const { t, intl } = useText();
  return (
    <div className={classes.piece} data-dir={dir}>
      <span className={classes.pieceTime}>
        {intl.formatTime(at, {
          hour: '2-digit',
          minute: '2-digit',
          second: '2-digit',
          fractionalSecondDigits: 3,
          hourCycle: 'h23',
        })}
      </span>
      <span className={classes.pieceWay}>{t(`wire.${dir}`)}</span>
      <code>
        {sound
          ? t('wire.sound', { size })
          : text.split(control).map((part, index) => (index % 2 === 1 ? <i key={index}>{part}</i> : part))}
      </code>
    </div>
  );
}
