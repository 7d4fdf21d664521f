import { CircleAlert, FileUp } from 'lucide-react';
import type { DragEvent } from 'react';
import { useState } from 'react';
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
  const [over, setOver] = useState(false);
  const hover = (event: DragEvent) => {
    event.preventDefault();
    setOver(true);
  };
  return (
    <div className={classes.column}>
      {problem !== null && (
        <p className={classes.problem} role="alert">
          <CircleAlert size={18} aria-hidden="true" />
          <span>{problem}</span>
        </p>
      )}
      <label
        className={classes.drop}
        data-over={over || undefined}
        onDragEnter={hover}
        onDragOver={hover}
        onDragLeave={() => setOver(false)}
        onDrop={event => {
          event.preventDefault();
          setOver(false);
          choose([...event.dataTransfer.files]);
        }}
      >
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
