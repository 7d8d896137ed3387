"""What a sentence mentions: quantities, formations, forces, places and persons, set together as a scene."""
