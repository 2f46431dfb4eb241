import { useTranslation } from "#app/i18n/words.ts";
import { useRouteLoaderData } from "react-router";
import { useLink } from "#app/i18n/links.ts";
import { withParameters } from "#app/identity/parts/next.ts";
import type { PageFrame } from "#app/root.tsx";
import { cadences } from "#graphql/search/saved/rules.ts";
import { Disclosure, Form, Select, SubmitRow } from "#app/ui/index.ts";
import { addressPairs, type Same, searchAddress } from "../find/address.ts";

/** The feed of a search, after the language. A feed has one order, the newest first. */
export function feedAddress(same: Same): string {
  const params = new URLSearchParams(addressPairs(same, ["sort"]));
  return `/search.atom${params.size > 0 ? `?${params}` : ""}`;
}

/** Lets a person keep the search, and everyone follow it as a feed. */
export function SaveSearch(same: Same) {
  const { t } = useTranslation("search");
  const link = useLink();
  const frame = useRouteLoaderData<PageFrame>("root");
  const feed = link(feedAddress(same));
  const here = searchAddress(same);
  return (
    <Disclosure summary={t("saved.save")}>
      <link rel="alternate" type="application/atom+xml" href={feed} />
      {frame?.viewer ? (
        <Form action={link("/account/searches")} hidden={{ intent: "save", search: here.split("?")[1] ?? "" }}>
          <Select
            name="cadence"
            label={t("saved.cadenceLabel")}
            hint={t("saved.saveIntro")}
            width="medium"
            value="weekly"
            options={cadences.map((cadence) => ({ value: cadence, label: t(`saved.cadence.${cadence}`) }))}
          />
          <SubmitRow buttons={[{ label: t("common:action.save"), look: "secondary" }]} />
        </Form>
      ) : (
        <p>
          {t("saved.saveIntro")}{" "}
          <a href={withParameters(link("/sign-in"), { next: link(here) })}>{t("saved.signIn")}</a>
        </p>
      )}
      <p>
        <a href={feed} type="application/atom+xml">
          {t("saved.feed")}
        </a>
      </p>
    </Disclosure>
  );
}
