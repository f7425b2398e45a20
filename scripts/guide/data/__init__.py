"""A site and its rendered pages → open data: what other programs take from us, each file by its path beside the pages.

In: a `Site` and what `render` made of it. Out: {path: text}: JSON with its schemas, tables, the bibliography in four
formats, each page as plain Markdown, a feed. `files.py` lists them all, and an adapter writes them.
"""
