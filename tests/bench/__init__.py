"""Measurements, by `make bench`: too long for the tests, and no pass or fail."""
