// The signs of the kinds of force, of MIL-STD-2525 by milsymbol, all in the square that is neither friend nor foe.
import { writeFileSync } from "node:fs";
import ms from "milsymbol";

const OUT = new URL("../src/laydown/web/static/symbols.svg", import.meta.url);

// Drawn at the size of a letter, a line as thin as milsymbol has it would be gone.
const STROKE = 'stroke-width="11"';

// For each category of the contract: symbol set, echelon and entity of 2525D.
const KINDS = {
  personnel: ["10", "00", "121100"],
  unit: ["10", "16", "121100"],
  aircraft: ["01", "00", "110100"],
  ship: ["30", "00", "120200"],
  vehicle: ["15", "00", "120200"],
  air_defence: ["10", "00", "130100"],
  artillery: ["10", "00", "130300"],
  materiel: ["10", "00", "163400"],
};

const sprite = Object.entries(KINDS).map(([kind, [set, echelon, entity]]) => {
  const symbol = new ms.Symbol(`1004${set}00${echelon}${entity}0000`, {
    size: 40, fill: false, monoColor: "currentColor", outlineWidth: 0, strokeWidth: 6,
  });
  const svg = symbol.asSVG();
  const box = /viewBox="([^"]+)"/.exec(svg)[1];
  const body = svg.replace(/^<svg[^>]*>/, "").replace(/<\/svg>$/, "").replace(/stroke-width="[1-6]"/g, STROKE);
  return `<symbol id="${kind}" viewBox="${box}">${body}</symbol>`;
});

writeFileSync(OUT, `<svg xmlns="http://www.w3.org/2000/svg">\n${sprite.join("\n")}\n</svg>\n`);
