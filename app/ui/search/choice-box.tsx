import { fieldId } from "../html.ts";
import type { Option } from "../form/select.tsx";

export type ChoiceBoxProps = {
  action: string;
  name: string;
  label: string;
  hint?: string;
  button: string;
  options: readonly Option[];
  value?: string;
  /** Other parts of the address to keep. */
  keep?: readonly (readonly [name: string, value: string])[];
};

/** One choice out of many that goes into the address. */
export function ChoiceBox({ action, name, label, hint, button, options, value, keep }: ChoiceBoxProps) {
  const id = fieldId(name);
  return (
    <form className="choice-box" method="get" action={action}>
      <label htmlFor={id}>{label}</label>
      {hint === undefined ? null : (
        <div className="hint" id={`${id}-hint`}>
          {hint}
        </div>
      )}
      <select id={id} name={name} defaultValue={value} aria-describedby={hint === undefined ? undefined : `${id}-hint`}>
        {options.map((option) => (
          <option key={option.value} value={option.value} lang={option.lang}>
            {option.label}
          </option>
        ))}
      </select>
      {keep?.map(([key, kept]) => (
        <input key={`${key}=${kept}`} type="hidden" name={key} value={kept} />
      ))}
      <button type="submit" className="button secondary">
        {button}
      </button>
    </form>
  );
}
