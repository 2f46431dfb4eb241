import type { ReactNode } from "react";
import { useTranslation } from "#app/i18n/words.ts";
import { ConflictNotice, type ConflictingField } from "#app/conflict.tsx";
import { useLink } from "#app/i18n/links.ts";
import type { FormState } from "#app/i18n/use-form.ts";
import { Breadcrumbs, ErrorSummary, PageTitle } from "#app/ui/index.ts";
import { yearPath } from "./address.ts";
import { LockedInventory } from "./locked.tsx";
import type { OpenInventory } from "./open.server.ts";

type Props = {
  inventory: OpenInventory;
  title: string;
  lead?: string;
  form: FormState;
  /** What to lay side by side when someone else saved meanwhile. */
  conflict?: ConflictingField[];
  children: ReactNode;
};

/** The frame of every page of an open inventory: where it stands, errors, title, and calm words while it is locked. */
export function InventoryPage({ inventory, title, lead, form, conflict = [], children }: Props) {
  const { t } = useTranslation("footprint");
  const { t: common } = useTranslation();
  const { t: codes } = useTranslation("codes");
  const link = useLink();
  const { city, place } = inventory;
  const own = t("edit.crumb", { year: place.year });
  const caption = t("edit.caption", { city: city.name, year: place.year });
  return (
    <>
      <title>{`${form.title(title)}, ${place.year} – Quintet`}</title>
      <Breadcrumbs
        label={common("nav.breadcrumbs")}
        items={[
          { href: link(`/cities/${city.slug}`), label: city.name },
          { href: link(`/cities/${city.slug}/footprint`), label: t("edit.footprint") },
          ...(title === own ? [] : [{ href: link(yearPath(place, "edit")), label: own }]),
          { label: title },
        ]}
      />
      <ErrorSummary {...form.summary} />
      <PageTitle
        title={title}
        caption={place.scope === "territory" ? `${caption} – ${codes("inventoryScope.territory")}` : caption}
        lead={lead}
      />
      {inventory.locked ? <LockedInventory inventory={inventory} /> : null}
      <ConflictNotice conflict={form.conflict} fields={conflict} />
      {children}
    </>
  );
}
