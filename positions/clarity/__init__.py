"""Is a duty clear, a position whole, a text free of what puts people off? Pure.

Everything said here comes from the data files of one language: message and suggestion
are plain strings, and another language is another folder of files. `rule` and `words`
of a finding stay the same in every language.
"""
