import fc from "fast-check";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { bridgeAxis, bridgeSteps } from "#app/ui/chart/bridge-geometry.ts";
import { ChartWithTable, type ChartWithTableProps } from "#app/ui/chart/chart-with-table.tsx";
import { endLabels } from "#app/ui/chart/end-labels.ts";
import { IntervalBar } from "#app/ui/chart/interval-bar.tsx";
import { LineChart, type LineChartProps, type LinePoint, type LineSeries } from "#app/ui/chart/line-chart.tsx";
import { dotPath, frameOf, inOrder, linePath, whiskerPaths, yearLabels } from "#app/ui/chart/line-geometry.ts";
import { WaterfallChart, type WaterfallChartProps } from "#app/ui/chart/waterfall-chart.tsx";

const years = [2019, 2020, 2021, 2022, 2023];
const words = { unit: "units", formatX: String, formatY: String };
const told = { title: "Name", description: "What it shows." };

function solid(points: LinePoint[]): LineSeries {
  return { label: "Readings", look: "solid", points };
}

function drawLine(props: Partial<LineChartProps>): string {
  return renderToStaticMarkup(
    createElement(LineChart, { ...words, years, series: [], ...told, ...props } as LineChartProps),
  );
}

function drawBridge(props: Partial<WaterfallChartProps>): string {
  const from = { label: "Before", value: 10 };
  const to = { label: "After", value: 7 };
  const all = { ...told, from, to, parts: [], formatValue: String, ...props } as WaterfallChartProps;
  return renderToStaticMarkup(createElement(WaterfallChart, all));
}

describe("a line", () => {
  test.each([
    ["a null", [2019, 2020, 2021, 2022, 2023], 1],
    ["a year without a point", [2019, 2020, 2022, 2023], 1],
  ])("stops before %s and starts again after it", (_, known, gaps) => {
    const points = known.map((x) => ({ x, y: x === 2021 ? null : 5 }));
    const series = solid(points);
    const path = linePath(inOrder(series, years), frameOf(years, [series], null));
    expect(path.match(/M/g)).toHaveLength(gaps + 1);
    expect(path.match(/L/g)).toHaveLength(2);
  });

  test("that is a path runs straight between its own points", () => {
    const series: LineSeries = {
      label: "Plan",
      look: "path",
      points: [
        { x: 2023, y: 7 },
        { x: 2019, y: 10 },
      ],
    };
    expect(linePath(inOrder(series, years), frameOf(years, [series], null))).toBe("M0,0L1000,300");
  });

  test("gives a lone value a mark even where marks are off", () => {
    const points = [2019, 2020, 2022].map((x) => ({ x, y: 4 }));
    const series = { ...solid(points), marks: false };
    expect(dotPath(inOrder(series, years), frameOf(years, [series], null), false)).toBe("M750,0h0");
  });

  test("has an open whisker only where the high end is unknown", () => {
    const point = { x: 2020, y: 5, low: 4 };
    const draw = (high: number | null) => {
      const series = solid([{ ...point, high }]);
      return whiskerPaths(series.points, frameOf(years, [series], null), 10);
    };
    expect(draw(6).open).toBe("");
    expect(draw(null).open).toContain("V0");
    expect(draw(null).closed).not.toBe("");
  });

  test("stands on an axis that includes zero", () => {
    const series = solid([{ x: 2019, y: 90 }]);
    expect(frameOf(years, [series], null).y.domain()[0]).toBe(0);
    expect(frameOf(years, [solid([{ x: 2019, y: -90 }])], null).y.domain()).toEqual([-100, 0]);
  });
});

describe("the values at the ends of the lines", () => {
  const last = (label: string, x: number, y: number): LineSeries => ({ label, look: "solid", points: [{ x, y }] });

  test("do not lie on each other", () => {
    const series = [last("A", 2023, 50), last("B", 2023, 51), last("C", 2023, 49), last("D", 2022, 50)];
    const labels = endLabels(series, frameOf(years, series, 48), 48);
    expect(labels.map(({ value }) => value)).toEqual([51, 50, 49, 48]);
    const apart = labels.slice(1).map(({ y }, index) => y - (labels[index]?.y ?? 0));
    expect(Math.min(...apart)).toBeGreaterThan(60);
  });

  test("are written once where a plan ends on its target", () => {
    const series = [last("Plan", 2023, 70)];
    expect(endLabels(series, frameOf(years, series, 70), 70)).toHaveLength(1);
  });
});

test("years are written first and last, and never closer than there is room for", () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.integer({ min: 1990, max: 2060 }), { minLength: 2 }),
      fc.integer({ min: 2, max: 12 }),
      (all, room) => {
        const labels = yearLabels(all, room);
        const [first, last] = [Math.min(...all), Math.max(...all)];
        expect([labels[0], labels.at(-1)]).toEqual([first, last]);
        const apart = labels.slice(1).map((year, index) => year - (labels[index] ?? 0));
        expect(Math.min(...apart)).toBeGreaterThanOrEqual((last - first) / (room - 1) - 1e-9);
      },
    ),
  );
});

describe("a bridge", () => {
  const whole = fc.integer({ min: -1000, max: 1000 });

  test("begins each part where the one before ends, and parts that add up lead to the end", () => {
    fc.assert(
      fc.property(whole, fc.array(whole), (from, parts) => {
        const to = parts.reduce((sum, part) => sum + part, from);
        const steps = bridgeSteps(from, parts, to);
        for (const [index, step] of steps.slice(1, -1).entries()) expect(step.start).toBe(steps[index]?.end);
        expect(steps.at(-2)?.end).toBe(to);
        expect(steps.at(-1)).toEqual({ kind: "total", start: 0, end: to });
      }),
    );
  });

  test("keeps every level on its axis, cut or not", () => {
    fc.assert(
      fc.property(whole, fc.array(whole), whole, fc.boolean(), (from, parts, to, mayCut) => {
        const steps = bridgeSteps(from, parts, to);
        const { least, most } = bridgeAxis(steps, mayCut);
        expect(least).toBeLessThan(most);
        for (const { end } of steps) expect(end >= least && end <= most).toBe(true);
        if (!mayCut) expect(least <= 0).toBe(true);
      }),
    );
  });

  test("writes every step's label and value with its sign", () => {
    const parts = [
      { label: "Less", value: -4 },
      { label: "More", value: 1 },
      { label: "Same", value: 0 },
    ];
    const text = drawBridge({ parts }).replaceAll(/<[^>]+>/g, " ");
    for (const word of ["Before", "10", "Less", "−4", "More", "+1", "Same", "0", "After", "7"]) {
      expect(text).toContain(` ${word} `);
    }
  });

  test("says where a cut axis begins, and cuts only with such a sentence", () => {
    const close = { from: { label: "Before", value: 100 }, to: { label: "After", value: 98 } };
    const parts = [{ label: "Less", value: -2 }];
    expect(drawBridge({ ...close, parts, cutNote: (start) => `From ${start}.` })).toMatch(/From 9\d(\.\d)?\./);
    expect(drawBridge({ ...close, parts })).not.toContain("cut");
  });
});

describe("the words of a chart", () => {
  test("name the drawing and stand below it when it is alone", () => {
    const html = drawLine({ series: [solid([{ x: 2019, y: 1 }])] });
    expect(html).toContain('role="img" aria-label="Name"');
    expect(html).toContain("<figcaption>What it shows.</figcaption>");
  });

  test("are said once beside a table, and the drawing is silent", () => {
    const chart = createElement(LineChart, { ...words, years, series: [solid([{ x: 2019, y: 1 }])] });
    const frame: ChartWithTableProps = { ...told, table: createElement("table"), children: chart };
    const html = renderToStaticMarkup(createElement(ChartWithTable, frame));
    expect(html).toContain("<h3>Name</h3><p>What it shows.</p>");
    expect(html).not.toContain('role="img"');
    expect(html.match(/<svg(?![^>]*(aria-hidden|viewBox))/g)).toBeNull();
  });

  test("tell an interval, and without a central value only the words are left", () => {
    const draw = (central: number | null, high: number | null) =>
      renderToStaticMarkup(createElement(IntervalBar, { low: 1, central, high, text: "in words" }));
    expect(draw(2, 3)).not.toContain("open");
    expect(draw(2, null)).toContain('class="open"');
    expect(draw(null, null)).toBe('<div class="interval"><b>in words</b></div>');
  });
});

describe("whatever it is given", () => {
  const value = fc.oneof(fc.double(), fc.constantFrom(0, 1e300, -1e300, null));
  const points = fc.array(
    fc.record({ x: fc.constantFrom(...years), y: value, low: value, high: value }, { requiredKeys: ["x", "y"] }),
  );
  const strange = /NaN|Infinity|undefined|\sstyle=/;

  test("a line chart draws no broken geometry", () => {
    const look = fc.constantFrom("solid", "dashed", "dotted", "path" as const);
    const lines = fc.array(fc.record({ label: fc.constant("Line"), look, points }), { maxLength: 3 });
    const formatY = () => "value";
    fc.assert(
      fc.property(fc.subarray(years), lines, fc.option(fc.double()), (some, series, level) => {
        const target = level === null ? undefined : { value: level, label: "Level" };
        expect(drawLine({ years: some, series: series as LineSeries[], target, formatY })).not.toMatch(strange);
      }),
    );
  });

  test("a bridge and an interval draw none either", () => {
    const number = fc.oneof(fc.double(), fc.constantFrom(0, 1e300));
    fc.assert(
      fc.property(number, fc.array(number), number, value, (before, changes, after, high) => {
        const total = (end: number) => ({ label: "Total", value: end, text: "value" });
        const parts = changes.map((change) => ({ label: "Part", value: change, text: "value" }));
        const cutNote = () => "cut";
        expect(drawBridge({ from: total(before), parts, to: total(after), cutNote })).not.toMatch(strange);
        const bar = createElement(IntervalBar, { low: before, central: after, high, text: "value" });
        expect(renderToStaticMarkup(bar)).not.toMatch(strange);
      }),
    );
  });
});
