import type { ReactNode } from "react";

export type NoticeTone = "info" | "warning" | "success" | "demonstration";

export type NoticeProps = {
  tone?: NoticeTone;
  title?: ReactNode;
  children?: ReactNode;
  /** `status` after something was done, `alert` for what cannot wait. */
  role?: "status" | "alert" | "note";
};

/** A boxed message; tone shows as mark and edge, the words must say it too. */
export function Notice({ tone = "info", title, children, role }: NoticeProps) {
  return (
    <div className={`notice ${tone}`} role={role}>
      {title !== undefined && <b>{title}</b>}
      {children}
    </div>
  );
}
