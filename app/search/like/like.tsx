import { useTranslation } from "#app/i18n/words.ts";
import { useFormats } from "#app/i18n/format.ts";
import { useLink } from "#app/i18n/links.ts";
import { ChoiceBox, RemovableTags } from "#app/ui/index.ts";
import { addressPairs, type Reason, type Same, searchAddress } from "../find/address.ts";
import type { SearchResults } from "../find/find.server.ts";
import type { Alike } from "./like.server.ts";

type Likeness = NonNullable<SearchResults["like"]>;

/** What two cities have in common, in words: "about as large: 250,000 to 500,000 inhabitants". */
export function useReasonLabel(): (reason: Likeness["reasons"][number]) => string {
  const { t } = useTranslation("search");
  const { t: codes } = useTranslation("codes");
  const format = useFormats();
  const words = (reason: Reason, value: string) => {
    if (reason === "language") return format.language(value);
    return codes(`${reason === "size" ? "citySize" : reason}.${value}`);
  };
  return ({ reason, value }) => t(`like.reason.${reason}`, { value: words(reason, value) });
}

/** Which city's like are meant and in what they are alike; each reason can be taken away, and the whole. */
export function LikeInForce({ likeness, ...same }: Same & { likeness: SearchResults["like"] }) {
  const { t } = useTranslation("search");
  const link = useLink();
  const labelOf = useReasonLabel();
  const { like } = same;
  if (!likeness || !like) return null;
  const used = likeness.reasons.filter((entry) => entry.used);
  const address = (unlike: readonly Reason[]) => link(searchAddress({ ...same, like: { ...like, unlike } }));
  return (
    <>
      <p>
        <b>{t("like.title", { city: likeness.city.name })}</b>{" "}
        <a href={link(searchAddress({ ...same, like: null }))}>{t("like.all")}</a>
      </p>
      {used.length === 0 ? <p>{t("like.none")}</p> : null}
      <RemovableTags
        label={t("like.title", { city: likeness.city.name })}
        items={used.map((entry) => ({
          href: address([...like.unlike, entry.reason]),
          hidden: t("like.remove"),
          label: labelOf(entry),
        }))}
      />
      {like.unlike.length > 0 ? (
        <p>
          <a href={address([])}>{t("like.restore")}</a>
        </p>
      ) : null}
    </>
  );
}

/** Leads to what cities like one's own have found, and to the choice of a city; the choice itself is made on demand. */
export function LikeChoice({ alike, ...same }: Same & { alike: Alike }) {
  const { t } = useTranslation("search");
  const link = useLink();
  const { compare } = useFormats();
  const { own, cities } = alike;
  const others = cities.filter(({ slug }) => !own.some((city) => city.slug === slug));
  const options = [...own, ...others.toSorted((a, b) => compare(a.name, b.name))];
  return (
    <>
      {own.map(({ slug, name }) =>
        same.like?.city === slug ? null : (
          <p key={slug}>
            <a href={link(searchAddress({ ...same, like: { city: slug, unlike: [] } }))}>
              {t("like.title", { city: name })}
            </a>
          </p>
        ),
      )}
      {cities.length > 0 ? (
        <ChoiceBox
          action={link("/search")}
          name="like"
          label={t("like.choose")}
          hint={t("like.note")}
          button={t("like.apply")}
          options={options.map(({ slug, name }) => ({ value: slug, label: name }))}
          value={same.like?.city}
          keep={addressPairs(same, ["like"])}
        />
      ) : (
        <p>
          <a href={link(searchAddress({ ...same, all: "like" }))}>{t("like.choose")}</a>
        </p>
      )}
    </>
  );
}
