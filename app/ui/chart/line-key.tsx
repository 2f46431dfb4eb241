import type { LineChartProps, LineSeries } from "./line-chart.tsx";

/** What each line looks like and means; silent with a silent drawing. */
export function LineKey({ title, series, target, intervalLabel, openLabel }: LineChartProps) {
  return (
    <ul className="key" aria-hidden={title === undefined ? "true" : undefined}>
      {series.map((each, index) => (
        <li key={index}>
          <svg className="sample" aria-hidden="true">
            <LineSample series={each} />
          </svg>
          {each.label}
        </li>
      ))}
      {target !== undefined && (
        <li>
          <svg className="sample" aria-hidden="true">
            <path className="target" d="M0,8h40" />
          </svg>
          {target.label}
        </li>
      )}
      {intervalLabel !== undefined && (
        <li>
          <svg className="sample short" aria-hidden="true">
            <path className="whisker" d="M5,1h10M10,1v14M5,15h10" />
          </svg>
          {intervalLabel}
        </li>
      )}
      {openLabel !== undefined && (
        <li>
          <svg className="sample short" aria-hidden="true">
            <path className="whisker open" d="M10,1v14M5,6l5,-5l5,5" />
          </svg>
          {openLabel}
        </li>
      )}
    </ul>
  );
}

function LineSample({ series: { look, marks = look !== "path" } }: { series: LineSeries }) {
  return (
    <g className={look}>
      <path className="line" d="M0,8h40" />
      {marks && <path className="dot" d="M20,8h0" />}
      {marks && look !== "solid" && <path className="core" d="M20,8h0" />}
    </g>
  );
}
