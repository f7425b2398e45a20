"""A site → problems.

In: a `Site` and today's date. Out: `check(site, today)` gives a `Problem` for all that breaks a rule. A rule is a
function whose docstring is the rule and its remedy, and stands in the list `RULES` of its subject's module. Helpers of
several subjects: `advice`, `advice_in_search`, `advice_on_pages`, `candidates`, `differences`, `group_sizes`, `hints`,
`line_forms`, `normalise`, `numbers`, `one_file`, `passages`, `publishing`, `reading_text`, `said`, `spoken`, `telling`,
`urging`.
"""
