"""A built site → the formats of other shelves: an EPUB for readers of books, a ZIM for Kiwix, PDFs for paper.

In: the folder of a finished site, and what a release says of itself. Out: one file for each format, and each written
beside its place before it stands there. Knows nothing of `guide`: what pages show is all that is taken.
"""
