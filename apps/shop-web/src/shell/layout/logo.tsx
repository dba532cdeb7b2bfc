import classes from './logo.module.css';

/** A zero, with the mark where its log begins. */
export const Logo = () => (
  <span className={classes.logo}>
    <svg viewBox="0 0 32 32" width="30" height="30" aria-hidden>
      <rect width="32" height="32" rx="9" className={classes.ground} />
      <circle cx="16" cy="16" r="8" fill="none" stroke="#fff" strokeWidth="3.4" />
      <path d="M16 4.5v6.5" stroke="#f3a681" strokeWidth="3.4" strokeLinecap="round" />
    </svg>
    <span className={classes.name} translate="no">
      {'Offset Zero'}
    </span>
  </span>
);
