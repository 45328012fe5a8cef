import {
  type InputHTMLAttributes,
  type KeyboardEvent,
  type ReactNode,
  type Ref,
  type TextareaHTMLAttributes,
  useId,
} from 'react';
import './panel.css';

type Around = {
  label: ReactNode;
  hint?: ReactNode;
  /** What is wrong with what stands there; said with the field. */
  error?: string | null | undefined;
  /** Label for screen readers alone, where the place names it already. */
  quiet?: boolean;
};
type AroundProps = Around & { children(ids: { id: string; 'aria-describedby': string; 'aria-invalid': boolean }): ReactNode };

/** Label above, hint and error below, joined for a screen reader; the control is made by `children`. */
export function Field({ label, hint, error, quiet = false, children }: AroundProps): ReactNode {
  const id = useId();
  const about = `${id}-about`;
  return (
    <div className="pl-field">
      <label htmlFor={id} className={quiet ? 'pl-hidden' : undefined}>
        {label}
      </label>
      {children({ id, 'aria-describedby': about, 'aria-invalid': Boolean(error) })}
      <span id={about} className={error ? 'pl-field-error' : 'pl-field-hint'} hidden={!error && !hint}>
        {error ?? hint}
      </span>
    </div>
  );
}

export type TextFieldProps = Around &
  Omit<InputHTMLAttributes<HTMLInputElement>, 'onChange' | 'value'> & {
    value: string;
    onChange(value: string): void;
    ref?: Ref<HTMLInputElement>;
  };

export function TextField({ label, hint, error, quiet, value, onChange, ref, ...rest }: TextFieldProps): ReactNode {
  return (
    <Field label={label} hint={hint} error={error} quiet={quiet ?? false}>
      {(ids) => (
        <input
          type="text"
          autoComplete="off"
          {...rest}
          {...ids}
          ref={ref}
          className="pl-input"
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}

export type TextAreaFieldProps = Around &
  Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'onChange' | 'value'> & { value: string; onChange(value: string): void };

export function TextAreaField({ label, hint, error, quiet, value, onChange, ...rest }: TextAreaFieldProps): ReactNode {
  return (
    <Field label={label} hint={hint} error={error} quiet={quiet ?? false}>
      {(ids) => (
        <textarea
          rows={4}
          onKeyDown={doMainThing}
          {...rest}
          {...ids}
          className="pl-input"
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}

/** Ctrl+Enter in a form's text does what its main button does, or says why not as the button would; else it is the place's. */
function doMainThing(event: KeyboardEvent<HTMLTextAreaElement>): void {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
  const button = event.currentTarget.form?.querySelector<HTMLElement>('button[type=submit]');
  if (!button) return;
  event.preventDefault();
  event.stopPropagation();
  button.click();
}

export type SelectFieldProps<T extends string> = Around & {
  value: T;
  onChange(value: NoInfer<T>): void;
  options: readonly { value: NoInfer<T>; label: string }[];
};

export function SelectField<T extends string>(props: SelectFieldProps<T>): ReactNode {
  const { label, hint, error, quiet, value, onChange, options } = props;
  return (
    <Field label={label} hint={hint} error={error} quiet={quiet ?? false}>
      {(ids) => (
        <select {...ids} className="pl-input" value={value} onChange={(event) => onChange(event.currentTarget.value as T)}>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
