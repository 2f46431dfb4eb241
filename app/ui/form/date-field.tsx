import { fieldId } from "../html.ts";
import { FieldGroup, type FieldProps, hasErrors } from "./field.tsx";

export type DatePart = "day" | "month" | "year";

export type DateFieldProps = FieldProps & {
  /** As typed; a missing day, or day and month, makes a partial date. */
  value?: Partial<Record<DatePart, string | null>> | null;
  labels: Record<DatePart, string>;
  /** Order of the three inputs; day first by default. */
  order?: readonly DatePart[];
  large?: boolean;
  /** `bday` fills in a birth date; nothing else has a standard meaning. */
  autoComplete?: "bday";
};

/** A date as three inputs named `name.day`, `name.month` and `name.year`. */
export function DateField({ value, labels, order = ["day", "month", "year"], autoComplete, ...props }: DateFieldProps) {
  return (
    <FieldGroup {...props}>
      <div className="date">
        {order.map((part, index) => {
          const id = index === 0 ? fieldId(props.name) : fieldId(`${props.name}.${part}`);
          return (
            <label key={part} htmlFor={id}>
              {labels[part]}
              <input
                id={id}
                name={`${props.name}.${part}`}
                className={part}
                type="text"
                inputMode="numeric"
                maxLength={part === "year" ? 4 : 2}
                autoComplete={autoComplete === undefined ? "off" : `${autoComplete}-${part}`}
                aria-invalid={hasErrors(props.errors) || undefined}
                defaultValue={value?.[part] ?? ""}
              />
            </label>
          );
        })}
      </div>
    </FieldGroup>
  );
}
