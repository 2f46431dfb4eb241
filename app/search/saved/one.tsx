import { useTranslation } from "#app/i18n/words.ts";
import { type FragmentOf, graphql, readFragment } from "#app/api/documents.ts";
import { useFormats } from "#app/i18n/format.ts";
import { localPath } from "#app/i18n/links.ts";
import { ButtonForm } from "#app/identity/parts/button-form.tsx";
import { Form, Hidden, Section, Select, SubmitRow } from "#app/ui/index.ts";
import { cadences } from "#graphql/search/saved/rules.ts";
import { useCriteria } from "./criteria.ts";

export const SavedOneFragment = graphql(`
  fragment SavedOne on SavedSearch {
    id
    words
    locale
    path
    cadence
    createdAt
    lastMailedAt
    filters {
      name
      values
    }
    without {
      label(locale: $locale)
    }
    like {
      city {
        name(locale: $locale)
      }
    }
  }
`);

/** One saved search in readable words, with its rhythm, its results and its end. */
export function SavedOne(props: { saved: FragmentOf<typeof SavedOneFragment>; place: number }) {
  const { t, i18n } = useTranslation("search");
  const format = useFormats();
  const inWords = useCriteria();
  const { id, words, filters, without, like, locale, path, cadence, createdAt, lastMailedAt } = readFragment(
    SavedOneFragment,
    props.saved,
  );
  const { place } = props;
  const [name = "", ...more] = inWords({
    words,
    filters,
    without: without.map(({ label }) => label),
    like: like?.city?.name ?? null,
  });
  const since = t("saved.since", { date: format.date(createdAt) });
  const mailed = lastMailedAt ? t("saved.mailed", { date: format.date(lastMailedAt) }) : t("saved.unmailed");
  return (
    <Section title={name} lang={words && locale !== i18n.language ? locale : undefined}>
      {more.length > 0 ? (
        <ul>
          {more.map((part) => (
            <li key={part}>{part}</li>
          ))}
        </ul>
      ) : null}
      <p>{`${since} · ${mailed}`}</p>
      <p>
        <a href={localPath(locale, path)}>
          {t("saved.run")} <Hidden>{name}</Hidden>
        </a>
      </p>
      <Form hidden={{ intent: "change", id, place }} label={name}>
        <Select
          name={`cadence${place}`}
          label={t("saved.cadenceLabel")}
          width="medium"
          value={cadence}
          options={cadences.map((value) => ({ value, label: t(`saved.cadence.${value}`) }))}
        />
        <SubmitRow buttons={[{ label: t("common:action.change"), look: "secondary" }]} />
      </Form>
      <ButtonForm hidden={{ intent: "delete", id }} look="danger">
        {t("saved.delete")} <Hidden>{name}</Hidden>
      </ButtonForm>
    </Section>
  );
}
