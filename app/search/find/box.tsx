import { useTranslation } from "#app/i18n/words.ts";
import { useLink } from "#app/i18n/links.ts";
import { SearchBox } from "#app/ui/index.ts";
import { addressPairs, type Same } from "./address.ts";

/** Letters that have to be typed before anything is suggested, and how much is suggested at most. */
export const fewestLetters = 2;
export const mostSuggestions = 8;

/** The finder's field, with what its island needs to suggest words. */
export function FinderBox(same: Same) {
  const { t } = useTranslation("search");
  const link = useLink();
  const counts = Array.from({ length: mostSuggestions }, (_, index) => t("suggest.count", { count: index + 1 }));
  return (
    <SearchBox
      action={link("/search")}
      label={t("words")}
      button={t("search")}
      hint={t("hint")}
      value={same.words}
      keep={addressPairs(same, ["words", "without"])}
      suggestions={{
        address: link("/search/suggestions"),
        fewest: fewestLetters,
        label: t("suggest.label"),
        counts: ["", ...counts],
        kinds: {
          concept: t("suggest.kind.concept"),
          city: t("suggest.kind.city"),
          practice: t("suggest.kind.practice"),
        },
      }}
    />
  );
}
