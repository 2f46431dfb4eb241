import type { ReactNode } from "react";
import { fieldId } from "../html.ts";

/** Where suggestions for what is typed come from, and the words that they are shown with. */
export type SuggestionSource = {
  /** Answers `?q=` with JSON: { suggestions: { kind, text, lang }[] }. */
  address: string;
  /** Letters below which nothing is suggested. */
  fewest: number;
  /** Accessible name of the list. */
  label: string;
  /** What is read out for 0, 1, 2 … suggestions. */
  counts: readonly string[];
  kinds: Readonly<Record<string, string>>;
};

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
  /** For the island that suggests words; without it the field is a plain one. */
  suggestions?: SuggestionSource;
};

/** One search field that sends its words in the address. */
export function SearchBox(props: SearchBoxProps) {
  const { action, label, button, name = "q", value, hint, keep, lang, suggestions } = props;
  const id = fieldId(name);
  const hasHint = hint !== undefined;
  return (
    <form
      className="search-box"
      role="search"
      method="get"
      action={action}
      data-suggestions={suggestions && JSON.stringify(suggestions)}
    >
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
