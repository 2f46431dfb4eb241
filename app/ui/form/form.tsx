import type { ReactNode } from "react";
import { cx } from "../html.ts";

export type FormProps = {
  children: ReactNode;
  action?: string;
  /** Values sent along unseen; null and undefined are left out. */
  hidden?: Readonly<Record<string, string | number | null | undefined>>;
  /** Needed when the form holds a `FileField`. */
  multipart?: boolean;
  label?: string;
  id?: string;
};

/** A form that posts; the server checks, so the browser's own messages are off. */
export function Form({ children, action, hidden, multipart, label, id }: FormProps) {
  return (
    <form
      id={id}
      className="form"
      method="post"
      action={action}
      noValidate
      aria-label={label}
      encType={multipart ? "multipart/form-data" : undefined}
    >
      {Object.entries(hidden ?? {}).map(([name, value]) =>
        value === null || value === undefined ? null : <input key={name} type="hidden" name={name} value={value} />,
      )}
      {children}
    </form>
  );
}

export type FieldsetProps = { legend: ReactNode; hint?: ReactNode; children: ReactNode };

/** Several questions that belong together. */
export function Fieldset({ legend, hint, children }: FieldsetProps) {
  return (
    <fieldset className="fieldset">
      <legend>{legend}</legend>
      {hint !== undefined && <p className="hint">{hint}</p>}
      {children}
    </fieldset>
  );
}

export type SubmitButton = {
  label: string;
  name?: string;
  value?: string;
  look?: "primary" | "secondary" | "danger";
};

/** The buttons that send a form: the first is primary unless told otherwise; then an optional link away. */
export function SubmitRow({ buttons, cancel }: SubmitRowProps) {
  return (
    <div className="actions">
      {buttons.map((button, index) => (
        <button
          key={button.label}
          type="submit"
          name={button.name}
          value={button.value}
          className={cx("button", button.look ?? (index === 0 ? "primary" : "secondary"))}
        >
          {button.label}
        </button>
      ))}
      {cancel !== undefined && <a href={cancel.href}>{cancel.label}</a>}
    </div>
  );
}

export type SubmitRowProps = {
  buttons: readonly SubmitButton[];
  cancel?: { href: string; label: string };
};
