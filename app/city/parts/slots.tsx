import { useTranslation } from "#app/i18n/words.ts";
import { type FragmentOf, graphql, readFragment } from "#app/api/documents.ts";
import { useLink } from "#app/i18n/links.ts";
import { SlotList } from "#app/ui/index.ts";

export const CitySlotsFragment = graphql(`
  fragment CitySlots on City {
    slots {
      slot
      state
      pilot {
        slug
        reading(locale: $locale) {
          title
          language
        }
        missing {
          code
        }
      }
    }
  }
`);

/** The five slots of a city: what counts, what is under way, what is missing, and what each pilot still lacks. */
export function CitySlots({ city }: { city: FragmentOf<typeof CitySlotsFragment> }) {
  const { t } = useTranslation();
  const { t: pilots } = useTranslation("pilot");
  const link = useLink();
  const { slots } = readFragment(CitySlotsFragment, city);
  return (
    <SlotList
      items={slots.map(({ state, pilot }) => ({
        state,
        title: pilot?.reading.title ?? t(state === "empty" ? "slots.noPilot" : "slots.notPublic"),
        lang: pilot?.reading.language,
        href: pilot ? link(`/pilots/${pilot.slug}`) : undefined,
        status: t(`slots.${state}`),
        detail:
          pilot && state !== "full" && pilot.missing.length > 0
            ? t("slots.lacks", { list: pilot.missing.map(({ code }) => pilots(`missing.${code}`)).join(", ") })
            : undefined,
      }))}
    />
  );
}
