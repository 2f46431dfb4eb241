import { data, redirect } from "react-router";
import type { FormProblem } from "#app/api/outcome.ts";
import type { Asker } from "#app/api/query.server.ts";
import { servicesContext } from "#app/context.ts";
import { localPath } from "#app/i18n/links.ts";

type NodeAnswer = { viewer: { id: string } | null; node: { __typename: string } | null };
type AccessionIn<Answer extends NodeAnswer> = Extract<
  Answer["node"],
  { __typename: "Accession"; viewerCan: readonly string[] }
>;

/** The accession that a form is about, if the viewer may do this to it: else the sign-in page, 404 or 403, as the API would answer. */
export function accessionFor<Answer extends NodeAnswer>(
  asker: Asker,
  { viewer, node }: Answer,
  action: string,
): AccessionIn<Answer> {
  const { locale } = asker.context.get(servicesContext);
  const { pathname, search } = new URL(asker.request.url);
  if (!viewer) throw redirect(`${localPath(locale, "/sign-in")}?next=${encodeURIComponent(pathname + search)}`);
  if (node?.__typename !== "Accession") throw data({ code: "NOT_FOUND" }, { status: 404 });
  const accession = node as AccessionIn<Answer>;
  if (!accession.viewerCan.includes(action)) throw data({ code: "FORBIDDEN" }, { status: 403 });
  return accession;
}

/** Issues of a date's or a list's parts, told at the field that holds them. */
export function atFields(problem: FormProblem): FormProblem {
  const issues = problem.issues.map((issue) => ({ ...issue, path: issue.path.replace(/\.(date|precision|\d+)$/, "") }));
  return { ...problem, issues };
}
