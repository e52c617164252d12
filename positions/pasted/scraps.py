"""Where a line is several lines that lost their breaks, as copied from a web page."""

from __future__ import annotations

import re

from positions.pasted import headings

_SIGN = re.compile(r"[ \t\xa0]*[•·▪●○◦‣⁃►▶➢➤✓✔■□❖\uf0b7\uf0a7]")
_DASH = re.compile(
    r"(?<=[;.:,!])[ \t]*[-–—*](?=[ \t]*[A-Za-z])(?=[ \t]|(?<=[:;.][-–]))"
    r"|(?<=[;:])[ \t]+(?=\(?\d{1,2}[.)][ \t]?[A-Za-z])"
)
_STAR = re.compile(r"(?<=\S)[ \t]+[*][ \t]+(?=[A-Z])")
# "…for clients.Prepares…", "…marketing staffWorking with…"
_POINT = re.compile(r"(?<=[a-z0-9)%][.!?;:])(?=[A-Z][a-z])|(?<=[a-z)][.!?;])(?=[A-Z] )")
_CAMEL = re.compile(r"(?<=[a-z)])(?=[A-Z][a-z])")
_COMMA = re.compile(r"(?<=[a-z)],)(?=[A-Z][a-z])")
_WORD_END = re.compile(r"[A-Za-z]{0,24}\Z")
_WORD_START = re.compile(r"[A-Za-z]{1,24}")
# Names that have a capital inside; compared in lower case.
_CAPITALS_INSIDE = (
    "javascript typescript powerpoint quickbooks linkedin youtube wordpress autocad"
    " github gitlab devops mysql postgresql ebay iphone ipad macos paypal salesforce"
    " hubspot mailchimp sharepoint onedrive onenote facebook mongodb graphql nodejs"
    " coffeescript jquery phonegap photoshop indesign illustrator coreldraw solidworks"
    " microstation peoplesoft successfactors bamboohr workday netsuite freshbooks"
    " openoffice libreoffice foxpro powerbi smartsheet docusign airbnb mcdonald"
    " macdonald mckinsey mcafee deloitte pricewaterhousecoopers fedex youtuber fintech"
    " biotech ecommerce startup phd msc bsc mba mphil llm llb meng beng bcom mcom kpis"
    " pcs cvs atms ngos hrs lcd telemarketing wifi airtable clickup basecamp teamviewer"
    " vmware vsphere openstack backbonejs angularjs reactjs restful plugin mcs lifesize"
    " citytv intellij datadog pagerduty bigquery javabeans netbeans kickstarter"
    " adwords adsense mastercard cocacola techcrunch blackberry whatsapp wechat tiktok playstation xbox"
    " powershell sqlserver sqlite nosql xml json"
)
_NAMES = frozenset(_CAPITALS_INSIDE.split())
# Words that begin a duty or a requirement: where one is glued to the word before it, the
# text lost its line breaks.
_STARTERS = re.compile(
    r"(?:Experience|Excellent|Strong|Ability|Able|Must|Knowledge|Good|Proven|Bachelor"
    r"|Degree|Minimum|Proficien\w+|Familiar\w*|Understanding|Skills?|Demonstrated|High"
    r"|Manag\w+|Work\w*|Develop\w*|Assist\w*|Prepar\w+|Provid\w+|Maintain\w*|Ensur\w+"
    r"|Support\w*|Creat\w+|Coordinat\w+|Perform\w*|Respon\w+|Help\w*|Mak\w+|Review\w*"
    r"|Lead\w*|Monitor\w*|Participat\w+|Report\w*|Process\w*|Build\w*|Identif\w+|Handl\w+"
    r"|Communicat\w+|Excell\w+|You|We|The|Our|This|Job|Requirements|Responsibilities"
    r"|Qualifications|Benefits|Previous|Fluen\w+|Self|Team|Willing\w*|Passion\w*|Great"
    r"|Answer\w*|Greet\w*|Keep\w*|Conduct\w*|Implement\w*|Design\w*|Writ\w+|Us\w+|A|An"
    r"|Valid|Solid|Attention|Flexib\w+|Competitive|Proactive|Driv\w+|Other|Direct\w*)"
)


def is_glued(text: str) -> bool:
    """Say whether items of a text run into one another without a blank."""
    signs = 0
    for found in _CAMEL.finditer(text):
        after = _WORD_START.match(text, found.end())
        if after and _STARTERS.fullmatch(after[0]) and not _is_name(text, found.end()):
            signs += 1
    return signs > 1 or _POINT.search(text) is not None


def cuts(line: str, *, glued: bool) -> list[int]:
    """Return where new items begin inside a line, from left to right."""
    found = {one.start() for one in _SIGN.finditer(line)}
    found |= {one.start() for one in _DASH.finditer(line)}
    found |= {one.start() for one in _STAR.finditer(line)}
    found |= {
        one.start()
        for one in headings.MIDDLE.finditer(line)
        if not headings.is_loud(line[: one.start()][-40:])
    }
    if glued:
        found |= {one.start() for one in _POINT.finditer(line)}
        found |= {one.start() for one in _COMMA.finditer(line)}
        found |= {
            one.start()
            for one in _CAMEL.finditer(line)
            if not _is_name(line, one.start())
        }
    lead = len(line) - len(line.lstrip())
    return sorted(at for at in found if at > lead)


def _is_name(text: str, at: int) -> bool:
    """Say whether the word around this place is a name with a capital inside."""
    before = _WORD_END.search(text, max(0, at - 24), at)
    after = _WORD_START.match(text, at)
    left = before[0] if before else ""
    right = after[0] if after else ""
    if left.lower() in {"mc", "mac", "de", "la", "van", "le"}:
        return True
    return any(
        (left + right[:length]).lower() in _NAMES for length in range(1, len(right) + 1)
    )
