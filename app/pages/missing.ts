import { data } from "react-router";

/** Any address that leads nowhere. */
export function loader() {
  throw data({ code: "NOT_FOUND" }, { status: 404 });
}

export default function Missing() {
  return null;
}
