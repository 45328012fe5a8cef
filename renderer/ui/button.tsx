import { type ButtonHTMLAttributes, type MouseEvent, type ReactNode, type Ref, useId } from 'react';
import './button.css';

export type ButtonLook = 'main' | 'plain' | 'quiet' | 'dashed';
type Native = Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'disabled' | 'onClick'>;
export type ButtonProps = Native & {
  /** `main`: the one main button of a place or dialog; it repeats the verb. */
  look?: ButtonLook;
  /** 24 px, for bars; else 28. */
  bar?: boolean;
  icon?: ReactNode;
  after?: ReactNode;
  /** Set: the button does nothing, stays focusable and says this. */
  cannot?: string | null | undefined;
  onClick?: ((event: MouseEvent<HTMLButtonElement>) => void) | undefined;
  ref?: Ref<HTMLButtonElement> | undefined;
};

/** A button is verb and thing, with … if more is asked. */
export function Button(props: ButtonProps): ReactNode {
  const { look = 'plain', bar = false, icon, after, cannot, onClick, className, children, ...rest } = props;
  const why = useId();
  const off = Boolean(cannot);
  const classes = ['pl-btn', look !== 'plain' && `pl-btn-${look}`, bar && 'pl-btn-bar', className].filter(Boolean).join(' ');
  return (
    <button
      type="button"
      {...rest}
      className={classes}
      aria-disabled={off || undefined}
      aria-describedby={off ? why : rest['aria-describedby']}
      title={off ? (cannot ?? undefined) : rest.title}
      onClick={(event) => (off ? event.preventDefault() : onClick?.(event))}
    >
      {icon}
      {children}
      {after}
      {off && (
        <span id={why} hidden>
          {cannot}
        </span>
      )}
    </button>
  );
}

export type IconButtonProps = Omit<ButtonProps, 'icon' | 'after' | 'children'> & { label: string; icon: ReactNode };

/** An icon alone always has a name, shown as a tooltip too. */
export function IconButton({ label, icon, className, look = 'quiet', ...rest }: IconButtonProps): ReactNode {
  const classes = ['pl-btn-icon', className].filter(Boolean).join(' ');
  return (
    <Button {...rest} look={look} className={classes} aria-label={label} title={label}>
      {icon}
    </Button>
  );
}

/** A link that acts. For going somewhere use `<a href={hrefTo(…)}>`. */
export function LinkButton({ cannot, onClick, className, children, ...rest }: Omit<ButtonProps, 'look' | 'bar'>): ReactNode {
  const off = Boolean(cannot);
  return (
    <button
      type="button"
      {...rest}
      className={['pl-link', className].filter(Boolean).join(' ')}
      aria-disabled={off || undefined}
      title={cannot ?? rest.title}
      onClick={(event) => (off ? event.preventDefault() : onClick?.(event))}
    >
      {children}
    </button>
  );
}
