"""A site → what stands beside its pages.

In: a `Site`. Out: text for a file: the script that the search reads, the safety lock and its line in the list of
changes. A new output is a module here and a line in the adapter that writes it.
"""
