import { cx } from "../html.ts";
import { Field, fieldAttributes, type FieldProps } from "./field.tsx";

export type TextFieldProps = FieldProps & {
  value?: string | null;
  type?: "text" | "email" | "tel" | "url" | "password";
  inputMode?: "numeric" | "decimal" | "email" | "url" | "tel";
  autoComplete?: string;
  maxLength?: number;
  width?: "short" | "medium";
  /** Language of what is typed, where it is not the page's. */
  lang?: string;
  spellCheck?: boolean;
  /** The address of a list of suggestions on the same page, a `datalist` id. */
  list?: string;
};

/** One line of text. */
export function TextField(props: TextFieldProps) {
  return (
    <Field {...props}>
      <input
        {...fieldAttributes(props)}
        className={props.width}
        type={props.type ?? "text"}
        defaultValue={props.value ?? ""}
        inputMode={props.inputMode}
        autoComplete={props.autoComplete}
        maxLength={props.maxLength}
        lang={props.lang}
        spellCheck={props.spellCheck}
        list={props.list}
      />
    </Field>
  );
}

export type TextAreaProps = FieldProps & {
  value?: string | null;
  rows?: number;
  /** Longest text; say it in the hint too. */
  maxLength?: number;
  lang?: string;
};

/** Several lines of text. */
export function TextArea(props: TextAreaProps) {
  return (
    <Field {...props}>
      <textarea
        {...fieldAttributes(props)}
        rows={props.rows ?? 5}
        maxLength={props.maxLength}
        lang={props.lang}
        defaultValue={props.value ?? ""}
      />
    </Field>
  );
}

export type NumberFieldProps = FieldProps & {
  /** As typed, so that local formats come back unchanged. */
  value?: string | null;
  unit?: string;
  /** Whole numbers only: changes the keyboard offered, nothing else. */
  whole?: boolean;
};

/** A number as text, with its unit behind; accepts local formats, so it is no `type=number`. */
export function NumberField(props: NumberFieldProps) {
  const attributes = fieldAttributes(props);
  const unitId = `${attributes.id}-unit`;
  const hasUnit = props.unit !== undefined;
  return (
    <Field {...props}>
      <span className="with-unit">
        <input
          {...attributes}
          aria-describedby={cx(attributes["aria-describedby"], hasUnit && unitId)}
          className="short"
          type="text"
          inputMode={props.whole ? "numeric" : "decimal"}
          autoComplete="off"
          defaultValue={props.value ?? ""}
        />
        {hasUnit && <span id={unitId}>{props.unit}</span>}
      </span>
    </Field>
  );
}

export type FileFieldProps = FieldProps & { accept?: string; multiple?: boolean };

/** A file to upload; the form needs `multipart`. */
export function FileField(props: FileFieldProps) {
  return (
    <Field {...props}>
      <input {...fieldAttributes(props)} type="file" accept={props.accept} multiple={props.multiple} />
    </Field>
  );
}
