import { Links, Outlet } from "react-router";
import { PageShell } from "#app/ui/index.ts";
import { servicesContext } from "./context.ts";
import { locales } from "./i18n/locales.ts";
import { Problem } from "./problem.tsx";
import { Footer } from "./footer.tsx";
import { Header } from "./header.tsx";
import type { Route } from "./+types/root.ts";
import styles from "./ui/styles.css?url";
import { useTranslation } from "#app/i18n/words.ts";

/** What the frame of every page needs: who looks at it, and where its other languages are. */
export function loader({ request, context }: Route.LoaderArgs) {
  const { locale, context: viewing, api } = context.get(servicesContext);
  const { pathname, search } = new URL(request.url);
  const { viewer, requestId } = viewing;
  return {
    locale,
    origin: api.origin,
    path: pathname.replace(/^\/[a-z]{2}(?=\/|$)/, "") + search,
    demonstration: api.demonstration,
    requestId,
    viewer: viewer.userId
      ? {
          name: viewer.name ?? viewer.email ?? "",
          worksForCity: viewer.memberships.length > 0,
          worksForNetwork: viewer.networkRoles.length > 0,
        }
      : null,
  };
}

export type PageFrame = Route.ComponentProps["loaderData"];

export function Layout({ children }: { children: React.ReactNode }) {
  const { t, i18n } = useTranslation();
  return (
    <html lang={i18n.language}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href={styles} />
        <Links />
      </head>
      <body>
        <PageShell skipLabel={t("skipToContent")} header={<Header />} footer={<Footer />}>
          {children}
        </PageShell>
      </body>
    </html>
  );
}

export default function Root({ loaderData }: Route.ComponentProps) {
  const { origin, path } = loaderData;
  return (
    <>
      {locales.map((locale) => (
        <link key={locale} rel="alternate" hrefLang={locale} href={`${origin}/${locale}${path}`} />
      ))}
      <link rel="alternate" hrefLang="x-default" href={`${origin}/`} />
      <Outlet />
    </>
  );
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  return <Problem error={error} />;
}
