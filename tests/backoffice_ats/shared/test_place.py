from backoffice_ats.shared.templatetags.ats import zone_place


def test_zone_place_is_a_place_people_know():
    assert zone_place("America/New_York") == "New York"
    assert zone_place("UTC") == "UTC"
