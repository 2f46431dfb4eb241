import { useTranslation } from "#app/i18n/words.ts";
import { useFormats } from "#app/i18n/format.ts";
import { useLink } from "#app/i18n/links.ts";
import type { FormState } from "#app/i18n/use-form.ts";
import { Checkboxes, Notice, Radios, Select } from "#app/ui/index.ts";
import type { EditedPractice } from "./edit.server.ts";

export type PracticePlace = { id: string; name: string; country: string };

/** The cities where it was done: those chosen stay ticked, one more can be added at a time. */
export function PlaceFields({
  practice,
  cities,
  form,
}: {
  practice: EditedPractice;
  cities: readonly PracticePlace[];
  form: FormState;
}) {
  const { t } = useTranslation("practice");
  const format = useFormats();
  const ticked = form.values("cities");
  const stored = practice.where.map(({ id }) => id);
  const listed = [...practice.where, ...cities.filter(({ id }) => ticked.includes(id) && !stored.includes(id))];
  const label = ({ name, country }: PracticePlace) => `${name} (${format.country(country)})`;
  const others = cities
    .filter(({ id }) => !listed.some((place) => place.id === id))
    .toSorted((a, b) => format.compare(a.name, b.name));
  return (
    <>
      <Checkboxes
        name="cities"
        label={t("field.places")}
        errors={form.errors("cities")}
        values={ticked}
        options={listed.map((place) => ({ value: place.id, label: label(place) }))}
      />
      <Select
        name="another"
        label={t("places.add")}
        hint={t("places.addHint")}
        value={form.value("another")}
        placeholder={t("places.none")}
        options={others.map((place) => ({ value: place.id, label: label(place) }))}
      />
    </>
  );
}

/** Whom to call: a contact of the city. */
export function ContactField({ practice, form }: { practice: EditedPractice; form: FormState }) {
  const { t } = useTranslation("practice");
  const link = useLink();
  const { city } = practice;
  return (
    <>
      {city.contacts.length === 0 ? (
        <Notice tone="warning">{t("contacts.none")}</Notice>
      ) : (
        <Radios
          name="contactId"
          label={t("field.contact")}
          errors={form.errors("contactId")}
          value={form.value("contactId")}
          options={city.contacts.map(({ id, name, role, shown }) => ({
            value: id,
            label: name,
            hint: [role, t(shown ? "contacts.shown" : "contacts.hidden")].filter(Boolean).join(" · "),
          }))}
        />
      )}
      <p>
        <a href={link(`/cities/${city.slug}/contacts`)}>{t("contacts.edit", { city: city.name })}</a>
      </p>
    </>
  );
}
