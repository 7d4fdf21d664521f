import type { ReactNode } from 'react';
import { useId } from 'react';
import classes from './settings.module.css';

interface ChoiceListProps<Value extends string> {
  /** What is asked; read to those who cannot see the heading above. */
  label: string;
  value: Value;
  /** `beside`: what else can be done about the choice, such as to hear it; `disabled`: it cannot be chosen yet. */
  choices: readonly {
    value: Value;
    label: string;
    about?: ReactNode;
    beside?: ReactNode;
    disabled?: boolean;
  }[];
  change: (value: Value) => void;
}

/** One of a few, each with a word of explanation. */
export function ChoiceList<Value extends string>({ label, value, choices, change }: ChoiceListProps<Value>) {
  const name = useId();
  return (
    <div role="radiogroup" aria-label={label} className={classes.choices}>
      {choices.map(choice => (
        <div key={choice.value} className={classes.choice}>
          <label className={classes.choiceHead}>
            <input
              type="radio"
              name={name}
              checked={value === choice.value}
              disabled={choice.disabled === true}
              onChange={() => change(choice.value)}
            />
            <span className={classes.choiceName}>{choice.label}</span>
            {choice.about !== undefined && <span className={classes.choiceAbout}>{choice.about}</span>}
          </label>
          {choice.beside !== undefined && <div className={classes.choiceBeside}>{choice.beside}</div>}
        </div>
      ))}
    </div>
  );
}
