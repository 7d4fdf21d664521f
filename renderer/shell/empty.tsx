import type { ReactNode } from 'react';
import classes from './shell.module.css';

interface EmptyProps {
  icon: ReactNode;
  title: string;
  children?: ReactNode;
  role?: 'alert' | 'status';
}

/** A place with nothing in it says why, and what to do. */
export function Empty({ icon, title, children, role }: EmptyProps) {
  return (
    <div className={classes.empty} role={role}>
      <span className={classes.emptyIcon} aria-hidden="true">
        {icon}
      </span>
      <p className={classes.emptyTitle}>{title}</p>
      {children}
    </div>
  );
}
