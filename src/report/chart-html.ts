import { type Html, html } from './html.js';
import type { BarChart, TimeChart, TimeSeries } from './page.js';

/** Units of a drawing in one direction; it is stretched to the room there is. */
const HEIGHT = 100;
const STEP = 10;
/** Something that is not nothing can be seen. */
const LEAST = 2;

/** A drawing for each series under one another over the same time, and the numbers for those who do not see it. */
export function timeHtml({ column, times, series, open }: TimeChart): Html {
  return html`<figure>
${series.map((one) => seriesHtml(one, times))}<p class="axis"><span>${times[0] ?? ''}</span><span>${times.at(-1) ?? ''}</span></p>
<details><summary>${open}</summary>
<table>
<thead><tr><th scope="col">${column}</th>${series.map(({ name }) => html`<th scope="col" class="number">${name}</th>`)}</tr></thead>
<tbody>
${times.map((time, i) => html`<tr><th scope="row">${time}</th>${series.map(({ numbers }) => html`<td class="number">${numbers[i]!}</td>`)}</tr>\n`)}</tbody>
</table>
</details>
</figure>
`;
}

function seriesHtml({ name, tone, values, numbers, most }: TimeSeries, times: readonly string[]): Html {
  const largest = values.reduce((a, b) => Math.max(a, b), 1);
  const bars = values.flatMap((value, i) => {
    if (value === 0) return [];
    const height = Math.max(LEAST, Math.round((value / largest) * HEIGHT));
    return [
      html`<rect x="${i * STEP}" y="${HEIGHT - height}" width="${STEP - 1}" height="${height}"><title>${times[i]!}: ${numbers[i]!}</title></rect>`,
    ];
  });
  return html`<div class="series"><p><strong>${name}</strong> <span>${most}</span></p>
<svg viewBox="0 0 ${values.length * STEP} ${HEIGHT}" preserveAspectRatio="none" role="img" aria-label="${name}: ${most}"><g class="${tone}">${bars}</g></svg></div>
`;
}

/** A table of bars; the drawing repeats the numbers beside it. */
export function barsHtml({ column, parts, bars }: BarChart): Html {
  const largest = Math.max(1, ...bars.map(({ values }) => values.reduce((a, b) => a + b, 0)));
  const width = STEP * HEIGHT;
  return html`<table class="bars">
<thead><tr><th scope="col">${column}</th><td aria-hidden="true"></td>${parts.map(
    ({ name, tone }) => html`<th scope="col" class="number"><span class="key ${tone}"></span>${name}</th>`,
  )}</tr></thead>
<tbody>
${bars.map(({ name, values, numbers }) => {
  let from = 0;
  const drawn = values.flatMap((value, i) => {
    if (value === 0) return [];
    const length = Math.max(LEAST, Math.round((value / largest) * width));
    const rect = html`<rect class="${parts[i]!.tone}" x="${from}" y="0" width="${length}" height="10"/>`;
    from += length;
    return [rect];
  });
  return html`<tr><th scope="row">${name}</th><td aria-hidden="true"><svg viewBox="0 0 ${width} 10" preserveAspectRatio="none">${drawn}</svg></td>${numbers.map((number) => html`<td class="number">${number}</td>`)}</tr>\n`;
})}</tbody>
</table>
`;
}
