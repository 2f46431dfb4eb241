import { useTranslation } from "#app/i18n/words.ts";
import type { ConflictingField } from "#app/conflict.tsx";
import { useFormats } from "#app/i18n/format.ts";
import type { FormState } from "#app/i18n/use-form.ts";
import type { EditedPractice } from "./edit.server.ts";
import type { PracticePlace } from "./place-fields.tsx";
import { useFieldWords } from "./step-fields.tsx";
import { fieldsOf, type StepName } from "./steps.ts";

/** What was typed and what was saved meanwhile, in words, to lay side by side. */
export function useConflict(
  practice: EditedPractice,
  step: StepName,
  form: FormState,
  cities: readonly PracticePlace[],
): ConflictingField[] {
  const { t } = useTranslation("practice");
  const words = useFieldWords();
  const { list } = useFormats();
  const { contact, places } = practice;

  function placeNames(ids: readonly string[]): string {
    const known = new Map([...practice.where, ...cities].map(({ id, name }) => [id, name]));
    return list(ids.flatMap((id) => known.get(id) ?? []));
  }
  const contactName = (id: string | undefined) => practice.city.contacts.find((person) => person.id === id)?.name ?? "";

  if (step === "places") {
    const mine = placeNames([...form.values("cities"), form.value("another")]);
    return [{ label: t("field.places"), mine, theirs: placeNames(places.map(({ id }) => id)) }];
  }
  if (step === "contact")
    return [
      { label: t("field.contact"), mine: contactName(form.value("contactId")), theirs: contactName(contact?.id) },
    ];
  return fieldsOf(step).map((name) => ({
    label: t(`field.${name}`),
    mine: words(name, form.value(name)),
    theirs: words(name, practice[name]),
    lang: practice.language,
  }));
}
