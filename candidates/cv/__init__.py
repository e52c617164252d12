"""A CV file in, a read CV out. Pure: knows no framework, opens no database.

Three calls, in this order; every value is a frozen dataclass of `values`, with
`to_json()` giving plain dicts and lists and `from_json()` taking them back:

    gate.inspect(name: str, data: bytes) -> values.Verdict
        At upload, about a millisecond: the kind of file, or why it is refused.
        `verdict.kind` is None exactly when `verdict.reason` is a Reason.

    reader.read(data: bytes, kind: values.Kind) -> values.Reading
        In the background, always in a killable child process: the text of the file
        and its structure. Never raises on what is in a file. Fields: status, reason,
        text, pages, resume (None unless status is OK), seconds, reader_version.

    passages.evidence(text: str, resume: values.Resume) -> list[values.Passage]
        The sentences that may be matched against duties: never contact lines, names,
        employers, institutions or the education section.

`reader.read_file(name, data)` is the first two at once; `reader.unread(reason)` is the
reading of a file that was refused before. `values.status_of(reason)` tells refused from
unreadable.

`private.spans(text: str)` says where birth dates, marital status and the like stand, and
`private.without(text)` leaves them out of what is shown; no field holds them.

`reader.READER_VERSION` changes when the same file may read differently.
`values.SENTENCES` says each Reason in plain English; an interface translates by code.
`sections.parse(text: str) -> values.Resume` reads structure out of text alone.
"""
