import { useTranslation } from "#app/i18n/words.ts";
import type { FormState } from "#app/i18n/use-form.ts";
import { Form, Notice, Radios, Section, SubmitRow } from "#app/ui/index.ts";
import type { SharedPilot } from "./sharing.server.ts";

type Props = {
  city: SharedPilot["cities"][number]["city"];
  pilot: SharedPilot;
  form: FormState;
};

/** The invited city's own people say yes, with a slot, or no; only no while the pilot is with others. */
export function AnswerInvitation({ city, pilot, form }: Props) {
  const { t } = useTranslation("pilot");
  const { t: common } = useTranslation();
  const free = city.slots.filter(({ state }) => state === "empty").map(({ slot }) => String(slot));
  const isOpen = pilot.viewerCan.includes("pilot_join");
  const hidden = { cityId: city.id, citySlug: city.slug, version: pilot.version };
  const canJoin = isOpen && free.length > 0;
  return (
    <Section title={t("sharing.invited", { city: city.name })} intro={t("sharing.invitedHint")}>
      {canJoin ? null : <Notice>{t(isOpen ? "new.noSlot" : "sharing.closed")}</Notice>}
      <Form hidden={hidden} label={t("sharing.invited", { city: city.name })}>
        {canJoin ? (
          <Radios
            name="slot"
            label={t("field.slot")}
            errors={form.errors("slot")}
            value={form.value("slot") || free[0]}
            inline
            options={free.map((value) => ({ value, label: common("slots.slot", { number: value }) }))}
          />
        ) : null}
        <SubmitRow
          buttons={[
            ...(canJoin ? [{ label: t("sharing.join"), name: "intent", value: "join" }] : []),
            { label: t("sharing.decline"), name: "intent", value: "decline", look: "secondary" as const },
          ]}
        />
      </Form>
    </Section>
  );
}
