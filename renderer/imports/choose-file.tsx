import { CircleAlert, FileUp } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useText } from '../words/text.ts';
import classes from './imports.module.css';

interface ChooseFileProps {
  /** Why the last file could not be taken. */
  problem: string | null;
  /** Tell how an address book gets out of a phone? */
  contacts: boolean;
  choose: (files: readonly File[]) => void;
}

/** A large button that opens the file chooser, and on which a file can be dropped. */
export function ChooseFile({ problem, contacts, choose }: ChooseFileProps) {
  const { t } = useText();
  const over = useDrop(choose);
  return (
    <div className={classes.column}>
      {problem !== null && (
        <p className={classes.problem} role="alert">
          <CircleAlert size={18} aria-hidden="true" />
          <span>{problem}</span>
        </p>
      )}
      <label className={classes.drop} data-over={over || undefined}>
        <FileUp size={32} aria-hidden="true" />
        <span className={classes.dropName}>{t('imports.choose')}</span>
        <span className="quiet" aria-hidden="true">
          {t('imports.drop')}
        </span>
        <input
          type="file"
          className={classes.file}
          aria-label={t('imports.choose')}
          data-autofocus
          onChange={event => {
            choose([...(event.currentTarget.files ?? [])]);
            // The same file, mended, may be chosen again.
            event.currentTarget.value = '';
          }}
        />
      </label>
      <p className="quiet">{t('imports.kinds')}</p>
      {contacts && (
        <div className={classes.help}>
          <p className="strong">{t('imports.help.phone')}</p>
          <p>{t('imports.help.phone.about')}</p>
        </div>
      )}
    </div>
  );
}

/** Takes a file that is dropped anywhere: a hand that misses the field must not make the browser leave the page. */
function useDrop(choose: (files: readonly File[]) => void): boolean {
  const [over, setOver] = useState(false);
  const taking = useRef(choose);
  useEffect(() => {
    taking.current = choose;
  });
  useEffect(() => {
    const hover = (event: DragEvent) => {
      event.preventDefault();
      setOver(true);
    };
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false);
    };
    const drop = (event: DragEvent) => {
      event.preventDefault();
      setOver(false);
      taking.current([...(event.dataTransfer?.files ?? [])]);
    };
    const ended = new AbortController();
    const { signal } = ended;
    window.addEventListener('dragenter', hover, { signal });
    window.addEventListener('dragover', hover, { signal });
    window.addEventListener('dragleave', leave, { signal });
    window.addEventListener('drop', drop, { signal });
    return () => ended.abort();
  }, []);
  return over;
}
