"""The generator. In: the project's folder. Out: Markdown for an engine, and what stands beside the pages.

The rooms, in the order in which data goes through them: content (files → models), rules (models → problems), pages
(models → Markdown, with templates and figures), outputs (models → other files).
"""
