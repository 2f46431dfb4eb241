import type { ReactNode } from "react";

type ButtonFormProps = {
  children: ReactNode;
  action?: string;
  hidden: Readonly<Record<string, string | null>>;
  look?: "primary" | "secondary" | "danger";
};

/** A form that is one button. */
export function ButtonForm({ children, action, hidden, look = "secondary" }: ButtonFormProps) {
  return (
    <form method="post" action={action}>
      {Object.entries(hidden).map(([name, value]) =>
        value === null ? null : <input key={name} type="hidden" name={name} value={value} />,
      )}
      <button type="submit" className={look === "primary" ? "button" : `button ${look}`}>
        {children}
      </button>
    </form>
  );
}
