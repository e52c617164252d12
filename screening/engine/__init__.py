"""Pure judgement: frozen values in, frozen values out. No framework, no clock.

Scores are whole hundredths of a point (0..10,000), weights whole ten-thousandths that
add up to 10,000; sums are exact and the same on every machine. Unknown is a range.
"""

ENGINE_VERSION = "1.1"
