"""Room search: finds what a bad speller means.

Takes every page. Gives search data.
"""
