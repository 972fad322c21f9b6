"""The tests, by `make test`."""
