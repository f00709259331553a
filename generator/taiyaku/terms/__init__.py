"""The life of the terms: where they stand, what answers them, what they keep company with.

Pure functions of the edition; nothing here knows a page.  `index` gathers texts
and occurrences, the other modules each answer one question.
"""
