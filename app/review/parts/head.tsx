import { useTranslation } from "#app/i18n/words.ts";
import { useLink } from "#app/i18n/links.ts";
import type { FormState } from "#app/i18n/use-form.ts";
import { Breadcrumbs, ErrorSummary } from "#app/ui/index.ts";

type Props = { form: FormState; title: string; /** The last crumb. */ here: { label: string; lang?: string } };

/** What stands above each thing that waits for a decision: the window's title, what is wrong, and the way back to the queue. */
export function ReviewHead({ form, title, here }: Props) {
  const { t } = useTranslation("report");
  const { t: common } = useTranslation();
  const link = useLink();
  return (
    <>
      <title>{`${form.title(title)} – Quintet`}</title>
      <ErrorSummary {...form.summary} />
      <Breadcrumbs
        label={common("nav.breadcrumbs")}
        items={[
          { href: link("/network"), label: t("network.title") },
          { href: link("/network/review"), label: t("queue.title") },
          here,
        ]}
      />
    </>
  );
}
