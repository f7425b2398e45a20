"""A site → what is made of it beside its pages and its data.

In: a `Site`. Out: text for a file or a command: the script that the search reads, the safety lock and its line in the
list of changes, the lock of a translation, review sheets, the handbook of rules, what rests on a source.
"""
