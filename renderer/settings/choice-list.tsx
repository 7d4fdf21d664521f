import type { ReactNode } from 'react';
import { useId } from 'react';
import classes from './settings.module.css';

interface ChoiceListProps<Value extends string> {
  /** What is asked; read to those who cannot see the heading above. */
  label: string;
  value: Value;
  choices: readonly { value: Value; label: string; about?: ReactNode }[];
  change: (value: Value) => void;
}

/** One of a few, each with a word of explanation. */
export function ChoiceList<Value extends string>({ label, value, choices, change }: ChoiceListProps<Value>) {
  const name = useId();
  return (
    <div role="radiogroup" aria-label={label} className={classes.choices}>
      {choices.map(choice => (
        <label key={choice.value} className={classes.choice}>
          <input
            type="radio"
            name={name}
            checked={value === choice.value}
            onChange={() => change(choice.value)}
          />
          <span className={classes.choiceName}>{choice.label}</span>
          {choice.about !== undefined && <span className={classes.choiceAbout}>{choice.about}</span>}
        </label>
      ))}
    </div>
  );
}
