import { fieldId } from "../html.ts";

/** `field` is the name of a field on this page; leave it out for an error of the whole form. */
export type FormError = { field?: string; text: string };

/** All errors of a form, on top of the page, with the focus. Renders nothing when there are none. */
export function ErrorSummary({ title, errors }: { title: string; errors: readonly FormError[] }) {
  if (errors.length === 0) return null;
  return (
    <div className="error-summary" role="alert" tabIndex={-1} autoFocus aria-labelledby="error-summary-title">
      <h2 id="error-summary-title">{title}</h2>
      <ul>
        {errors.map((error, index) => (
          <li key={index}>
            {error.field === undefined ? error.text : <a href={`#${fieldId(error.field)}`}>{error.text}</a>}
          </li>
        ))}
      </ul>
    </div>
  );
}
