import type { ReactNode } from "react";
import { cx, fieldId } from "../html.ts";
import { fieldAttributes, FieldGroup, type FieldGroupProps, FieldTexts, type FieldProps, hasErrors } from "./field.tsx";

export type Choice = {
  value: string;
  label: ReactNode;
  hint?: ReactNode;
  lang?: string;
  disabled?: boolean;
  /** Fields that belong to this choice, always visible below it. */
  children?: ReactNode;
};

type GroupProps = Omit<FieldGroupProps, "children"> & {
  options: readonly Choice[];
  /** Side by side, for two or three short answers. */
  inline?: boolean;
};

export type RadiosProps = GroupProps & { value?: string | null };
export type CheckboxesProps = GroupProps & { values?: readonly string[] | null };

/** One choice out of a few. */
export function Radios({ value, options, inline, ...props }: RadiosProps) {
  return (
    <FieldGroup {...props}>
      <div className={cx("choices", inline && "inline")}>
        {options.map((option, index) => (
          <ChoiceLine
            key={option.value}
            type="radio"
            name={props.name}
            index={index}
            option={option}
            checked={option.value === value}
            required={props.required}
          />
        ))}
      </div>
    </FieldGroup>
  );
}

/** Any number of choices, all posted under the same name. */
export function Checkboxes({ values, options, inline, ...props }: CheckboxesProps) {
  return (
    <FieldGroup {...props} required={undefined}>
      <div className={cx("choices", inline && "inline")}>
        {options.map((option, index) => (
          <ChoiceLine
            key={option.value}
            type="checkbox"
            name={props.name}
            index={index}
            option={option}
            checked={values?.includes(option.value) ?? false}
          />
        ))}
      </div>
    </FieldGroup>
  );
}

/** A single yes or no, posted as `value` (default "yes") when ticked. */
export function Checkbox({ value = "yes", checked, ...props }: FieldProps & { value?: string; checked?: boolean }) {
  return (
    <div className={cx("field", hasErrors(props.errors) && "invalid")}>
      <FieldTexts {...props} />
      <label className="choice">
        <input {...fieldAttributes(props)} type="checkbox" value={value} defaultChecked={checked} />{" "}
        <span>{props.label}</span>
      </label>
    </div>
  );
}

type LineProps = {
  type: "radio" | "checkbox";
  name: string;
  index: number;
  option: Choice;
  checked: boolean;
  required?: boolean;
};

function ChoiceLine({ type, name, index, option, checked, required }: LineProps) {
  const id = index === 0 ? fieldId(name) : `${fieldId(name)}-${index + 1}`;
  const hasHint = option.hint !== undefined;
  return (
    <>
      <label className="choice" lang={option.lang}>
        <input
          type={type}
          id={id}
          name={name}
          value={option.value}
          defaultChecked={checked}
          disabled={option.disabled}
          required={required}
          aria-describedby={hasHint ? `${id}-about` : undefined}
        />{" "}
        <span>{option.label}</span>
      </label>
      {hasHint && (
        <small className="choice-hint" id={`${id}-about`}>
          {option.hint}
        </small>
      )}
      {option.children !== undefined && <div className="choice-more">{option.children}</div>}
    </>
  );
}
