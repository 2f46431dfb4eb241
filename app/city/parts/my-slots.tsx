import { useTranslation } from "#app/i18n/words.ts";
import { type FragmentOf, graphql, readFragment } from "#app/api/documents.ts";
import { useLink } from "#app/i18n/links.ts";
import { SlotList } from "#app/ui/index.ts";

export const MySlotsFragment = graphql(`
  fragment MySlots on City {
    slug
    mayCreate: viewerCan
    slots {
      slot
      state
      pilot {
        slug
        state
        viewerCan
        reading(locale: $locale) {
          title
          language
        }
      }
    }
  }
`);

/** The five slots of one's own city, each with what can be done about it now. */
export function MySlots({ city }: { city: FragmentOf<typeof MySlotsFragment> }) {
  const { t } = useTranslation("city");
  const { t: common } = useTranslation();
  const { t: codes } = useTranslation("codes");
  const link = useLink();
  const { slug, mayCreate, slots } = readFragment(MySlotsFragment, city);
  return (
    <SlotList
      label={t("tasks.slots")}
      items={slots.map(({ slot, state, pilot }) => {
        if (!pilot) {
          const href = mayCreate.includes("pilot_create") ? link(`/cities/${slug}/pilots/new?slot=${slot}`) : undefined;
          return {
            state,
            title: href ? t("tasks.fillSlot", { slot }) : common("slots.noPilot"),
            href,
            status: common(`slots.${state}`),
          };
        }
        const may = (action: (typeof pilot.viewerCan)[number]) => pilot.viewerCan.includes(action);
        const actions = [
          may("pilot_update") && { to: "edit", label: t("tasks.continue") },
          may("pilot_sign_off") && { to: "check", label: t("tasks.signOff") },
          may("pilot_log") && { to: "log/new", label: t("tasks.addEntry") },
        ].filter((entry) => entry !== false);
        return {
          state,
          title: pilot.reading.title,
          lang: pilot.reading.language,
          href: link(`/pilots/${pilot.slug}`),
          status: codes(`reviewState.${pilot.state}`),
          detail: actions.map(({ to, label }, index) => (
            <span key={to}>
              {index > 0 ? " · " : null}
              <a href={link(`/pilots/${pilot.slug}/${to}`)}>
                {label}{" "}
                <span className="hidden" lang={pilot.reading.language}>
                  {pilot.reading.title}
                </span>
              </a>
            </span>
          )),
        };
      })}
    />
  );
}
