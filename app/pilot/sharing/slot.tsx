import { useTranslation } from "#app/i18n/words.ts";
import type { FormState } from "#app/i18n/use-form.ts";
import { Disclosure, Form, Radios, SubmitRow } from "#app/ui/index.ts";
import type { SharedPilot } from "./sharing.server.ts";

type Props = { share: SharedPilot["cities"][number]; pilot: SharedPilot; form: FormState };

/** Another of the city's five slots for the pilot; one that is there changes places with it. */
export function SlotForm({ share: { city, slot }, pilot, form }: Props) {
  const { t } = useTranslation("pilot");
  const { t: common } = useTranslation();
  const hidden = { cityId: city.id, citySlug: city.slug, version: pilot.version };
  const label = t("sharing.moveSlot", { city: city.name });
  return (
    <Disclosure summary={label}>
      <Form hidden={hidden} label={label}>
        <p>{t("sharing.moveHint")}</p>
        <Radios
          name="slot"
          label={t("field.slot")}
          errors={form.errors("slot")}
          value={form.value("slot") || String(slot ?? "")}
          inline
          options={city.slots.map(({ slot: number }) => ({
            value: String(number),
            label: common("slots.slot", { number }),
          }))}
        />
        <SubmitRow
          buttons={[{ label: common("action.save"), name: "intent", value: "move", look: "secondary" as const }]}
        />
      </Form>
    </Disclosure>
  );
}
