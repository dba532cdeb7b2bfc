import { type ComponentProps, type ReactNode, useId } from 'react';
import classes from './panel.module.css';

interface Props {
  /** What opens it. */
  button: ReactNode;
  /** What the button is called. */
  label: string;
  buttonClass?: string | undefined;
  /** `close` belongs to whatever leads away. */
  children: (close: () => void) => ReactNode;
}

/** A button, and what unfolds beneath it; Escape and a click elsewhere fold it up again (the browser's own popover). */
export function Panel({ button, label, buttonClass, children }: Props) {
  const id = useId();
  const opens: ComponentProps<'button'> = { popoverTarget: id };
  return (
    <>
      <button type="button" aria-label={label} className={`${classes.button} ${buttonClass ?? ''}`} {...opens}>
        {button}
      </button>
      <div id={id} popover="auto" className={classes.panel}>
        {children(() => document.getElementById(id)?.hidePopover())}
      </div>
    </>
  );
}
