import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { useText } from '../words/text.ts';
import { places } from './places.ts';
import classes from './sheet-head.module.css';

/** Top of a place: its name, and what is done there most. */
export function SheetHead({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className={classes.head}>
      <h1 className={classes.title}>{title}</h1>
      <div className={classes.deeds}>{children}</div>
    </div>
  );
}

/** On a small screen: the places that share one entry of the bar, side by side. */
export function SharedPlaces({ here }: { here: string }) {
  const { t } = useText();
  const shared = places.filter(
    place => place.under !== undefined || places.some(other => other.under === place.path),
  );
  return (
    <nav className={classes.shared} aria-label={shared.map(({ name }) => t(name)).join(', ')}>
      {shared.map(({ path, name }) => (
        <Link
          key={path}
          href={path}
          className={classes.sharedLink ?? ''}
          aria-current={path === here ? 'page' : undefined}
        >
          {t(name)}
        </Link>
      ))}
    </nav>
  );
}
