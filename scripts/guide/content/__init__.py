"""What an editor writes → models.

In: the files of content/ and docs/. Out: `load(root)` gives one `Site`, frozen, in which every text knows its line,
and a `Problem` for each mistake in a single file. Imports no other room.
"""
