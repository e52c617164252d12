"""The O*NET database of occupations: its text download, read into values. Pure.

O*NET is published by the U.S. Department of Labor under CC BY 4.0: wherever its text is
shown, `templates/components/onet_attribution.html` is shown with it.
"""
