import type { ReactNode } from "react";
import { fieldId } from "../html.ts";

export type SearchBoxProps = {
  action: string;
  label: string;
  button: string;
  name?: string;
  value?: string;
  hint?: ReactNode;
  /** Other parts of the address to keep. */
  keep?: readonly (readonly [name: string, value: string])[];
  /** Language of the words typed. */
  lang?: string;
};

/** One search field that sends its words in the address. */
export function SearchBox({ action, label, button, name = "q", value, hint, keep, lang }: SearchBoxProps) {
  const id = fieldId(name);
  const hasHint = hint !== undefined;
  return (
    <form className="search-box" role="search" method="get" action={action}>
      <label htmlFor={id}>{label}</label>
      {hasHint && (
        <div className="hint" id={`${id}-hint`}>
          {hint}
        </div>
      )}
      <input
        id={id}
        type="search"
        name={name}
        defaultValue={value}
        lang={lang}
        autoComplete="off"
        aria-describedby={hasHint ? `${id}-hint` : undefined}
      />
      {keep?.map(([key, kept]) => (
        <input key={`${key}=${kept}`} type="hidden" name={key} value={kept} />
      ))}
      <button type="submit" className="button">
        {button}
      </button>
    </form>
  );
}
