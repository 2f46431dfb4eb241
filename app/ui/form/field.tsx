import type { ReactNode } from "react";
import { cx, fieldId } from "../html.ts";

/** What every field takes. Its id is `fieldId(name)`. */
export type FieldProps = {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  errors?: readonly string[] | null;
  /** Small words after the label, such as "(optional)". */
  mark?: string;
  required?: boolean;
};

/** The attributes that tie a control to its hint and its errors. */
export function fieldAttributes({ name, hint, errors, required }: Omit<FieldProps, "label">) {
  const id = fieldId(name);
  const invalid = hasErrors(errors);
  return {
    id,
    name,
    required,
    "aria-invalid": invalid || undefined,
    "aria-describedby": cx(hint !== undefined && `${id}-hint`, invalid && `${id}-error`),
  };
}

/** Whether there is anything to complain about. */
export function hasErrors(errors: readonly string[] | null | undefined): errors is readonly string[] {
  return errors !== undefined && errors !== null && errors.length > 0;
}

/** Hint and errors of a field, above its control. */
export function FieldTexts({ name, hint, errors }: Pick<FieldProps, "name" | "hint" | "errors">) {
  const id = fieldId(name);
  return (
    <>
      {hint !== undefined && (
        <div className="hint" id={`${id}-hint`}>
          {hint}
        </div>
      )}
      {hasErrors(errors) && (
        <div className="error" id={`${id}-error`}>
          {errors.length === 1 ? errors[0] : errors.map((error) => <div key={error}>{error}</div>)}
        </div>
      )}
    </>
  );
}

/** Label, hint, errors, then the one control given as children. */
export function Field({ children, ...props }: FieldProps & { children: ReactNode }) {
  return (
    <div className={cx("field", hasErrors(props.errors) && "invalid")}>
      <label htmlFor={fieldId(props.name)}>
        {props.label} {props.mark !== undefined && <small>{props.mark}</small>}
      </label>
      <FieldTexts {...props} />
      {children}
    </div>
  );
}

/** Legend, hint, errors, then several controls that answer one question. */
export function FieldGroup({ children, large, ...props }: FieldGroupProps) {
  const { id, "aria-describedby": describedBy } = fieldAttributes(props);
  return (
    <fieldset
      className={cx("field", hasErrors(props.errors) && "invalid")}
      id={`${id}-group`}
      aria-describedby={describedBy}
    >
      <legend className={large ? "large" : undefined}>
        {props.label} {props.mark !== undefined && <small>{props.mark}</small>}
      </legend>
      <FieldTexts {...props} />
      {children}
    </fieldset>
  );
}

/** `large` sets the legend like a heading, for a page with one question. */
export type FieldGroupProps = FieldProps & { children: ReactNode; large?: boolean };
