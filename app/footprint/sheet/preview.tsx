import { useTranslation } from "#app/i18n/words.ts";
import { graphql, type FragmentOf, readFragment, type ResultOf } from "#app/api/documents.ts";
import { useFormats } from "#app/i18n/format.ts";
import { type Column, DataTable } from "#app/ui/index.ts";

export const SheetLineFragment = graphql(`
  fragment SheetLine on SheetImportLine {
    row
    category
    label
    quantity
    tenure
    perimeter
    country
    lifetimeYears
    energySource
    kwhPerYear
    embodiedKg
    quality
  }
`);

type Line = ResultOf<typeof SheetLineFragment>;

/** The first lines as they would stand in the inventory, under the names of the sheet's columns. */
export function SheetPreview({ lines }: { lines: readonly FragmentOf<typeof SheetLineFragment>[] }) {
  const { t } = useTranslation("footprint");
  const { t: codes } = useTranslation("codes");
  const format = useFormats();
  const name = (field: string) => t(`sheet.columns.${field}`);
  const number = (value: string | null) => (value === null ? t("import.typical") : format.number(value));
  const figure = (key: "lifetimeYears" | "kwhPerYear"): Column<Line> => ({
    key,
    header: name(key),
    numeric: true,
    cell: (line) => number(line[key]),
  });
  return (
    <DataTable<Line>
      caption={t("import.preview")}
      captionHidden
      rows={readFragment(SheetLineFragment, lines)}
      rowKey={({ row }) => String(row)}
      columns={[
        { key: "row", header: t("import.row"), numeric: true, cell: ({ row }) => format.number(row) },
        {
          key: "category",
          header: name("category"),
          rowHeader: true,
          cell: ({ category }) => t(`category.${category}`),
        },
        { key: "label", header: name("label"), cell: ({ label }) => label ?? "" },
        { key: "quantity", header: name("quantity"), numeric: true, cell: ({ quantity }) => format.number(quantity) },
        { key: "perimeter", header: name("perimeter"), cell: ({ perimeter }) => codes(`perimeter.${perimeter}`) },
        { key: "tenure", header: name("tenure"), cell: ({ tenure }) => codes(`tenure.${tenure}`) },
        {
          key: "country",
          header: name("country"),
          cell: ({ country }) => (country ? format.country(country) : t("import.ownCountry")),
        },
        figure("lifetimeYears"),
        {
          key: "energySource",
          header: name("energySource"),
          cell: ({ energySource }) => codes(`energySource.${energySource}`),
        },
        figure("kwhPerYear"),
        {
          key: "embodiedKg",
          header: name("embodiedKg"),
          numeric: true,
          cell: ({ embodiedKg }) => number(embodiedKg),
        },
        { key: "quality", header: name("quality"), numeric: true, cell: ({ quality }) => quality },
      ]}
    />
  );
}
