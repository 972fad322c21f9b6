"""What maintainers run: the environment, the lock files, the vendored files."""
