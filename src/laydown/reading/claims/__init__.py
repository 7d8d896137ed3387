"""The six kinds of claim, each read by a module of its own from the scene of a sentence."""
