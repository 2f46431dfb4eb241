import { Field, fieldAttributes, type FieldProps } from "./field.tsx";

export type Option = { value: string; label: string; lang?: string; disabled?: boolean };
export type OptionGroup = { label: string; options: readonly Option[] };

export type SelectProps = FieldProps & {
  value?: string | null;
  options: readonly (Option | OptionGroup)[];
  /** Label of a first, empty choice. */
  placeholder?: string;
  width?: "short" | "medium";
  autoComplete?: string;
};

/** One choice out of many. */
export function Select(props: SelectProps) {
  return (
    <Field {...props}>
      <select
        {...fieldAttributes(props)}
        className={props.width}
        defaultValue={props.value ?? ""}
        autoComplete={props.autoComplete}
      >
        {props.placeholder !== undefined && <option value="">{props.placeholder}</option>}
        {props.options.map((option) =>
          "options" in option ? (
            <optgroup key={option.label} label={option.label}>
              {option.options.map(renderOption)}
            </optgroup>
          ) : (
            renderOption(option)
          ),
        )}
      </select>
    </Field>
  );
}

function renderOption(option: Option) {
  return (
    <option key={option.value} value={option.value} lang={option.lang} disabled={option.disabled}>
      {option.label}
    </option>
  );
}
