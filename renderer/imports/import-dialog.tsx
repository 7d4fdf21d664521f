import { Button, Loader, Modal, Progress } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { CloudOff } from 'lucide-react';
import type { Action } from '../../shared/call.ts';
import type { ImportJob } from '../../shared/import.ts';
import { ProblemError } from '../data/client.ts';
import { Empty } from '../shell/empty.tsx';
import { useText } from '../words/text.ts';
import { ChooseFile } from './choose-file.tsx';
import { ImportOver } from './import-over.tsx';
import { ImportPreview } from './import-preview.tsx';
import { useImport } from './use-import.ts';
import classes from './imports.module.css';

/** Where the dialog was opened from, and so where the numbers are likely to go. */
export interface ImportAim {
  as: 'contacts' | 'rules' | 'list';
  /** The list that takes them; absent: a new one. */
  listId?: number;
  listName?: string;
  action?: Action;
}

/** The one way in for files: choose, see what was understood, say where it goes, and see what came of it. */
export function ImportDialog({ aim, close }: { aim: ImportAim | null; close: () => void }) {
  return aim && <OpenDialog aim={aim} close={close} />;
}

function OpenDialog({ aim, close }: { aim: ImportAim; close: () => void }) {
  const { t, word } = useText();
  const small = useMediaQuery('(max-width: 47.99em)');
  const { phase, progress, lost, read, start, stop, anew } = useImport();
  const running = phase.at === 'running';
  const leave = () => {
    anew();
    close();
  };
  return (
    <Modal
      opened
      onClose={leave}
      size={720}
      padding={small ? 'md' : 'lg'}
      fullScreen={small}
      title={t('imports.title')}
      // What is under way is stopped by its own button, never by a slip.
      closeOnEscape={!running}
      closeOnClickOutside={phase.at === 'choose' || phase.at === 'over'}
      withCloseButton={!running}
      closeButtonProps={{ 'aria-label': t('page.close'), size: 44 }}
      overlayProps={{ backgroundOpacity: 0.35 }}
    >
      <div key={phase.at} ref={takeFocus} tabIndex={-1} className={classes.stage}>
        {phase.at === 'choose' && (
          <ChooseFile
            problem={phase.problem === null ? null : word(phase.problem)}
            contacts={aim.as === 'contacts'}
            choose={files => void read(files)}
          />
        )}
        {phase.at === 'reading' && (
          <div className={classes.wait} role="status">
            <Loader />
            <p className="strong">{t('imports.reading')}</p>
            <p className="quiet">{phase.name}</p>
            <Button variant="default" onClick={anew}>
              {t('imports.stop')}
            </Button>
          </div>
        )}
        {phase.at === 'ready' && (
          <ImportPreview
            aim={aim}
            name={phase.name}
            preview={phase.upload.preview}
            start={start}
            other={anew}
          />
        )}
        {running &&
          (lost ? (
            <Empty icon={<CloudOff />} title={t('imports.failed')} role="alert">
              <p>{word(`problem.${lost instanceof ProblemError ? lost.key : 'unexpected'}`)}</p>
              <Button variant="default" onClick={leave}>
                {t('page.close')}
              </Button>
            </Empty>
          ) : (
            <Running progress={progress} expected={phase.upload.preview.count} stop={stop} />
          ))}
        {phase.at === 'over' && <ImportOver job={phase.job} wish={phase.wish} again={anew} close={leave} />}
      </div>
    </Modal>
  );
}

/** The button that led to the next stage is gone: whoever has no mouse goes on from the top of that stage. */
function takeFocus(stage: HTMLElement | null): void {
  stage?.focus({ preventScroll: true });
}

interface RunningProps {
  progress: ImportJob | null;
  /** Numbers that the preview counted, until the house knows better. */
  expected: number;
  stop: () => void;
}

function Running({ progress, expected, stop }: RunningProps) {
  const { t } = useText();
  const done = progress?.done ?? 0;
  // The house reads the file through first, and then writes: two halves of one bar that never goes back.
  const reading = (progress?.total ?? null) === null;
  const total = Math.max(progress?.total ?? expected, done, 1);
  const percent = (reading ? 0 : 50) + (50 * done) / total;
  return (
    <div className={classes.wait}>
      <p className="strong" role="status">
        {t(reading ? 'imports.reading' : 'imports.running')}
      </p>
      <Progress.Root size={16} radius="xl" w="100%" transitionDuration={150}>
        <Progress.Section value={percent} aria-label={t('imports.running')} />
      </Progress.Root>
      <p className="quiet">{t('imports.progress', { done, total })}</p>
      <Button variant="default" onClick={stop}>
        {t('imports.stop')}
      </Button>
    </div>
  );
}
