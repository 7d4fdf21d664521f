import classes from './shell.module.css';

/** The ring with its opening: what comes through is decided in the middle. */
export function Mark() {
  return (
    <span className={classes.mark}>
      <svg width="28" height="28" viewBox="0 0 32 32" aria-hidden="true">
        <rect width="32" height="32" rx="9" fill="var(--mantine-primary-color-filled)" />
        <circle
          cx="16"
          cy="16"
          r="9"
          fill="none"
          stroke="#fff"
          strokeWidth="2.6"
          strokeDasharray="47 9.5"
          strokeLinecap="round"
          transform="rotate(-50 16 16)"
        />
        <circle cx="16" cy="16" r="3.6" fill="#fff" />
      </svg>
      Ringfence
    </span>
  );
}
