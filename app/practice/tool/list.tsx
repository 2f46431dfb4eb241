import { useTranslation } from "#app/i18n/words.ts";
import { type FragmentOf, graphql, readFragment, type ResultOf } from "#app/api/documents.ts";
import { useFormats } from "#app/i18n/format.ts";
import { type HeadingLevel, PlainText, Section, Tag, TagList } from "#app/ui/index.ts";
import { useLicence } from "./names.tsx";

export const PracticeToolFragment = graphql(`
  fragment PracticeTool on PracticeTool {
    id
    kind
    title
    description
    language
    url
    host
    licence
    demonstration
    version
    source {
      title
      url
    }
  }
`);

export type Tool = ResultOf<typeof PracticeToolFragment>;

type Props = {
  tools: readonly FragmentOf<typeof PracticeToolFragment>[];
  /** The address that changes a tool, for those who may. */
  change?: (id: string) => string;
};

/** What others can take over, each with its kind, licence and the host that its link leads to. A gap is said in words. */
export function ToolList({ tools, change }: Props) {
  const { t } = useTranslation("practice");
  const shown = readFragment(PracticeToolFragment, tools);
  if (shown.length === 0) return <p>{t(change ? "tools.noneYet" : "tools.none")}</p>;
  return (
    <>
      {shown.map((tool) => (
        <OneTool key={tool.id} tool={tool} href={change?.(tool.id)} level={change ? 2 : 3} />
      ))}
    </>
  );
}

function OneTool({ tool, href, level }: { tool: Tool; href?: string; level: HeadingLevel }) {
  const { t, i18n } = useTranslation("practice");
  const { t: common } = useTranslation();
  const { t: codes } = useTranslation("codes");
  const licence = useLicence();
  const format = useFormats();
  const { title, language, source } = tool;
  const foreign = language !== i18n.language;
  return (
    <Section
      level={level}
      title={
        <a href={tool.url} lang={language} rel="external nofollow">
          {title}
        </a>
      }
    >
      <p>{[codes(`toolKind.${tool.kind}`), t("tools.opens", { host: tool.host })].join(" · ")}</p>
      {tool.description ? <PlainText text={tool.description} lang={language} /> : null}
      <p>
        {tool.licence === "unknown"
          ? t("tools.licenceUnknown")
          : t("tools.licence", { licence: licence(tool.licence) })}
      </p>
      {foreign ? <p>{t("tools.writtenIn", { language: format.language(language) })}</p> : null}
      {source ? (
        <p>
          {t("tools.source")} {source.url ? <a href={source.url}>{source.title}</a> : source.title}
        </p>
      ) : null}
      {tool.demonstration ? (
        <TagList>
          <Tag>{common("demonstration")}</Tag>
        </TagList>
      ) : null}
      {href ? (
        <p>
          <a href={href}>
            {common("action.change")}{" "}
            <span className="hidden" lang={language}>
              {title}
            </span>
          </a>
        </p>
      ) : null}
    </Section>
  );
}
