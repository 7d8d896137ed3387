"""The report as text: passages and sentences, the screen that decides which are worth parsing, and the parser."""
